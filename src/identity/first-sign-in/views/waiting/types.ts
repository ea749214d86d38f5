import type { Shown } from "../../../../flow/index.ts";
import type { View } from "../../../../ui/index.ts";
import type { KeptCheck, Waiting } from "../../../mail-check/index.ts";
import type { State } from "../../types.ts";

/** What the pages and parts of a step that waits for a mail are given. */
export type CheckProps = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** The newest mail; null: none went out yet. */
  readonly check: KeptCheck | null;
  /** As it may be shown here. */
  readonly address: string;
  /** The address that the society has: it cannot be changed here. */
  readonly isOnFile: boolean;
  readonly mailDomain: string;
};

export type WaitingProps = CheckProps & { readonly waiting: Waiting };
