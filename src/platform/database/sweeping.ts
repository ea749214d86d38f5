import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "./types.ts";

/** What is older than an instant, at most so many rows: a sweep is many short transactions. */
export type Old = { readonly before: Instant; readonly most: number };

/** Deletes some of what is old of one society. @returns how many rows; fewer than `most`: no more */
export type SweepSome = (tx: Tx, old: Old) => Promise<number>;

/** The count that a sweeping statement answers with. */
export const went = async (rows: Promise<readonly { readonly count: number }[]>): Promise<number> =>
  (await rows)[0]?.count ?? 0;
