import type { Id, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Holder, RenamedBecause } from "../types.ts";

/** A member whom a society's file brings over from an older system. */
export type Brought = {
  readonly to: Holder;
  /** The user ID as the file has it. */
  readonly userId: string;
  /** The ID that the member is to have; null: a new one is made. */
  readonly wantedId: string | null;
  /** Why it is not the file's; null where it is. */
  readonly because: RenamedBecause | null;
  /** The society's own password, as `foldPrinted` leaves it; null: a strong one is made. */
  readonly password: string | null;
};

export type Counts = {
  /** Their IDs are as they were. */
  readonly kept: number;
  /** They have another ID than before. */
  readonly renamed: number;
  /** With a password of the society's own. */
  readonly weak: number;
};

/** What an activation came to. */
export type Stood = {
  readonly counts: Counts;
  /** They registered while the file was being prepared, and got no letter. */
  readonly dropped: readonly MemberId[];
};

/** A member who signs in with another ID than in the older system. */
export type Renamed = {
  readonly id: Id<"credential">;
  readonly memberId: MemberId;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly nameKana: string;
  readonly formerId: string;
  readonly issuedId: string;
  readonly because: RenamedBecause;
  readonly isWeak: boolean;
  readonly expiresAt: Instant;
  /** The address on file. */
  readonly email: string | null;
  /** An earlier import told the same ID, and its letter still works. */
  readonly isTold: boolean;
};
