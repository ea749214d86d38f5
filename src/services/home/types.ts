import type { Instant } from "../../kernel/time.ts";
import type { Session } from "../../platform/http/types.ts";
import type { MaintenanceState } from "../../society/index.ts";
import type { Society } from "../../society/types.ts";
import type { View } from "../../ui/index.ts";
import type { ServiceTile } from "../tiles.ts";

export type HomeProps = {
  readonly view: View;
  readonly session: Session;
  readonly society: Society;
  readonly now: Instant;
  readonly maintenance: MaintenanceState;
  /** 「前回のログイン」 as people say it; null at the first. */
  readonly lastSignIn: string | null;
  readonly tiles: readonly ServiceTile[];
  readonly hasJustSent: boolean;
  readonly hasJustRegistered: boolean;
};
