import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../../src/platform/database/sql.ts";
import type { Message } from "../../../src/platform/smtp/types.ts";
import { scans } from "../../scanner/scans.ts";
import { newAddress } from "../new-stories.ts";

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

// What mail filters open stays usable: in a first sign-in, and after it (test/scanner has the rest).

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi", "sakura"]);
});
after(() => stage.close());

/** @returns the pages that a filter saw */
const isScanned = (at: Story["at"], mail: Message) =>
  scans({ browser: stage.browser, origin: at("/") }, mail);

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
  const seen = await isScanned(story.at, mail);
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
  const seen = (await Promise.all(mails.map((mail) => isScanned(story.at, mail)))).flat();
  assert.ok(seen.some((href) => href.includes("/check-address/")));
  assert.deepEqual(await accountOf("asahi", story.holder.memberId), before);
  await story.page.reload();
  await isHome(story);
});
