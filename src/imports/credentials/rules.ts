// ユーザID・仮パスワード: what an older system's file may bring in, and what is kept of it.
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { foldWidth } from "../../kernel/width.ts";

/** An ID of an older system is no longer than this, in UTF-16 units. */
export const longestId = 64;

/** As its owner sees it: width folded, case kept. */
export const shownId = (userId: string): string => foldWidth(userId);

/**
 * Whether an ID may stay as it is. Its length and its digits do not matter: they bind who chooses
 * an ID anew.
 * @param symbols policy.userId.symbols
 */
export const isAllowedId = (shown: string, symbols: string): boolean =>
  shown.length > 0 &&
  shown.length <= longestId &&
  [...shown].every((character) => /[a-z0-9]/i.test(character) || symbols.includes(character));

const leastPassword = 8;
const mostPassword = 128;

/**
 * A provisional password of a society's own making.
 * Refuses with `password-short` (least), `password-long` (most).
 * @param folded as it is compared: without case, width, spaces and hyphens (identity/provisional)
 */
export const judgePassword = (folded: string): Result<string> => {
  const length = [...folded].length;
  if (length < leastPassword) return refuse("password-short", { least: leastPassword });
  if (length > mostPassword) return refuse("password-long", { most: mostPassword });
  return ok(folded);
};
