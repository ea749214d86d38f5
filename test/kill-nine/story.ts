import type { Visitor } from "../http-client.ts";
import { browserAt, type Letter, type Registration } from "./registration.ts";

/** One letter's way through the registration, as its browser saw it. */
export type Story = {
  readonly letter: Letter;
  browser: Visitor | null;
  /** Steps whose 303 arrived; -1 before the first sign-in's did. */
  seen: number;
};

export const storyOf = (letter: Letter): Story => ({ letter, browser: null, seen: -1 });

const isThere = (registration: Registration, path: string) =>
  registration.steps.findIndex((step) => step.path === path);

/** How many steps the server holds for done, by the page to which it leads this browser. */
const standing = async (browser: Visitor, registration: Registration): Promise<number> => {
  await browser.get("/first-sign-in");
  const { path } = await browser.follow();
  if (path === registration.end || path === "/") return registration.steps.length;
  return isThere(registration, path);
};

/** Goes as far as the server answers. @throws when it is gone, which is what this is about */
const goOn = async (story: Story, port: number, registration: Registration): Promise<void> => {
  const { letter } = story;
  if (!story.browser || story.seen < 0) {
    story.browser = browserAt(port);
    const { status } = await registration.begin(story.browser, letter);
    if (status !== 303) throw new Error(`the letter was answered with ${status}`);
    story.seen = 0;
  }
  let at = await standing(story.browser, registration);
  // Its flow is over, and the answer that said so never came.
  if (at < 0 && (await registration.canSignIn(port, letter))) at = registration.steps.length;
  story.seen = at;
  while (at >= 0 && at < registration.steps.length) {
    const { status, body } = await (registration.steps[at]?.send(story.browser, letter) ??
      Promise.reject(new Error("no such step")));
    if (status !== 303)
      throw new Error(`step ${at} was answered with ${status}: ${body.slice(0, 200)}`);
    at += 1;
    story.seen = at;
    if (at < registration.steps.length) await story.browser.follow();
  }
};

export const isOver = (story: Story, registration: Registration): boolean =>
  story.seen === registration.steps.length;

/** Refused connections, and the 503 of a server whose database is gone. */
const isCut = (error: unknown, browser: Visitor | null): boolean => {
  const isBroken = error instanceof Error && "code" in error && error.code !== "ERR_ASSERTION";
  return isBroken || (browser !== null && statusOf(browser) === 503);
};

const statusOf = (browser: Visitor): number => {
  try {
    return browser.page().status;
  } catch {
    return 0;
  }
};

/** Until the kill cuts it off. Any other trouble is a fault, not a cut. */
export const tellUntilCut = async (
  story: Story,
  port: number,
  registration: Registration,
): Promise<void> => {
  try {
    await goOn(story, port, registration);
  } catch (error) {
    if (!isCut(error, story.browser)) throw error;
  }
};

/** What a browser saw must still be there. @returns what is lost */
export const lossesOf = async (
  story: Story,
  port: number,
  registration: Registration,
): Promise<readonly string[]> => {
  const { letter, browser, seen } = story;
  if (isOver(story, registration))
    return (await registration.canSignIn(port, letter))
      ? []
      : [`${letter.userId} saw its registration end, and cannot sign in`];
  if (!browser || seen < 0) return [];
  const at = await standing(browser, registration);
  if (at < 0 && (await registration.canSignIn(port, letter))) return [];
  return at >= seen ? [] : [`${letter.userId} saw step ${seen} done, the server stands at ${at}`];
};
