import type { FlowServices } from "../../flow/index.ts";
import type { AccountId, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import type { FactorState } from "../factor-steps/index.ts";
import type { Factor, Methods, Owner } from "../methods/index.ts";
import type { ChosenPassword } from "../passwords/index.ts";

/**
 * What a reset stands on; each a mail that was received: its link (or code), the provisional password
 * in it, or the link of a forgotten ID and then 「パスワード初期化」.
 */
export type Ground = "link" | "temporary-password" | "recovered-id";

/** With what a reset begins. */
export type ResetBeginning = {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly society: Society;
  readonly request: RequestContext;
  readonly ground: Ground;
  /** The fields of the forgotten ID's check were right on the way here. */
  readonly isIdentityProved: boolean;
  /** Where its mail was received: confirms that address. Not known: it confirms none. */
  readonly mailedTo?: string | null;
};

/** Why what is enrolled cannot be asked for: it is lost, or wrong answers have closed it. */
export type Lost = "device" | "locked";

/** What a reset has learnt so far; sealed in its row. */
export type State = {
  readonly owner: Owner;
  /** Where its mail was received; null: not known. */
  readonly mailedTo: string | null;
  readonly ground: Ground;
  readonly isIdentityProved: boolean;
  /** Null: nothing is. What is enrolled then does not count any more, and goes at the end. */
  readonly lost: Lost | null;
  readonly factor: FactorState;
  /** What was enrolled at the beginning: for who has it after all. */
  readonly given: readonly Factor[];
  /** Of the password that is to go: with another one since, this leads nowhere. */
  readonly passwordChangedAt: Instant;
  /** Of the mailed provisional password that led here: the new one must be another. */
  readonly temporaryMac: string | null;
  readonly password: ChosenPassword | null;
  /** 「全てのデバイスからサインアウトする」 */
  readonly signsOutEverywhere: boolean;
};

export type ResetServices = FlowServices & {
  readonly methods: Methods;
  readonly passwords: Passwords;
};
