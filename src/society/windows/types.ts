import type { EntranceId, Id, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { InBoth } from "../types.ts";

/** `from` inclusive, `to` exclusive. */
export type Window = { readonly from: Instant; readonly to: Instant };

/** As members are told of it. */
export type Told = Window & {
  /** In the operator's words; null: the common ones. */
  readonly reason: InBoth | null;
};

/** A time of rest, by rule or by hand. */
export type Rest = Told & { readonly announcedFrom: Instant };

export type WindowId = Id<"window">;

/** メンテナンス by hand: of one society, of an entrance with all its societies, or of everything. */
export type PlannedWindow = Rest & {
  readonly id: WindowId;
  readonly societyId: SocietyId | null;
  /** Neither this nor a society: the whole installation. */
  readonly entranceId: EntranceId | null;
};

export type MaintenanceState =
  | { readonly kind: "none" }
  /** The soonest first; what touches or overlaps is one. */
  | { readonly kind: "announced"; readonly windows: readonly Told[] }
  | ({ readonly kind: "running" } & Told);
