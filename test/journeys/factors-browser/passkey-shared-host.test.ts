import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, type TestBrowser } from "../../browser.ts";
import { registered } from "../../world/factors.ts";
import { openWorld, type World } from "../../world/world.ts";
import { press } from "../new-browser/steps.ts";
import { codeIn } from "../new-stories.ts";
import { phoneOf } from "./phone.ts";
import {
  atHome,
  choosesInProfile,
  entersPassword,
  heading,
  keepsCodes,
  looks,
  opensProfile,
  signsOut,
  visit,
} from "./steps.ts";

/** ひかり電機 (A): where a second factor is offered, on the host that three societies share. */

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});

const cast = async (look: { width: 390 | 1280; lang: "ja" | "en" }) => {
  const whose = await registered(world, "hikari");
  const page = await browser.page(look);
  const phone = await phoneOf(page);
  const name = `hikari-passkey-${look.lang}-${look.width}`;
  const seen = visit(world, page, { code: "hikari", lang: look.lang, name });
  await entersPassword(seen, whose);
  await atHome(seen, whose.person.name);
  await choosesInProfile(seen, "passkey");
  await press(page, seen.say.setUpPasskey);
  await keepsCodes(seen);
  await opensProfile(seen);
  await looks(seen, "profile");
  return { whose, page, phone, seen };
};

for (const look of [
  { width: 390, lang: "ja" },
  { width: 1280, lang: "en" },
] as const)
  test(`a passkey of the shared host knows whose it is: ${look.width} ${look.lang}`, async () => {
    const { whose, page, phone, seen } = await cast(look);
    await phone.rests();
    await signsOut(seen);
    const pressed = press(page, seen.say.withPasskey);
    await phone.isTouched();
    await pressed;
    await atHome(seen, whose.person.name);
  });

test("what the phone has lost is told, and another way leads in", async () => {
  const { whose, page, phone, seen } = await cast({ width: 390, lang: "ja" });
  await choosesInProfile(seen, "mail-otp");
  const { email } = whose;
  const newest = async () => {
    const mails = await world.mailsTo(email ?? "");
    return codeIn(mails.findLast(({ subject }) => subject.startsWith("【")) ?? { text: "" });
  };
  await page.fill("#mailCode", await newest());
  await press(page, seen.say.check);
  await choosesInProfile(seen, "passkey");
  await phone.forgetsAll();
  await signsOut(seen);
  await entersPassword(seen, whose);
  await heading(seen, seen.say.passkeyAsked);
  await page.getByRole("button", { name: seen.say.withPasskey }).click();
  await page.locator("[data-passkey-failed]").waitFor();
  await looks(seen, "lost");
  await press(page, seen.say.mail);
  await page.fill("#mailCode", await newest());
  await press(page, seen.say.check);
  await atHome(seen, whose.person.name);
});
