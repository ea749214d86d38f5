import { holdsFact, isMadeOf, shapeOf } from "../../kernel/known-words.ts";
import { normalPassword } from "../../kernel/password-text.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { foldWidth } from "../../kernel/width.ts";
import type { Policy } from "../../society/policy/policy.ts";
/** パスワード: what may be chosen. */

/** What a password is judged by, besides itself. */
export type Surroundings = {
  /** The user ID that it is to go with, and others of this person: the issued ID. */
  readonly ids: readonly string[];
  /** What it must not be made of: these IDs, the part of the address before its @. */
  readonly names: readonly string[];
  /** Own data that colleagues know: birth date as digits, insurer number, mail address. */
  readonly known: readonly string[];
  /** Whether a password, in lower case, is on the list of common and leaked ones. */
  readonly isCommon: (lowerCase: string) => boolean;
  /** The society's and the portal's own words, in lower case. */
  readonly words: readonly string[];
};

/** What later policies can still judge when only the hash is left. */
export type PasswordTraits = {
  readonly length: number;
  readonly hasLetter: boolean;
  readonly hasDigit: boolean;
  readonly isAscii: boolean;
};

export const traitsOf = (typed: string): PasswordTraits => {
  const text = normalPassword(typed);
  return {
    length: [...text].length,
    hasLetter: /\p{L}/u.test(text),
    hasDigit: /\p{N}/u.test(text),
    isAscii: /^[\x21-\x7e]*$/.test(text),
  };
};

/** The part of a policy that needs no more than the traits. */
export const judgeTraits = (
  traits: PasswordTraits,
  policy: Policy["password"],
): Result<PasswordTraits> => {
  const { length, hasLetter, hasDigit, isAscii } = traits;
  const { minLength, maxLength, needs, characters } = policy;
  if (length < minLength) return refuse("password-short", { min: minLength, length });
  if (length > maxLength) return refuse("password-long", { max: maxLength, length });
  if (characters === "ascii" && !isAscii) return refuse("password-not-ascii");
  if (needs.includes("letter") && !hasLetter) return refuse("password-needs-letter");
  if (needs.includes("digit") && !hasDigit) return refuse("password-needs-digit");
  return ok(traits);
};

/** 1234…, aaaa…, abcd…, or a short piece repeated: the first that anybody tries. */
const isMonotonous = (text: string) => {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
  return steps.size === 1 && Math.abs([...steps][0] ?? 9) <= 1;
};
const isRepeated = (text: string) => /^(.{1,4})\1{2,}$/u.test(text);

/** Common ones also with a short tail of digits or marks: `password123!` is `password`. */
const isGuessable = (text: string, { isCommon, words }: Surroundings) => {
  const stem = text.replace(/[\d\W_]{1,4}$/u, "");
  if (isCommon(text) || (stem.length >= 4 && stem.length < text.length && isCommon(stem)))
    return true;
  return isMadeOf(shapeOf(text), words.map(shapeOf));
};

/**
 * NIST SP 800-63B-4 §3.1.1.2 and ASVS 6.2: length first, then lists; kinds of characters only where
 * a society asks for them. The message always names the rule that failed.
 */
export const judgePassword = (
  typed: string,
  policy: Policy["password"],
  surroundings: Surroundings,
): Result<PasswordTraits> => {
  const judged = judgeTraits(traitsOf(typed), policy);
  if (!judged.ok) return judged;
  const text = normalPassword(typed).toLowerCase();
  const same = (other: string) => foldWidth(other).toLowerCase() === text;
  const { ids, names, known } = surroundings;
  if (ids.some(same)) return refuse("password-is-user-id");
  if (holdsFact(typed, known) || isMadeOf(shapeOf(text), names.map(shapeOf)))
    return refuse("password-holds-own-data");
  if (isMonotonous(text) || isRepeated(text) || isGuessable(text, surroundings))
    return refuse("password-common");
  return judged;
};
