import type { EntranceId, Id, MemberId } from "../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";

export type BatchId = Id<"batch">;
/** Letters of ours, or what a society brings from an older system. */
export type BatchKind = "issued" | "imported";

/** Who gets a letter. */
export type Recipients = {
  readonly entranceId: EntranceId;
  /** Covered on this day, and without an account. */
  readonly on: PlainDate;
  readonly who: "insured" | "adults";
  /** Only members without a letter that works at `now`. */
  readonly isOnlyNew: boolean;
  readonly now: Instant;
  /** This member and no other. */
  readonly only?: MemberId;
};

/** Whose letter it is, as the list says. */
export type Holder = {
  readonly id: MemberId;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly name: string;
};

export type Recipient = Holder & { readonly symbolKey: string; readonly numberKey: string };

/**
 * Why an ID of an older system could not be kept: a character that the society does not allow,
 * another ID alike but for case or width, or somebody else's at the entrance.
 */
export type RenamedBecause = "characters" | "alike" | "taken";

/** A letter: prepared while its file is written, then activated with its batch. */
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
};
