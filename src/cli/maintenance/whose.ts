import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { PlannedWindow, Registry, Society } from "../../society/index.ts";
import type { Whom } from "./order-rules.ts";

/** Whom a window concerns: the societies, and how its row says so. */
export type Concerned = Pick<PlannedWindow, "societyId" | "entranceId"> & {
  readonly societies: readonly Society[];
};

const all = (registry: Registry): Concerned => ({
  societyId: null,
  entranceId: null,
  societies: registry.all(),
});

const found = (registry: Registry, whom: Whom): Result<Concerned> => {
  if (whom.kind === "all") return ok(all(registry));
  if (whom.kind === "society") {
    const society = registry.byCode(whom.code);
    if (!society) return refuse("no-such-society", { society: whom.code });
    return ok({ societyId: society.id, entranceId: null, societies: [society] });
  }
  const entrance = registry.entranceAt(whom.host);
  if (!entrance) return refuse("no-such-entrance", { host: whom.host });
  const societies = entrance.societies.flatMap((id) => registry.society(id) ?? []);
  return ok({ societyId: null, entranceId: entrance.id, societies });
};

/** Refuses what nobody would notice. */
export const concerned = (registry: Registry, whom: Whom): Result<Concerned> => {
  const known = found(registry, whom);
  return known.ok && known.value.societies.length === 0 ? refuse("nobody") : known;
};

/** The same of a window that there is. */
export const concernedBy = (
  registry: Registry,
  { societyId, entranceId }: PlannedWindow,
): readonly Society[] =>
  registry
    .all()
    .filter((society) =>
      societyId === null
        ? entranceId === null || society.entranceId === entranceId
        : society.id === societyId,
    );

/** 「ひかり電機健康保険組合(hikari)」, or the entrance, or everything. */
export const nameOf = (registry: Registry, { societyId, entranceId }: PlannedWindow): string => {
  if (societyId !== null) {
    const society = registry.society(societyId);
    return society ? `${society.name.ja}(${society.code})` : "終了した組合";
  }
  if (entranceId === null) return "すべての組合";
  return `入口 ${registry.entrance(entranceId)?.host ?? entranceId}`;
};
