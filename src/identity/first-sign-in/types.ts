import type { FlowServices } from "../../flow/index.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { PasswordTraits } from "../passwords/index.ts";
import type { UserId } from "../user-ids/index.ts";

/** 個人情報入力: what was chosen. Of the password only its hash and what a policy can still judge. */
export type Details = {
  readonly userId: UserId;
  readonly passwordHash: string;
  readonly passwordTraits: PasswordTraits;
  readonly email: string | null;
  readonly wantsUpdateMails: boolean;
};

/** What a first sign-in has learnt so far; sealed in its row. */
export type State = {
  /** 仮ユーザID */
  readonly issuedId: string;
  /** MAC of the folded provisional password: the new one must be another. */
  readonly printedMac: string;
  readonly termsVersion?: string;
  readonly details?: Details;
  /** After the end: whether a mail went out. */
  readonly hasMail?: boolean;
};

/** What the first sign-in works with. */
export type FirstSignInServices = FlowServices & {
  readonly passwords: Passwords;
  /** Domain of webmaster@, to be allowed by filters before 「実行」. */
  readonly mailDomain: string;
};
