import type { EntranceId, Id, MemberId } from "../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";

export type BatchId = Id<"batch">;

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

export type Recipient = {
  readonly id: MemberId;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly name: string;
  readonly symbolKey: string;
  readonly numberKey: string;
};

/** A letter: prepared while its file is written, then activated with its batch. */
export type Prepared = {
  readonly id: Id<"credential">;
  readonly memberId: MemberId;
  readonly issuedId: string;
  readonly passwordHash: string;
};
