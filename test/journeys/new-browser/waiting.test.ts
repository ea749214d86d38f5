import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { sql } from "../../../src/platform/database/sql.ts";
import { looksRight } from "../browser-stories.ts";
import { codeIn, newAddress } from "../new-stories.ts";
import { openStage, type Stage, type Story, storyOf } from "./stage.ts";
import {
  arrives,
  follow,
  givesAddress,
  newestMail,
  opensButton,
  press,
  reachesCheck,
  refused,
  typesCode,
  typesCodeOf,
} from "./steps.ts";
import { words } from "./words.ts";

/** 「メールアドレス確認」 while it waits: on this device, on another one, and when the mail is late. */

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi", "sakura"]);
});
after(() => stage.close());

const codeFields = (page: Page) => page.locator("input[name=code]").count();

const otherCode = (code: string) => String((Number(code) + 1) % 10 ** 6).padStart(6, "0");

/** The page asks every three seconds: its clock jumps, nobody waits. */
const askSoon = ({ page }: Story) => page.clock.fastForward(3_000);

const pressesOnPhone = async (story: Story, email: string, looksAs?: string) => {
  const phone = await stage.browser.page({ width: 390, lang: story.lang });
  await opensButton(story, phone, await newestMail(story, email));
  if (looksAs) await looksRight(phone, `${looksAs}-button`);
  await press(phone, story.say.confirm);
  await phone.getByRole("heading", { level: 1, name: story.say.confirmed }).waitFor();
  if (looksAs) await looksRight(phone, `${looksAs}-button-pressed`);
  return phone;
};

describe("with JavaScript", () => {
  test("the page goes on by itself after the button was pressed on a telephone", async () => {
    const story = await storyOf(stage, "asahi", { width: 1280, lang: "en" });
    await story.page.clock.install();
    const email = newAddress();
    await reachesCheck(story, email);
    const asked: string[] = [];
    story.page.on("response", (got) => {
      if (got.url().endsWith("/standing")) asked.push(got.headers()["set-cookie"] ?? "none");
    });
    const answer = story.page.waitForResponse(/\/standing$/);
    await askSoon(story);
    await (await answer).finished();
    await arrives(story, "address-check");
    await pressesOnPhone(story, email, "waiting-en");
    await askSoon(story);
    await arrives(story, "user-id");
    assert.ok(asked.length > 1 && asked.every((cookie) => cookie === "none"), asked.join());
  });

  test("also while a code is being typed", async () => {
    const story = await storyOf(stage, "sakura");
    await story.page.clock.install();
    const email = newAddress();
    await reachesCheck(story, email);
    await story.page.locator("#code").pressSequentially("123");
    await pressesOnPhone(story, email, "waiting-ja");
    await askSoon(story);
    await arrives(story, "user-id");
  });

  test("a page that a slow line left behind asks again", async () => {
    const story = await storyOf(stage, "asahi");
    await story.page.clock.install();
    const email = newAddress();
    await reachesCheck(story, email);
    await story.page.context().setOffline(true);
    const failed = story.page.waitForEvent("requestfailed");
    await askSoon(story);
    await failed;
    await story.page.context().setOffline(false);
    await pressesOnPhone(story, email);
    await askSoon(story);
    await arrives(story, "user-id");
  });
});

test("without JavaScript 「更新」 stays, and goes on once the button was pressed", async () => {
  const story = await storyOf(stage, "asahi", { javaScript: false });
  const email = newAddress();
  await reachesCheck(story, email);
  await follow(story.page, story.say.refresh);
  await arrives(story, "address-check");
  await pressesOnPhone(story, email);
  await follow(story.page, story.say.refresh);
  await arrives(story, "user-id");
});

test("「再送信」 says from when on it may, then sends; only the newest digits work", async () => {
  const story = await storyOf(stage, "sakura", { width: 1280, javaScript: false });
  const { page, say, world } = story;
  const email = newAddress();
  await reachesCheck(story, email);
  const first = codeIn(await newestMail(story, email));
  await press(page, say.resend);
  await refused(page);
  await looksRight(page, "waiting-resend-too-soon");
  world.clock.advance({ seconds: 61 });
  await press(page, say.resend);
  await arrives(story, "address-check");
  await looksRight(page, "waiting-resent");
  assert.equal((await world.mailsTo(email)).length, 2);
  await typesCode(story, first);
  await refused(page);
  await typesCodeOf(story, email);
  await arrives(story, "user-id");
});

for (const lang of ["ja", "en"] as const)
  test(`five wrong codes use the digits up, ten minutes end them, a new mail mends both (${lang})`, async () => {
    const story = await storyOf(stage, "sakura", { lang });
    const { page, say, world } = story;
    const email = newAddress();
    await reachesCheck(story, email);
    const wrong = otherCode(codeIn(await newestMail(story, email)));
    for (let i = 0; i < 5; i += 1) {
      await typesCode(story, wrong);
      await refused(page);
      if (i === 0) await looksRight(page, `waiting-${lang}-wrong-code`);
    }
    await looksRight(page, `waiting-${lang}-used-up`);
    assert.equal(await codeFields(page), 0, "there is nothing to type any more");
    world.clock.advance({ seconds: 61 });
    await press(page, say.resend);
    await arrives(story, "address-check");
    world.clock.advance({ minutes: 10 });
    await page.reload();
    await looksRight(page, `waiting-${lang}-expired`);
    assert.equal(await codeFields(page), 0);
    await press(page, say.resend);
    await typesCodeOf(story, email);
    await arrives(story, "user-id");
  });

const comesBackUndelivered = async ({ world, code, holder }: Story) => {
  const { id } = world.society(code);
  const now = world.clock.now();
  await world.app.inSociety(id, async (tx) =>
    tx.write(sql`
      update mail set state = 'bounced', bounced_at = ${now}, bounce_code = '5.1.1'
       where society_id = ${id} and member_id = ${holder.memberId}`),
  );
};

for (const lang of ["ja", "en"] as const)
  test(`a mail that came back undelivered is told, and the address typed again (${lang})`, async () => {
    const story = await storyOf(stage, "asahi", { lang, width: lang === "ja" ? 390 : 1280 });
    const { page, say } = story;
    const wrong = newAddress();
    await reachesCheck(story, wrong);
    await newestMail(story, wrong);
    await comesBackUndelivered(story);
    await page.reload();
    await page.getByText(say.undelivered).waitFor();
    await looksRight(page, `waiting-${lang}-bounced`);
    await follow(page, say.changeAddress);
    await arrives(story, "address");
    assert.equal(await page.inputValue("#email"), wrong);
    const right = newAddress();
    // Typing takes a moment: mails of one and the same instant have no order.
    story.world.clock.advance({ seconds: 5 });
    await givesAddress(story, right);
    await arrives(story, "address-check");
    await typesCodeOf(story, right);
    await arrives(story, "user-id");
  });

test("the back button leads to the address; what went to the old one proves nothing", async () => {
  const story = await storyOf(stage, "asahi");
  const { page } = story;
  const [wrong, right] = [newAddress(), newAddress()];
  await reachesCheck(story, wrong);
  const old = await newestMail(story, wrong);
  await page.goBack();
  await arrives(story, "address");
  assert.equal(await page.inputValue("#email"), wrong);
  story.world.clock.advance({ seconds: 5 });
  await givesAddress(story, right);
  await arrives(story, "address-check");
  const phone = await stage.browser.page();
  await opensButton(story, phone, old);
  assert.equal(await phone.getByRole("button", { name: story.say.confirm }).count(), 0);
  await looksRight(phone, "waiting-button-replaced");
  await typesCode(story, codeIn(old));
  await refused(page);
  await typesCodeOf(story, right);
  await arrives(story, "user-id");
});

test("buttons that lead nowhere say so: too late, cut off on the way", async () => {
  const story = await storyOf(stage, "sakura");
  const email = newAddress();
  await reachesCheck(story, email);
  const mail = await newestMail(story, email);
  story.world.clock.advance({ minutes: 61 });
  for (const lang of ["ja", "en"] as const) {
    const phone = await stage.browser.page({ lang });
    await opensButton(story, phone, mail);
    await looksRight(phone, `waiting-${lang}-button-expired`);
    await phone.goto(story.at("/check-address/cut-off"));
    await looksRight(phone, `waiting-${lang}-button-invalid`);
    assert.equal(await phone.getByRole("button", { name: words[lang].confirm }).count(), 0);
  }
});
