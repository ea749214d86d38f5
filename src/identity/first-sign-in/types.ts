import type { FlowServices } from "../../flow/index.ts";
import type { AccountId } from "../../kernel/ids.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { Policy, Society } from "../../society/index.ts";
import type { FactorState } from "../factor-steps/index.ts";
import type { Methods } from "../methods/index.ts";
import type { ChosenPassword } from "../passwords/index.ts";
import type { UserId } from "../user-ids/index.ts";

/** 本人確認の項目 */
export type ProofKind = Policy["firstSignIn"]["proof"][number];

/** What a registered member with a new letter has already: offered, and free to be kept. */
export type Former = {
  readonly userId: UserId;
  readonly email: string | null;
  /** A mail to it was received. */
  readonly isEmailConfirmed: boolean;
};

/** What a first sign-in has learnt so far; sealed in its row. */
export type State = {
  /** 仮ユーザID, or the ID that an older system brought. */
  readonly issuedId: string;
  /** MAC of the folded provisional password: the new one must be another. */
  readonly printedMac: string;
  /** The provisional password is of the society's own making: it may be guessed. */
  readonly isWeak: boolean;
  /** メールアドレス of the members file. */
  readonly fileAddress: string | null;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  /** Of the account that this letter renews, or that it will make. */
  readonly accountId: AccountId;
  /** What a letter takes away is not among the account's factors here. */
  readonly factor: FactorState;
  /** Of the account that this letter renews; null: there is none yet. */
  readonly former: Former | null;
  /** What of the identity check was asked and right. */
  readonly proved: readonly ProofKind[];
  /** Of the terms that were agreed to; null: not yet. */
  readonly termsVersion: string | null;
  readonly email: string | null;
  /** Addresses whose mail was received. */
  readonly verified: readonly string[];
  readonly wantsUpdateMails: boolean;
  readonly userId: UserId | null;
  readonly password: ChosenPassword | null;
  /** 「全てのデバイスからサインアウトする」 */
  readonly signsOutEverywhere: boolean;
  /** After the end: whether a mail with a button went out. */
  readonly hasMail?: boolean;
  /** After the end: whether an address is registered; perhaps one that was confirmed before. */
  readonly hasAddress?: boolean;
  /** After the end: whether 「認証方法」 was on the way. */
  readonly hasEnrolled?: boolean;
};

/** Steps that wait until a mail was received. */
export type CheckStep = "address-check" | "file-address-check";

/** What the first sign-in works with. */
export type FirstSignInServices = FlowServices & {
  readonly passwords: Passwords;
  readonly methods: Methods;
  /** Domain of the senders, to be allowed by filters before a mail goes. */
  readonly mailDomainOf: (society: Society) => string;
};
