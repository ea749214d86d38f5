import type { Id } from "../../kernel/ids.ts";

/** サインアウト of devices: which of an account's sessions a press ends. Pure. */

/** `all`: this one too. */
export type Ending = "one" | "others" | "all";

export type Judged =
  | { readonly kind: "none" }
  | { readonly kind: Ending; readonly ids: readonly Id<"session">[]; readonly isOwnToo: boolean };

type Own = { readonly id: Id<"session"> };

/**
 * @param wanted `others`, `all`, or the id of a session
 * @param living of this account alone: somebody else's id ends nothing
 */
export const judgeEnding = (
  wanted: string,
  living: readonly Own[],
  current: Id<"session">,
): Judged => {
  const ids = living.map(({ id }) => id);
  if (wanted === "all") return { kind: "all", ids, isOwnToo: true };
  const others = ids.filter((id) => id !== current);
  const chosen = wanted === "others" ? others : ids.filter((id) => id === wanted);
  if (chosen.length === 0) return { kind: "none" };
  const kind = wanted === "others" ? "others" : "one";
  return { kind, ids: chosen, isOwnToo: chosen.includes(current) };
};
