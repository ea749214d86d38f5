import { type Instant, later, secondsBetween } from "../../kernel/time.ts";
import type { MaintenanceState, PlannedWindow, Rest, Told, Window } from "./types.ts";

/* メンテナンス: several windows, by rule and by hand, as one state. */

const latest = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** Windows that touch or overlap are one to who waits: its end is the last one's. */
export const merged = (windows: readonly Told[]): readonly Told[] => {
  const found: Told[] = [];
  for (const { from, to, reason } of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1);
    if (!last || last.to < from) found.push({ from, to, reason });
    else
      found[found.length - 1] = {
        from: last.from,
        to: latest(last.to, to),
        reason: last.reason ?? reason,
      };
  }
  return found;
};

/** Whether it rests now, or will within the days of announcement. */
export const stateOf = (rests: readonly Rest[], now: Instant): MaintenanceState => {
  const ahead = rests.filter(({ to }) => now < to);
  const running = merged(ahead).find(({ from }) => from <= now);
  if (running) return { kind: "running", ...running };
  const windows = merged(ahead.filter(({ announcedFrom }) => announcedFrom <= now));
  return windows.length > 0 ? { kind: "announced", windows } : { kind: "none" };
};

type Whom = {
  readonly societyId: PlannedWindow["societyId"];
  readonly entranceId: PlannedWindow["entranceId"];
};

/**
 * Those that concern a visitor: of everything, of this entrance, of this society.
 * @param whom `societyId` null on a shared entrance before proof: no single society's window counts
 */
export const concerning = (
  windows: readonly PlannedWindow[],
  whom: Whom,
): readonly PlannedWindow[] =>
  windows.filter(({ societyId, entranceId }) => {
    if (societyId !== null) return societyId === whom.societyId;
    return entranceId === null || entranceId === whom.entranceId;
  });

/** When a span of time ends that stands still while it rests: a rest that it then reaches counts, too. */
export const afterRests = (windows: readonly Told[], span: Window): Instant =>
  merged(windows)
    .filter(({ to }) => to > span.from)
    .reduce(
      (until, { from, to }) =>
        from < until
          ? later(until, { seconds: secondsBetween(latest(from, span.from), to) })
          : until,
      span.to,
    );

/** Longer ones are a mistake in a date. */
const longestDays = 7;

export type Wish = Window & { readonly announceDays: number };

/** Why no window is made of it; null: one is. */
export const objection = ({ from, to }: Wish, now: Instant): "order" | "past" | "long" | null => {
  if (to <= from) return "order";
  if (to <= now) return "past";
  return to > later(from, { days: longestDays }) ? "long" : null;
};

/** From when it is told: so many days before it begins; at once where that is past already. */
export const announcedFrom = ({ from, announceDays }: Wish): Instant =>
  later(from, { days: -announceDays });
