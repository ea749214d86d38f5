import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { foldWidth, unifyHyphens, withoutGaps } from "../../../kernel/width.ts";

/** リカバリーコード: for a phone that is lost, on paper. */

/** So many at a time; each works once. */
export const codesMade = 10;
/** 5-5 of 28 letters: 48 bits, which the lock of the account makes more than enough. */
export const codeForm = { groups: 2, length: 5 } as const;
const letters = codeForm.groups * codeForm.length;

/** As it is compared: case, width, spaces and hyphens do not count. */
export const foldCode = (typed: string): string =>
  unifyHyphens(withoutGaps(foldWidth(typed)), "").toLowerCase();

/**
 * What could be a code at all; the rest is a slip, and no guess.
 * Refuses with `recovery-codes-form` (facts: length) what has another length or other characters.
 */
export const readCode = (typed: string): Result<string> => {
  const code = foldCode(typed);
  const { length } = [...code];
  return /^[a-z0-9]*$/.test(code) && length === letters
    ? ok(code)
    : refuse("recovery-codes-form", { length });
};
