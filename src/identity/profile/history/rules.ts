import { type Instant, type PlainDate, todayInTokyo } from "../../../kernel/time.ts";

/** 利用の記録: who did something, and from about where. */

type Told = {
  readonly actorKind: "member" | "stranger" | "staff" | "operator" | "system";
  readonly isOwn: boolean;
};

/**
 * As a member reads of it: no name of anybody who works at a society. A stranger is whoever had not
 * shown who they were yet; it may well have been the member.
 */
export type Who = "self" | "other-member" | "unknown" | "staff" | "operator" | "portal";

export const whoDid = ({ actorKind, isOwn }: Told): Who => {
  if (actorKind === "member") return isOwn ? "self" : "other-member";
  if (actorKind === "stranger") return "unknown";
  return actorKind === "system" ? "portal" : actorKind;
};

/**
 * Enough of an address to know one's own line again, not enough to find another's: 203.0.113.x, or
 * the first three groups of a long one. Null for what is none, such as `cli`.
 */
export const coarseSource = (source: string): string | null => {
  const mapped = source.replace(/^::ffff:(?=\d+\.)/i, "");
  const short = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped)?.[1];
  if (short !== undefined) return `${short}.x`;
  if (!source.includes(":")) return null;
  const [first = "", second = "", third = ""] = source.split(":");
  // A short one is this machine, or has nothing to hide.
  return first && second && third ? `${first}:${second}:${third}:…` : source;
};

/** By day as people in Tokyo count them, each as it comes. */
export const byDay = <E extends { readonly at: Instant }>(
  entries: readonly E[],
): readonly { readonly on: PlainDate; readonly entries: readonly E[] }[] => {
  const days: { on: PlainDate; entries: E[] }[] = [];
  for (const entry of entries) {
    const on = todayInTokyo(entry.at);
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(entry);
    else days.push({ on, entries: [entry] });
  }
  return days;
};
