import type pg from "pg";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Clock } from "../../../kernel/time.ts";
import { holdIssueLock } from "../store.ts";
import { collectFindings } from "./findings.ts";
import { groupLetters } from "./groups.ts";
import { judgePlanned } from "./judge.ts";
import { leaveOut, makePlan, plannedAfter } from "./store.ts";
import type { Judge, Plan, Planned, PlanSociety, Wanted } from "./types.ts";

export type PlanningMeans = {
  readonly clock: Clock;
  /** A connection of its own, not pooled: the lock and the plan are on it. The caller ends it. */
  readonly client: pg.Client;
};

export type Order = {
  readonly society: PlanSociety;
  readonly wanted: Wanted;
  /** null: nothing is printed by us, so any character will do. */
  readonly judge: Judge | null;
  /** Leaves out who has a character that cannot be printed; they are among the findings. */
  readonly leavesOutUnprintable: boolean;
};

/** Rows that are looked at at a time. */
const portion = 512;

async function* everyone(client: pg.Client): AsyncGenerator<readonly Planned[]> {
  for (let place = 0; ; ) {
    const next: readonly Planned[] = await plannedAfter(client, { place, most: portion });
    if (next.length > 0) yield next;
    if (next.length < portion) return;
    place = next.at(-1)?.place ?? place;
  }
}

type Survey = Pick<Plan, "count" | "groups" | "findings">;

/** Looks at everyone once: what is to be told, who is left out, and how many go to each workplace. */
const survey = async (client: pg.Client, order: Order): Promise<Survey> => {
  const { judge, leavesOutUnprintable } = order;
  const { delivery } = order.society.policy.letter;
  const collecting = collectFindings();
  const grouping = groupLetters();
  let count = 0;
  for await (const rows of everyone(client)) {
    const left: number[] = [];
    for (const one of rows) {
      const findings = judgePlanned(one, { judge, delivery });
      collecting.add(findings);
      const isUnprintable = findings.some(({ kind }) => kind === "unprintable");
      if (one.isReturned || (isUnprintable && leavesOutUnprintable)) {
        left.push(one.place);
        continue;
      }
      count += 1;
      const { workplaceCode: code, workplaceName: name } = one;
      if (delivery === "workplace") grouping.add({ code, name }, count);
    }
    if (left.length > 0) await leaveOut(client, left);
  }
  return { count, groups: grouping.groups(), findings: collecting.findings() };
};

/**
 * Who gets a letter, in which order, and what is to be told before. Nothing changes; the plan stays
 * on the connection until it is issued from or the connection ends. Takes the society's lock, or
 * refuses `busy` where another run has it.
 */
export const planLetters = async (
  { clock, client }: PlanningMeans,
  order: Order,
): Promise<Result<Plan>> => {
  const { society, wanted, leavesOutUnprintable } = order;
  if (!(await holdIssueLock(client, society.id))) return refuse("busy");
  await makePlan(client, { society, wanted, now: clock.now() });
  return ok({ society, wanted, leavesOutUnprintable, ...(await survey(client, order)) });
};
