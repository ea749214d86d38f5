import { type Refusal, refuse } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Policy } from "../../society/policy.ts";

/** 初回ログイン: 本人確認 (identity check), and what of the details a later policy still refuses. */

/** Undefined where the policy does not ask for it. */
export type Proof = {
  readonly insurerNumber: string | undefined;
  readonly birthDate: PlainDate | undefined;
};
export type ProofOnFile = { readonly insurerNumber: string; readonly bornOn: PlainDate };

/** Every field that the policy asks for must match; which one did not is never told. */
export const isProved = (
  typed: Proof,
  onFile: ProofOnFile,
  asked: Policy["firstSignIn"]["proof"],
): boolean =>
  asked.length > 0 &&
  (!asked.includes("insurer-number") || typed.insurerNumber === onFile.insurerNumber) &&
  (!asked.includes("birth-date") || typed.birthDate === onFile.bornOn);

/** 「必須」 or 「任意」. */
export const isEmailNeeded = ({ atRegistration }: Policy["email"]): boolean =>
  atRegistration !== "optional";

/** Whether 「通知情報更新時のメール通知」 is asked. */
export const isPreferenceAsked = ({ mode }: Policy["updateMails"]): boolean =>
  mode === "by-preference";

/** Where a begun registration stands when the member or the letter changed meanwhile. */
export type Standing = {
  readonly credentialState: string | null;
  readonly isRegistered: boolean;
  readonly lostOn: PlainDate | null;
};

/** Why the registration cannot be completed at all, or null. 資格喪失日 is the first day without cover. */
export const endOf = (standing: Standing, today: PlainDate): string | null => {
  if (standing.isRegistered) return "registered-elsewhere";
  if (standing.credentialState !== "active") return "letter-replaced";
  if (standing.lostOn !== null && standing.lostOn <= today) return "cover-ended";
  return null;
};

/** Of judgements by field, those that refuse. */
export const refusalsOf = (
  ...judged: readonly (readonly [string, Refusal | { readonly ok: true }])[]
): Readonly<Record<string, Refusal>> => {
  const refused = judged.filter((one): one is readonly [string, Refusal] => !one[1].ok);
  return Object.fromEntries(refused);
};

export const emailMissing = (email: string | null, policy: Policy["email"]) =>
  email === null && isEmailNeeded(policy) ? refuse("empty") : ({ ok: true } as const);

/**
 * Wrong identity checks, never counted on an account. A birth date has some 30,000 values, and each
 * begun registration gives five tries: over its life a letter gives these few, from wherever they
 * come, and then it takes a new one. User IDs that were told to be taken count with them, because
 * they tell that somebody exists. A source may fail more often: a company is one address.
 */
export const tryLimits = { ofLetter: 30, ofSource: 300, sourceHours: 1 };

/** How often this letter failed, and this source lately. */
export type FailedTries = { readonly ofLetter: number; readonly ofSource: number };

/** Why no try is accepted now, or null. */
export const triesRefused = ({ ofLetter, ofSource }: FailedTries) => {
  if (ofLetter >= tryLimits.ofLetter) return refuse("letter-refused");
  return ofSource >= tryLimits.ofSource ? refuse("source-refused") : null;
};
