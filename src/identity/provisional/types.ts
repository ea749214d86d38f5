import type { Id, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";

export type BatchId = Id<"batch">;
/** Letters of ours, or what a society brings from an older system. */
export type BatchKind = "issued" | "imported";
/** A run that is under way or over; numbers count from 1 in each society and never come again. */
export type Batch = { readonly id: BatchId; readonly number: number };

/** Whose letter it is, as the list says. */
export type Holder = {
  readonly id: MemberId;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly name: string;
};

/**
 * Why an ID of an older system could not be kept: a character that the society does not allow,
 * another ID alike but for case or width, or somebody else's at the entrance.
 */
export type RenamedBecause = "characters" | "alike" | "taken";

/** A letter: prepared while its files are written, then activated with its batch. */
export type Prepared = {
  readonly id: Id<"credential">;
  readonly memberId: MemberId;
  readonly issuedId: string;
  readonly passwordHash: string;
  /** Its password was made by the society: short-lived, and both proofs are asked. */
  readonly isWeak: boolean;
  readonly expiresAt: Instant;
  /** The ID in the society's file where it could not be kept, and why. */
  readonly renamed: { readonly formerId: string; readonly because: RenamedBecause } | null;
  /** In its batch, from 1; null: nothing of ours is printed. */
  readonly number: number | null;
  /** SHA-256 of where it goes, hex. */
  readonly sentTo: string | null;
};
