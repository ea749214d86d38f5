import type { Answer, Visitor } from "../http-client.ts";
import type { Portal } from "../portal-process.ts";
import { isLate, type Mailbox } from "./mailbox.ts";
import {
  browserAt,
  canSignIn,
  flowPath,
  type Letter,
  type Press,
  readyToSignIn,
  type Way,
} from "./registration.ts";

/** One letter's way through the registration, as its browser saw it. */
export type Story = {
  readonly way: Way;
  readonly letter: Letter;
  browser: Visitor | null;
  /** Steps whose 303 arrived; -1 before the first sign-in's did. */
  seen: number;
};

/** Where it happens, and how long each press took when nothing was killed, by its name. */
export type Scene = {
  readonly portal: Portal;
  readonly mails: Mailbox;
  readonly tookMs: Map<string, number>;
  /** What a browser missed when it came back. */
  readonly lost: string[];
};

export const storyOf = (way: Way, letter: Letter): Story => ({
  way,
  letter,
  browser: null,
  seen: -1,
});

export const isOver = ({ seen, way }: Story): boolean => seen === way.steps.length;

/** `classic begin` */
export const pressName = (way: Way, at: number): string =>
  `${way.name} ${way.steps[at]?.name ?? "begin"}`;

const cutCode = "ECUT";

/** The 503 of a server whose database is gone is a cut, like a refused connection. */
const uncut = (answer: Answer): Answer => {
  if (answer.status !== 503) return answer;
  throw Object.assign(new Error(`${answer.path} was answered with 503`), { code: cutCode });
};

export const isCut = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code !== "ERR_ASSERTION";

/** How many steps the server holds for done, by the page to which it leads this browser. */
const standing = async ({ way, letter }: Story, browser: Visitor, port: number) => {
  uncut(await browser.get(flowPath));
  const { path } = uncut(await browser.follow());
  const at = path === way.end ? way.steps.length : way.steps.findIndex((s) => s.path === path);
  // Its flow is over, and the answer that said so never came.
  return at < 0 && (await canSignIn(port, way, letter)) ? way.steps.length : at;
};

/** The next press, everything before it done. */
export const ready = async (story: Story, { portal, mails }: Scene): Promise<Press> => {
  const { way, letter } = story;
  const open = () => browserAt(portal.port, way);
  if (!story.browser || story.seen < 0) {
    story.browser = open();
    return readyToSignIn(story.browser, letter.issuedId, letter.password);
  }
  const step = way.steps[story.seen];
  if (!step) throw new Error(`${letter.userId} has no step ${story.seen}`);
  return step.ready({ browser: story.browser, phone: open(), letter, mails });
};

/** @throws a cut, or what else it was answered with */
export const press = async (story: Story, button: Press): Promise<void> => {
  const { way, seen } = story;
  const { status, location, body } = uncut(await button());
  if (status !== 303 || location === way.steps[seen]?.path)
    throw new Error(
      `${pressName(way, seen)} was answered with ${status} ${location ?? body.slice(0, 200)}`,
    );
  story.seen += 1;
};

/** Looks where it stands; a step that was done without an answer is behind it. */
const look = async (story: Story, { portal, lost }: Scene): Promise<void> => {
  if (!story.browser || story.seen < 0) return;
  const at = await standing(story, story.browser, portal.port);
  if (at < story.seen)
    lost.push(
      `${story.letter.userId} came back after step ${story.seen}, the server stands at ${at}`,
    );
  story.seen = at;
};

/** Goes on to the page of step `upTo`, or as far as the server answers and the mails come. */
export const tell = async (story: Story, scene: Scene, upTo: number): Promise<void> => {
  try {
    await look(story, scene);
    while (story.seen < upTo) {
      const name = pressName(story.way, story.seen);
      const button = await ready(story, scene);
      const from = performance.now();
      await press(story, button);
      scene.tookMs.set(name, performance.now() - from);
      await look(story, scene);
    }
  } catch (error) {
    if (!isCut(error) && !isLate(error)) throw error;
  }
};

/** Each commit is a turn: of the begin, of each step, of each mail that was asked for once more. */
const turnsOf = ({ letter }: Story, at: number, mails: Mailbox): number =>
  1 + at + mails.timesAsked(letter.email) + mails.timesAsked(letter.fileAddress ?? "");

/** What a browser saw must still be there, and nothing twice. @returns what is not so */
export const lossesOf = async (
  story: Story,
  { portal, mails }: Scene,
): Promise<readonly string[]> => {
  const { way, letter, browser, seen } = story;
  const { port } = portal;
  if (isOver(story))
    return (await canSignIn(port, way, letter))
      ? []
      : [`${letter.userId} saw its registration end, and cannot sign in`];
  if (!browser || seen < 0) return [];
  const at = await standing(story, browser, port);
  if (at < seen) return [`${letter.userId} saw step ${seen} done, the server stands at ${at}`];
  if (at === way.steps.length) return [];
  const { turn } = JSON.parse(uncut(await browser.get(`${flowPath}/standing`)).body);
  const turns = turnsOf(story, at, mails);
  return turn.endsWith(`.${turns}`)
    ? []
    : [`${letter.userId} stands at step ${at} with turn ${turn}, not ${turns}`];
};
