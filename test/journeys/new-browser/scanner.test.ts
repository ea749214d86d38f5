import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { sql } from "../../../src/platform/database/sql.ts";
import type { Message } from "../../../src/platform/smtp/types.ts";
import { newAddress } from "../new-stories.ts";
import { storiesOf } from "../stories.ts";
import { openStage, type Stage, type Story, storyOf } from "./stage.ts";
import {
  arrives,
  finishes,
  follow,
  isHome,
  newestMail,
  opensButton,
  press,
  reachesCheck,
  reachesPassword,
  typesCodeOf,
} from "./steps.ts";
import { words } from "./words.ts";

/**
 * Mail filters open what a mail links to before its reader does, some in a real browser with
 * JavaScript, and look on from there. They press nothing: so nothing may be used up by looking.
 */

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi", "sakura"]);
});
after(() => stage.close());

const linksOn = async (page: Page): Promise<readonly string[]> => {
  const found: unknown = await page.evaluate(
    "[...document.querySelectorAll('a[href], iframe[src]')].map((e) => e.href ?? e.src)",
  );
  return (found as string[]).filter((href) => href.startsWith("http"));
};

const opens = async (page: Page, href: string) => {
  await page.goto(href, { waitUntil: "networkidle" });
  return linksOn(page);
};

/** Every link of the mail, both parts of it, and every link of the pages behind them. @returns pages */
const scans = async ({ at }: Pick<Story, "at">, mail: Message): Promise<readonly string[]> => {
  const page = await stage.browser.page({ width: 1280 });
  await page.setContent(mail.html);
  const written = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([href]) => href);
  // A society's own site is somebody else's.
  const ours = (hrefs: readonly string[]) => hrefs.filter((href) => href.startsWith(at("/")));
  const seen = new Set(ours([...(await linksOn(page)), ...written]));
  for (const href of [...seen])
    for (const next of ours(await opens(page, href))) {
      if (seen.has(next)) continue;
      seen.add(next);
      await page.goto(next);
    }
  return [...seen];
};

type Kept = {
  readonly turn: number;
  readonly wrong: number;
  readonly wrongCodes: number;
  readonly confirmedAt: string | null;
};

const keptOf = async ({ world, code, holder }: Story): Promise<Kept | undefined> => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [
    sql`select f.turn, f.wrong, c.confirmed_at as "confirmedAt", c.wrong as "wrongCodes"
          from flow f join mail_check c on c.society_id = f.society_id and c.flow_id = f.id
         where f.society_id = ${id} and f.member_id = ${holder.memberId}`,
  ]);
  return (rows as Kept[])[0];
};

const waitsAndIsScanned = async (code: string) => {
  const story = await storyOf(stage, code, { javaScript: false });
  const email = newAddress();
  await reachesCheck(story, email);
  const before = await keptOf(story);
  assert.equal(before?.confirmedAt, null);
  const mail = await newestMail(story, email);
  const seen = await scans(story, mail);
  assert.ok(
    seen.some((href) => href.includes("/check-address/")),
    "the button was opened",
  );
  assert.deepEqual(await keptOf(story), before, "nothing was used up");
  await follow(story.page, story.say.refresh);
  await arrives(story, "address-check");
  return { story, email, mail };
};

test("after a scanner the code still works", async () => {
  const { story, email } = await waitsAndIsScanned("asahi");
  await typesCodeOf(story, email);
  await arrives(story, "user-id");
});

test("after a scanner the button still works", async () => {
  const { story, mail } = await waitsAndIsScanned("sakura");
  const phone = await stage.browser.page();
  await opensButton(story, phone, mail);
  await press(phone, story.say.confirm);
  await follow(story.page, story.say.refresh);
  await arrives(story, "user-id");
});

const accountOf = async (code: string, memberId: string) => {
  const { id } = stage.world.society(code);
  const [rows] = await stage.world.app.read(id, [
    sql`select user_id, email, email_confirmed_at as "confirmedAt" from account
         where society_id = ${id} and member_id = ${memberId}`,
  ]);
  return (rows as { confirmedAt: string | null }[])[0];
};

test("scanners that come when all is done leave the account and its session as they are", async () => {
  const story = await storyOf(stage, "asahi");
  const email = newAddress();
  await reachesPassword(story, email);
  await finishes(story);
  const before = await accountOf("asahi", story.holder.memberId);
  const mails = await stage.world.mailsTo(email);
  assert.equal(mails.length, 2, "the check and the completion");
  const seen = (await Promise.all(mails.map((mail) => scans(story, mail)))).flat();
  assert.ok(seen.some((href) => href.includes("/check-address/")));
  assert.deepEqual(await accountOf("asahi", story.holder.memberId), before);
  await story.page.reload();
  await isHome(story);
});

test("the button of a classic completion mail is not used up either", async () => {
  const email = newAddress();
  const { person } = await storiesOf(() => stage.world).registers("hikari", { email });
  const [mail] = await stage.world.mailsTo(email);
  assert.ok(mail);
  const seen = await scans({ at: (path) => `http://${stage.world.hostOf("hikari")}${path}` }, mail);
  const button = seen.find((href) => href.includes("/confirm-address/"));
  assert.ok(button);
  assert.equal((await accountOf("hikari", person.id))?.confirmedAt, null);
  const phone = await stage.browser.page();
  await phone.goto(button);
  await press(phone, words.ja.confirm);
  assert.ok((await accountOf("hikari", person.id))?.confirmedAt);
});
