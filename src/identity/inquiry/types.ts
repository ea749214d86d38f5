import type { EntranceId, MemberId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Member } from "../../members/index.ts";
import type { Society } from "../../society/types.ts";

/** A refused sign-in, or a wrong answer in the identity check of a letter. */
export type FoundTry = {
  readonly what: "try";
  readonly kind: "sign-in" | "proof";
  readonly reason: string;
};

/** Somebody asked for a forgotten ID or password. */
export type FoundAsking = {
  readonly what: "asking";
  readonly kind: "forgot-id" | "forgot-password";
  readonly reason: string;
  /** When the worker had seen to it; null: it has not yet. */
  readonly toldAt: Instant | null;
  /** Until when the mail's button works; null: none went, or one with a provisional password. */
  readonly expiresAt: Instant | null;
  /** Until when its code does, if that is less. */
  readonly codeUntil: Instant | null;
  readonly outcome: "used" | "replaced" | null;
  /** Wrong codes. */
  readonly wrong: number;
};

/** An audit fact of the same request. */
export type FoundFact = {
  readonly what: "fact";
  readonly action: string;
  readonly method: string | null;
  readonly reason: string | null;
};

type Of = {
  readonly at: Instant;
  /** Null: no society is known, such as of an unknown user ID. */
  readonly societyId: SocietyId | null;
  readonly memberId: MemberId | null;
};

export type Row = Of & (FoundTry | FoundAsking | FoundFact);
/** Of the entrance alone where nobody was found. */
export type EntranceRow = Row & { readonly entranceId: EntranceId };

/** One thing that is known under a number, and whose it is. */
export type Found = {
  readonly row: Row;
  readonly society: Society | null;
  readonly member: Member | null;
};
