import { endIn, momentIn } from "../../kernel/moments.ts";
import type { PlannedWindow, Registry, Window } from "../../society/index.ts";
import { nameOf } from "./whose.ts";

/** 「11月28日(土)22時 から 11月29日(日)6時 まで」 */
export const spanOf = ({ from, to }: Window): string =>
  `${momentIn("ja", from)} から ${endIn("ja", to, from)} まで`;

/** The same to machines, whoever reads. */
export const windowJson = (registry: Registry, window: PlannedWindow) => ({
  id: window.id,
  society: window.societyId === null ? null : (registry.society(window.societyId)?.code ?? null),
  entrance:
    window.entranceId === null ? null : (registry.entrance(window.entranceId)?.host ?? null),
  from: window.from,
  to: window.to,
  announcedFrom: window.announcedFrom,
  reason: window.reason,
});

/** A window in one line, with its number. */
export const windowLine = (registry: Registry, window: PlannedWindow): string =>
  [window.id, spanOf(window), nameOf(registry, window), window.reason?.ja ?? ""]
    .filter(Boolean)
    .join("\t");
