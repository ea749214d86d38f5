import { type Refusal, refuse } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { ProofKind, State } from "./types.ts";

/** 初回ログイン: 本人確認 (identity check), and what of the details a later policy still refuses. */

/** What the identity check asks: of a password that may be guessed, everything. */
export const proofAsked = (
  { firstSignIn }: Pick<Policy, "firstSignIn">,
  { isWeak }: Pick<State, "isWeak">,
): readonly ProofKind[] => (isWeak ? ["insurer-number", "birth-date"] : firstSignIn.proof);

/** Undefined where the policy does not ask for it. */
export type Proof = {
  readonly insurerNumber: string | undefined;
  readonly birthDate: PlainDate | undefined;
};
export type ProofOnFile = { readonly insurerNumber: string; readonly bornOn: PlainDate };

/** Every field that is asked for must match; which one did not is never told. */
export const isProved = (typed: Proof, onFile: ProofOnFile, asked: readonly ProofKind[]): boolean =>
  asked.length > 0 &&
  (!asked.includes("insurer-number") || typed.insurerNumber === onFile.insurerNumber) &&
  (!asked.includes("birth-date") || typed.birthDate === onFile.bornOn);

/** 「必須」 or 「任意」: whom staff exempted needs none, whatever the policy says. */
export const isEmailNeeded = (
  { email: { atRegistration } }: Pick<Policy, "email">,
  { factor: { person } }: Pick<State, "factor">,
): boolean => atRegistration !== "optional" && !person.isMailExempt;

/** Whether 「通知情報更新時のメール通知」 is asked. */
export const isPreferenceAsked = ({ mode }: Policy["updateMails"]): boolean =>
  mode === "by-preference";

/** Which address a step waits for a mail to be received at. */
export const addressOfStep = (step: string, { email, fileAddress }: State): string | null =>
  step === "file-address-check" ? fileAddress : email;

/** Where a begun registration stands when the member or the letter changed meanwhile. */
export type Standing = {
  readonly credentialState: string | null;
  /** There is an account, and it does not wait for this letter. */
  readonly isRegistered: boolean;
  /** Staff locked the account: no letter lifts that. */
  readonly isLocked: boolean;
  readonly lostOn: PlainDate | null;
};

/** Why the registration cannot be completed at all, or null. 資格喪失日 is the first day without cover. */
export const endOf = (standing: Standing, today: PlainDate): string | null => {
  if (standing.isRegistered) return "registered-elsewhere";
  if (standing.credentialState !== "active") return "letter-replaced";
  if (standing.isLocked) return "account-locked";
  if (standing.lostOn !== null && standing.lostOn <= today) return "cover-ended";
  return null;
};

/**
 * Wrong identity checks, never counted on an account. A birth date has some 30,000 values, and each
 * begun registration gives five tries: over its life a letter gives these few, from wherever they
 * come, and then it takes a new one. User IDs that were told to be taken and wrong codes count with
 * them. A source may fail more often: a company is one address.
 */
export const tryLimits = { ofLetter: 30, ofSource: 300, sourceHours: 1 };

/** How often this letter failed, and this source lately. */
export type FailedTries = { readonly ofLetter: number; readonly ofSource: number };

/** Why no try is accepted now, or null. */
export const triesRefused = ({ ofLetter, ofSource }: FailedTries): Refusal | null => {
  if (ofLetter >= tryLimits.ofLetter) return refuse("letter-refused");
  return ofSource >= tryLimits.ofSource ? refuse("source-refused") : null;
};
