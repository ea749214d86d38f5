import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import {
  choosesMail,
  codeIn,
  newStoriesOf,
  passesSecondFactor,
  typesCode,
} from "../journeys/new-stories.ts";
import { chosenPassword, signsOut, storiesOf, triesToSignIn } from "../journeys/stories.ts";
import type { Several } from "./several.ts";

/** Asks until it is so: another process learns of it within some seconds. */
export const comesTrue = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let asks = 0; asks < 800; asks += 1) {
    if (await isSo()) return;
    await pause(50);
  }
  assert.fail(`never: ${what}`);
};

type Story = { readonly browser: ReturnType<Several["browser"]>; readonly userId: string };

/** Their members come with a page for each question, and with a second factor. */
const isNew = (code: string) => code === "asahi" || code === "sakura";

/** What people do, each request at the other server. */
export const journeysIn = (town: () => Several) => {
  const classic = storiesOf(town);
  const modern = newStoriesOf(town);

  /** From the letter to home; the address is the person's alone. */
  const registers = async (code: string, email: string): Promise<Story> => {
    if (isNew(code)) {
      const story = await modern.reachesAddress(code);
      await modern.givesAddress(story, email);
      await typesCode(story.browser, codeIn(await modern.newestMail(email)));
      await story.browser.follow();
      await story.browser.submit({});
      await story.browser.follow();
      await choosesMail(story.browser);
      await modern.choosesPassword(story.browser);
      await story.browser.follow();
      return { browser: story.browser, userId: story.letter.userId };
    }
    const { browser, userId } = await classic.registers(code, { email });
    return { browser, userId };
  };

  const isHome = async ({ browser }: Story) =>
    assert.match((await browser.get("/")).body, /鈴木　花子/);

  /** Letter, registration, home, sign-out, sign-in. */
  const goesRound = async (code: string, email: string) => {
    const story = await registers(code, email);
    await isHome(story);
    await signsOut(story.browser);
    assert.doesNotMatch((await story.browser.get("/")).body, /鈴木　花子/);
    const again = { ...story, browser: town().browser(code) };
    await triesToSignIn(again.browser, story.userId, chosenPassword);
    if (isNew(code)) {
      const mail = await town().mailNamed(email, /ワンタイムパスワード/);
      await passesSecondFactor(again.browser, codeIn(mail));
    }
    await isHome(again);
  };
  return { registers, isHome, goesRound };
};
