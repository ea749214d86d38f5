import type { IconName } from "../../../ui/index.ts";

/** Something enrolled, as its owner reads of it. */
export type ShownFactor = {
  readonly id: string;
  readonly icon: IconName;
  /** As its owner calls it. */
  readonly name: string;
  /** 「生体認証」; null where that is its name already. */
  readonly title: string | null;
  /** Days as people say them. */
  readonly addedOn: string;
  readonly usedOn: string | null;
  readonly isAskedFirst: boolean;
  readonly isAllowed: boolean;
  readonly canRename: boolean;
  /** The only one that policy takes: not to be deleted. */
  readonly isLast: boolean;
};

/** What the profile's status note says. */
export type ShownNote = {
  readonly kind: "ok" | "info" | "warn";
  readonly title: string;
  readonly text?: string | undefined;
};
