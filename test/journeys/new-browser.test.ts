import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { formatEra } from "../../src/kernel/eras.ts";
import { type Look, noSidewaysScroll, noTroubles, picture } from "../browser.ts";
import { looksRight, pressSignOut } from "./browser-stories.ts";
import { openStage, type Stage, type Story, storyOf } from "./new-browser/stage.ts";
import {
  arrives,
  begins,
  choosesMail,
  follow,
  givesAddress,
  isHome,
  newestMail,
  opensButton,
  passesSecondFactor,
  press,
  proves,
  refused,
  signsIn,
  typesCode,
  typesCodeOf,
  typesPassword,
} from "./new-browser/steps.ts";
import { chosenPassword, newUserId } from "./stories.ts";

/** The new way, from a members file to the home page and back in again. */

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi", "sakura"]);
});
after(() => stage.close());

type Walk = {
  readonly code: "asahi" | "sakura";
  readonly width: 390 | 1280;
  readonly lang: "ja" | "en";
  readonly javaScript: boolean;
  readonly proof: "code" | "button";
  readonly userId: "kept" | "changed";
  /** Every page by axe, too; `pictured` without; else what the browser says, and 320 px. */
  readonly look: "looked-at" | "pictured" | "walked";
};

const walk = (line: string): Walk => {
  const [code, width, lang, js, proof, userId, look] = line.split(" ");
  return {
    code: code as Walk["code"],
    width: Number(width) as Walk["width"],
    lang: lang as Walk["lang"],
    javaScript: js === "js",
    proof: proof as Walk["proof"],
    userId: userId as Walk["userId"],
    look: look as Walk["look"],
  };
};

/** Each width, language and with or without JavaScript, all eight; half of each society. */
const walks = [
  "asahi 390 ja js code kept looked-at",
  "asahi 1280 en no-js code changed pictured",
  "sakura 390 en no-js button changed looked-at",
  "sakura 1280 ja js button kept pictured",
  "asahi 390 en js button changed walked",
  "asahi 1280 ja no-js button kept walked",
  "sakura 390 ja no-js code kept walked",
  "sakura 1280 en js code changed walked",
].map(walk);

type Walking = Story & {
  readonly email: string;
  readonly looks: (what: string) => Promise<void>;
};

const nameOf = ({ code, width, lang, javaScript }: Walk) =>
  `${code}-${width}-${lang}-${javaScript ? "js" : "nojs"}`;

const starts = async (one: Walk): Promise<Walking> => {
  const look: Look = { width: one.width, lang: one.lang, javaScript: one.javaScript };
  const story = await storyOf(stage, one.code, look);
  const name = nameOf(one);
  let pages = 0;
  const looks = async (what: string) => {
    pages += 1;
    const called = `${name}-${String(pages).padStart(2, "0")}-${what}`;
    if (one.look === "looked-at") return looksRight(story.page, called);
    if (one.look === "pictured") await picture(story.page, called);
    noTroubles(story.page);
    await noSidewaysScroll(story.page);
  };
  return { ...story, looks, email: `${name}@example.jp` };
};

const provesWhoTheyAre = async (story: Walking) => {
  const { page, say, lang, holder, looks } = story;
  await looks("identity");
  await page.fill("#birthDate", "1979822");
  await press(page, say.prove);
  await refused(page);
  await looks("identity-refused");
  assert.equal(await page.inputValue("#birthDate"), "1979822");
  await proves(story, lang === "ja" ? formatEra(holder.bornOn) : undefined);
  await arrives(story, "terms");
  await looks("terms");
  await press(page, say.agree);
  await arrives(story, "address");
};

const asksForTheMail = async (story: Walking) => {
  const { page, looks, email } = story;
  await looks("address");
  await givesAddress(story, "hanako.example.jp");
  await refused(page);
  await looks("address-refused");
  await givesAddress(story, email);
  await arrives(story, "address-check");
};

const provesTheAddress = async (story: Walking, proof: Walk["proof"]) => {
  const { page, say, looks, email } = story;
  await looks("address-check");
  await typesCode(story, "12345");
  await refused(page);
  await looks("address-check-refused");
  if (proof === "code") await typesCodeOf(story, email);
  else {
    const phone = await stage.browser.page({ lang: story.lang });
    await opensButton(story, phone, await newestMail(story, email));
    await press(phone, say.confirm);
    await follow(page, say.refresh);
  }
  await arrives(story, "user-id");
};

const choosesTheId = async (story: Walking, choice: Walk["userId"]): Promise<string> => {
  const { page, say, looks, holder } = story;
  assert.equal(await page.inputValue("#userId"), holder.userId, "kept unless changed");
  await page.getByText(say.forbidden).click();
  await looks("user-id");
  await page.fill("#userId", "短い");
  await press(page, say.next);
  await refused(page);
  await looks("user-id-refused");
  const userId = choice === "kept" ? holder.userId : newUserId();
  await page.fill("#userId", userId);
  await press(page, say.next);
  await arrives(story, "method");
  return userId;
};

const choosesTheMailbox = async (story: Walking) => {
  await story.looks("method");
  await choosesMail(story);
  await arrives(story, "password");
};

const registers = async (story: Walking) => {
  const { page, say, looks } = story;
  await looks("password");
  assert.equal(await page.isChecked("#signsOutEverywhere"), true);
  await typesPassword(story, "another-one-2026");
  await press(page, say.run);
  await refused(page);
  await looks("password-refused");
  assert.equal(await page.inputValue("#password"), "");
  await typesPassword(story);
  await press(page, say.run);
  await isHome(story);
  await looks("home");
};

const comesBack = async (story: Walking, userId: string, isPhone: boolean) => {
  const { page, say, looks, email } = story;
  await pressSignOut(page, say.signOut, isPhone);
  await page.getByRole("heading", { level: 1, name: say.signIn }).waitFor();
  await looks("signed-out");
  // A code that is asked for later would overtake what waits.
  await newestMail(story, email);
  await signsIn(story, { userId, password: chosenPassword });
  await looks("second-factor");
  await passesSecondFactor(story, email);
  await isHome(story);
  noTroubles(page);
};

for (const one of walks)
  describe(`${nameOf(one)}: by ${one.proof}, the ID ${one.userId}`, () => {
    test("from the letter to home, out, and in again", async () => {
      const story = await starts(one);
      await begins(story);
      await provesWhoTheyAre(story);
      await asksForTheMail(story);
      await provesTheAddress(story, one.proof);
      const userId = await choosesTheId(story, one.userId);
      await choosesTheMailbox(story);
      await registers(story);
      await comesBack(story, userId, one.width === 390);
    });
  });
