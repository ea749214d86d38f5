import type { Clock, Instant } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Old, SweepSome } from "../../platform/database/sweeping.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Policy, Society } from "../../society/index.ts";
import { before, type Length } from "./period-rules.ts";

export type Dial = keyof Policy["retention"];

/** `with`: as long as that, and gone with it. */
export type Keep =
  | { readonly with: "installation" | "society" }
  /** Each row says itself when its time is over. */
  | { readonly until: string }
  | {
      /** A number, or the dial of `policy.retention` that says it. */
      readonly count: number | Dial;
      readonly unit: Length["unit"];
      /** What it is counted from. */
      readonly after: string;
    };

export type Sweeping = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly now: Instant;
  /** Rows of one transaction. */
  readonly most: number;
  readonly length: Length;
};

/** Deletes some. @returns how many rows, and whether there may be more */
export type Some = { readonly went: number; readonly isMore: boolean };

export type Sweep =
  | {
      readonly of: "society";
      readonly some: (sweeping: Sweeping, society: Pick<Society, "id" | "code">) => Promise<Some>;
    }
  | { readonly of: "installation"; readonly some: (sweeping: Sweeping) => Promise<Some> };

/** One line of the table. */
export type Kept = {
  /** As the log, the metrics and the audit fact count it. */
  readonly kind: string;
  readonly tables: readonly string[];
  readonly what: string;
  readonly keep: Keep;
  readonly why: string;
  /** Null: nothing goes by its age. */
  readonly sweep: Sweep | null;
};

const oldOf = ({ now, most, length }: Sweeping): Old => ({ before: before(now, length), most });
const some = (went: number, { most }: Sweeping): Some => ({ went, isMore: went >= most });

export const inSocieties = (sweepSome: SweepSome): Sweep => ({
  of: "society",
  some: async (sweeping, { id }) =>
    some(await sweeping.database.inSociety(id, (tx) => sweepSome(tx, oldOf(sweeping))), sweeping),
});

export const inAll = (sweepSome: (database: Database, old: Old) => Promise<number>): Sweep => ({
  of: "installation",
  some: async (sweeping) => some(await sweepSome(sweeping.database, oldOf(sweeping)), sweeping),
});

/** How long it is kept under this policy; what ends by itself is old at once. */
export const lengthOf = (keep: Keep, policy: Policy["retention"] | null): Length | null => {
  if ("with" in keep) return null;
  if ("until" in keep) return { count: 0, unit: "days" };
  const { count, unit } = keep;
  if (typeof count === "number") return { count, unit };
  return policy && { count: policy[count], unit };
};
