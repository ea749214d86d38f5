import type { Needs } from "../identity/step-up/index.ts";
import type { ServiceName } from "../society/types.ts";
import type { IconName } from "../ui/index.ts";

/** A service that exists: its tile on the home page. */
export type ServiceTile = {
  readonly name: ServiceName;
  readonly icon: IconName;
  /** 「記録を見る」 · 「資格を確かめる」 · 「手続き・予約をする」 */
  readonly group: "records" | "eligibility" | "paperwork";
  readonly href: string;
  /** How well, and how lately, its reader must be known; without it, to be signed in is enough. */
  readonly needs?: Needs;
  readonly title: { readonly ja: string; readonly en: string };
  readonly note: { readonly ja: string; readonly en: string };
};

/** One line a service; which of them a society shows is its dial. */
export const serviceTiles: readonly ServiceTile[] = [];
