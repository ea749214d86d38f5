import { ok, type Result, refuse } from "../../kernel/result.ts";
import { foldId, foldWidth } from "../../kernel/width.ts";
import type { Policy } from "../../society/policy/policy.ts";

/** ユーザID: what may be chosen, and how two are compared. */

export type UserId = {
  /** As its owner sees it: width folded, case kept. */
  readonly shown: string;
  /** As it is compared. */
  readonly key: string;
};

/** An ID that a letter or an older system gave, kept as the user ID. */
export const issuedAsUserId = (issuedId: string): UserId => ({
  shown: issuedId,
  key: foldId(issuedId),
});

const asciiPrintable = /^[\x21-\x7e]+$/;

const disallowed = (text: string, symbols: string): string | undefined =>
  [...text].find((character) => !/[a-z0-9]/i.test(character) && !symbols.includes(character));

/**
 * A newly chosen user ID.
 * Refuses with `user-id-space`, `user-id-character` (facts character, symbols), `user-id-short`,
 * `user-id-long`, `user-id-digits-long` or `user-id-no-digits-only`, `user-id-issued`.
 */
export const judgeUserId = (
  typed: string,
  policy: Policy["userId"],
  issuedId: string,
): Result<UserId> => {
  const shown = foldWidth(typed.trim());
  const key = foldId(shown);
  const { minLength, maxLength, digitsOnlyMaxLength, symbols } = policy;
  const length = [...shown].length;
  if (/\s/.test(shown)) return refuse("user-id-space");
  const character = asciiPrintable.test(shown) ? disallowed(shown, symbols) : disallowed(shown, "");
  if (character !== undefined) return refuse("user-id-character", { character, symbols });
  if (key === foldId(issuedId)) return refuse("user-id-issued");
  if (length < minLength) return refuse("user-id-short", { min: minLength, length });
  if (length > maxLength) return refuse("user-id-long", { max: maxLength, length });
  if (/^\d+$/.test(key) && length > digitsOnlyMaxLength)
    return digitsOnlyMaxLength === 0
      ? refuse("user-id-no-digits-only")
      : refuse("user-id-digits-long", { max: digitsOnlyMaxLength, length });
  return ok({ shown, key });
};
