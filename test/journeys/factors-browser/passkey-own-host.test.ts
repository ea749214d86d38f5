import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openStage, type Stage, storyOf } from "../new-browser/stage.ts";
import { arrives, finishes, isHome, press, reachesUserId } from "../new-browser/steps.ts";
import { chosenPassword } from "../stories.ts";
import { type Phone, phoneOf } from "./phone.ts";
import {
  choosesMethod,
  entersPassword,
  heading,
  keepsCodes,
  looks,
  signsOut,
  type Visit,
  visit,
} from "./steps.ts";

/** あさひ精工 (D): passkeys on a host of its own, from the letter on. */

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi"]);
});
after(() => stage.close());

const refusesFirst = async (seen: Visit, phone: Phone) => {
  const { page, say } = seen;
  await looks(seen, "enrol");
  await phone.turnsAway();
  await page.getByRole("button", { name: say.setUpPasskey }).click();
  await page.getByText(say.passkeyFailed).waitFor();
  await looks(seen, "enrol-failed");
  await phone.comesBack();
};

const enrols = async (seen: Visit, phone: Phone) => {
  const { page, say } = seen;
  await looks(seen, "method");
  await choosesMethod(seen, "passkey");
  await refusesFirst(seen, phone);
  await press(page, say.setUpPasskey);
  assert.equal((await phone.passkeys()).length, 1);
  await page.getByRole("heading", { level: 1, name: say.codes }).waitFor();
  await looks(seen, "codes");
  assert.equal((await keepsCodes(seen)).length, 10);
};

/** The field of the user ID offers nothing by itself while the phone rests. */
const comesWithThePasskeyAlone = async (seen: Visit, phone: Phone) => {
  const { page, say } = seen;
  await phone.rests();
  await signsOut(seen);
  await looks(seen, "sign-in");
  const pressed = press(page, say.withPasskey);
  await phone.isTouched();
  await pressed;
};

for (const [width, lang] of [
  [390, "ja"],
  [1280, "en"],
] as const)
  test(`from the letter to home, and in again with the passkey: ${width} ${lang}`, async () => {
    const story = await storyOf(stage, "asahi", { width, lang });
    const { page, world, holder } = story;
    const phone = await phoneOf(page);
    const seen = visit(world, page, {
      code: "asahi",
      lang,
      name: `asahi-passkey-${lang}-${width}`,
    });
    await reachesUserId(story, `passkey${width}@example.jp`);
    await press(page, story.say.next);
    await arrives(story, "method");
    await enrols(seen, phone);
    await arrives(story, "password");
    await finishes(story);
    await comesWithThePasskeyAlone(seen, phone);
    await isHome(story);
    await phone.rests();
    await signsOut(seen);
    await entersPassword(seen, { userId: holder.userId, password: chosenPassword });
    await heading(seen, seen.say.passkeyAsked);
    await looks(seen, "verify");
    const pressed = press(page, seen.say.withPasskey);
    await phone.isTouched();
    await pressed;
    await isHome(story);
  });
