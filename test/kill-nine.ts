import { parseArgs } from "node:util";
import { chanceOf } from "./kill-nine/chance.ts";
import { lettersFor } from "./kill-nine/letters.ts";
import { firstSignIn } from "./kill-nine/registration.ts";
import { isOver, lossesOf, type Story, storyOf, tellUntilCut } from "./kill-nine/story.ts";
import { truthOf } from "./kill-nine/truth.ts";
import { type Portal, portalIn } from "./portal-process.ts";

// `scripts/node test/kill-nine.ts [--kills 20] [--seed 1]`: kill -9 of the server, the database or
// both while members register. Whatever a browser saw as a 303 survives; no account is half there.

const { values } = parseArgs({
  options: { kills: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
});
const kills = Number(values.kills);
const chance = chanceOf(Number(values.seed));
const atOnce = 4;
const lettersPerKill = 24;
const registration = firstSignIn;

const targets = ["server", "database", "both"] as const;
type Target = (typeof targets)[number];

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

const kill = (portal: Portal, target: Target): void => {
  const pids = { server: portal.appPid(), database: portal.databasePid() ?? 0 };
  for (const one of ["database", "server"] as const)
    if ((target === one || target === "both") && pids[one] > 1) process.kill(pids[one], "SIGKILL");
};

/** The server may end with its database, or find it again by itself; either way it serves soon. */
const recover = async (portal: Portal): Promise<void> => {
  for (let tries = 0; tries < 100 && !portal.hasEnded(); tries += 1) {
    await pause(100);
    if (await portal.isReady()) return;
  }
  await portal.stop();
  await portal.start();
};

/** Members register one after another, some at a time, until the kill. @returns who was about it */
const registerUntil = async (portal: Portal, stories: readonly Story[], hit: Promise<void>) => {
  const open = stories.filter((story) => !isOver(story, registration));
  const told: Story[] = [];
  let isHit = false;
  const work = async () => {
    for (let story = open.shift(); story && !isHit; story = open.shift()) {
      told.push(story);
      await tellUntilCut(story, portal.port, registration);
    }
  };
  await Promise.all([
    hit.then(() => {
      isHit = true;
    }),
    ...Array.from({ length: atOnce }, work),
  ]);
  if (open.length === 0) throw new Error("the letters ran out: make more");
  return told;
};

/** The server comes back after the kill, and nothing seen is lost. */
const killOnce = async (
  portal: Portal,
  stories: readonly Story[],
  target: Target,
): Promise<readonly string[]> => {
  const waitMs = Math.round(chance() * 600);
  const hit = pause(waitMs).then(() => kill(portal, target));
  const told = await registerUntil(portal, stories, hit);
  await recover(portal);
  const { accounts, halves } = await truthOf(portal);
  const losses = await Promise.all(told.map((story) => lossesOf(story, portal.port, registration)));
  const seen = told.map((story) => story.seen).join(" ");
  console.log(`kill -9 ${target} after ${waitMs} ms: ${accounts} accounts; steps seen ${seen}`);
  return [...losses.flat(), ...halves];
};

/** Everyone who was cut off goes on, and all end registered, once each. */
const finish = async (portal: Portal, stories: readonly Story[]): Promise<readonly string[]> => {
  for (const story of stories) await tellUntilCut(story, portal.port, registration);
  const losses = await Promise.all(
    stories.map((story) => lossesOf(story, portal.port, registration)),
  );
  const { accounts, halves } = await truthOf(portal);
  const missing = stories.length - accounts;
  return [...losses.flat(), ...halves, ...(missing ? [`${missing} accounts are missing`] : [])];
};

const run = async (): Promise<readonly string[]> => {
  const portal = await portalIn("kill-nine");
  const problems: string[] = [];
  try {
    await portal.start();
    const letters = await lettersFor(portal, kills * lettersPerKill);
    const stories = letters.map(storyOf);
    for (let done = 0; done < kills; done += 1)
      problems.push(...(await killOnce(portal, stories, targets[done % 3] ?? "both")));
    const begun = stories.filter(({ browser }) => browser);
    problems.push(...(await finish(portal, begun)));
    console.log(`${begun.length} letters, all told to their end`);
  } finally {
    await portal.remove();
  }
  return problems;
};

const problems = await run();
for (const problem of problems) console.error(`✖ ${problem}`);
console.log(`${kills} kills (seed ${values.seed}), ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
