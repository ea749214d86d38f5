import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { aimsOf } from "./kill-nine/aims.ts";
import { castFor } from "./kill-nine/cast.ts";
import { chanceOf } from "./kill-nine/chance.ts";
import { killOnce, type Stage } from "./kill-nine/killing.ts";
import { mailboxIn } from "./kill-nine/mailbox.ts";
import { isOver, lossesOf, type Story, tell } from "./kill-nine/story.ts";
import { type Killed, tableOf } from "./kill-nine/table.ts";
import { truthOf } from "./kill-nine/truth.ts";
import { auditorOf } from "./kill-nine/verify.ts";
import { type Portal, portalIn } from "./portal-process.ts";

// `scripts/node test/kill-nine.ts [--kills 48] [--seed 1] [--only "new address"]`: kill -9 of the server, the database or
// both, while members press the button of each step of each way to register, and while facts are
// sealed. Whatever a browser saw as a 303 survives, nothing is half there, `audit verify` passes.

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "48" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
const aims = aimsOf(Number(values.kills), values.only);
const from = performance.now();

/** Everybody there, and who goes first has come to the end of each way without a kill. */
const prepare = async (portal: Portal): Promise<Stage> => {
  const mails = mailboxIn(join(portal.dataFolder, "mail"));
  const scene = { portal, mails, tookMs: new Map(), lost: [] };
  const cast = await castFor(portal, aims);
  for (const scout of cast.scouts) {
    await tell(scout, scene, scout.way.steps.length);
    if (!isOver(scout)) throw new Error(`${scout.way.name} stops at step ${scout.seen}, unharmed`);
  }
  return { scene, cast, auditor: auditorOf(portal), chance: chanceOf(Number(values.seed)) };
};

/** Who waits for a mail that a killed worker holds back may ask for another after a minute. */
const mostRounds = 30;
/** Fewer than the passwords that may wait for their turn. */
const atOnce = 16;

const inGroups = async <T>(stories: readonly Story[], work: (story: Story) => Promise<T>) => {
  const done: T[] = [];
  for (let i = 0; i < stories.length; i += atOnce)
    done.push(...(await Promise.all(stories.slice(i, i + atOnce).map(work))));
  return done;
};

/** Everyone goes on, and all end registered, once each. */
const finish = async ({ scene, cast }: Stage): Promise<readonly string[]> => {
  const { everybody } = cast;
  const open = () => everybody.filter((story) => !isOver(story));
  for (let rounds = 0; rounds < mostRounds && open().length > 0; rounds += 1)
    await inGroups(open(), (story) => tell(story, scene, story.way.steps.length));
  const losses = await inGroups(everybody, (story) => lossesOf(story, scene));
  const { accounts, halves } = await truthOf(scene.portal, scene.mails);
  const missing = everybody.length - accounts;
  console.log(`${everybody.length} letters, all told to their end: ${accounts} accounts`);
  return [...losses.flat(), ...halves, ...(missing ? [`${missing} accounts are missing`] : [])];
};

/** Nothing is left to seal after the sealer's turns, and every head that was ever told stands. */
const audit = async ({ auditor }: Stage): Promise<readonly string[]> => {
  let last = await auditor.verify();
  for (let turns = 0; turns < 20 && last.unsealed > 0; turns += 1) {
    await pause(1000);
    last = await auditor.verify();
  }
  const all = await auditor.verifyAll();
  console.log(
    `audit verify: ${last.seals} seals of ${last.facts} facts, ${last.unsealed} to seal; ${all.kept} earlier heads stand`,
  );
  const left = last.unsealed > 0 ? [`${last.unsealed} facts stay unsealed`] : [];
  return [...last.problems, ...left, ...all.problems];
};

const run = async (): Promise<readonly string[]> => {
  const portal = await portalIn("kill-nine");
  const problems: string[] = [];
  const killed: Killed[] = [];
  let stage: Stage | undefined;
  try {
    await portal.start();
    stage = await prepare(portal);
    for (const aim of aims) {
      const one = await killOnce(stage, aim);
      killed.push(one);
      problems.push(...one.found);
    }
    problems.push(...(await finish(stage)), ...(await audit(stage)), ...stage.scene.lost);
  } finally {
    stage?.auditor.end();
    await portal.remove();
  }
  console.log(tableOf(killed));
  return problems;
};

const problems = await run();
for (const problem of problems) console.error(`✖ ${problem}`);
const seconds = Math.round((performance.now() - from) / 1000);
console.log(
  `${aims.length} kills (seed ${values.seed}) in ${seconds} s, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
