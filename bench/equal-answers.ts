import { openWorld, type World } from "../test/world/world.ts";
import { differenceOf, seenOf } from "./equal/answers.ts";
import { control, doorsOf } from "./equal/doors.ts";
import { peopleIn } from "./equal/people.ts";
import type { Door } from "./equal/types.ts";
import type { Bench, Figures, Goal } from "./types.ts";

const tries = 200;
const doorNames = ["sign-in", "forgot-id", "forgot-password", "passkey"] as const;

const medianOf = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** What one case was answered with, how long that took, and how long the page after it. */
type Observed = {
  readonly answers: number[];
  readonly pages: number[];
  readonly seen: Set<string>;
};

let asked = 0;

/** Each asks from a network of its own: none is throttled. */
const browserOf = (world: World) => {
  asked += 1;
  return world.browser("hikari", {
    "x-forwarded-for": `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
  });
};

const timed = async <T>(work: () => Promise<T>) => {
  const from = performance.now();
  const came = await work();
  return { came, ms: performance.now() - from };
};

type Asking = { readonly world: World; readonly door: Door; readonly turn: number };

const ask = async ({ world, door, turn }: Asking, name: string, observed: Observed) => {
  const browser = browserOf(world);
  const ready = await door.cases[name]?.(turn, browser);
  if (!ready) throw new Error(`no case ${name}`);
  const answer = await timed(ready.send);
  const page = await timed(browser.follow);
  observed.answers.push(answer.ms);
  observed.pages.push(page.ms);
  observed.seen.add(seenOf(answer.came, ready.typed) + seenOf(page.came, ready.typed));
};

/** The cases take turns, and so does who begins: a noisy second hits all of them. */
const observe = async (world: World, door: Door): Promise<ReadonlyMap<string, Observed>> => {
  await door.reset();
  const names = Object.keys(door.cases);
  const all = new Map(names.map((name) => [name, { answers: [], pages: [], seen: new Set() }]));
  for (let turn = 0; turn < tries; turn += 1)
    for (const [i] of names.entries()) {
      const name = names[(i + turn) % names.length] ?? "";
      await ask({ world, door, turn }, name, all.get(name) as unknown as Observed);
    }
  return all as unknown as ReadonlyMap<string, Observed>;
};

/** @throws when two answers of a door are not the same */
const mustBeEqual = ({ name }: Door, observed: ReadonlyMap<string, Observed>): void => {
  const [first = "", ...others] = new Set([...observed.values()].flatMap(({ seen }) => [...seen]));
  const [other] = others;
  if (other === undefined) return;
  const whose = [...observed].filter(([, { seen }]) => seen.has(other)).map(([one]) => one);
  throw new Error(`${name}: ${whose.join(", ")} is told apart: ${differenceOf(first, other)}`);
};

const spreadOf = (all: readonly (readonly number[])[]): number => {
  const medians = all.map(medianOf);
  return Math.max(...medians) / Math.min(...medians);
};

const round = async (world: World, doors: readonly Door[]): Promise<Figures> => {
  const figures: Record<string, number> = {};
  for (const door of doors) {
    const observed = await observe(world, door);
    mustBeEqual(door, observed);
    const all = [...observed.values()];
    figures[`${door.name}: answer`] = spreadOf(all.map(({ answers }) => answers));
    figures[`${door.name}: page after it`] = spreadOf(all.map(({ pages }) => pages));
    const twice = [...observed].filter(([name]) => name === "unknown" || name === control);
    figures[`${door.name}: one case twice`] = spreadOf(twice.map(([, { answers }]) => answers));
    figures[`${door.name}: answer, ms`] = medianOf(all.flatMap(({ answers }) => answers));
  }
  return figures;
};

const goals: readonly Goal[] = doorNames.flatMap((name): readonly Goal[] => [
  { figure: `${name}: answer`, unit: "ratio", atMost: 1.1 },
  { figure: `${name}: page after it`, unit: "ratio", atMost: 1.1 },
  // what the machine's own noise comes to: on a busy one the goals say nothing
  { figure: `${name}: one case twice`, unit: "ratio" },
  { figure: `${name}: answer, ms`, unit: "ms" },
]);

/** Whether somebody exists shows in no answer, and in no time that it takes (docs/adr/0008). */
export const equalAnswers: Bench = {
  name: "equal-answers",
  says: `the slowest median ÷ the fastest, of unknown, wrong, locked and without an address, ${tries} tries each; answers that differ fail`,
  goals,
  prepare: async () => {
    const world = await openWorld(undefined, { environment: { TRUSTED_PROXIES: "127.0.0.1" } });
    const doors = await doorsOf(world, await peopleIn(world));
    return { round: () => round(world, doors), close: world.close };
  },
};
