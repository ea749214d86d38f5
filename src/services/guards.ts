import { askAgain, type StepUpServices } from "../identity/step-up/index.ts";
import type { Web } from "../platform/http/types.ts";
import { type ServiceTile, serviceTiles } from "./tiles.ts";

/** Before the pages of every service that needs more than a session. */
export const serviceGuards =
  (services: StepUpServices, tiles: readonly ServiceTile[] = serviceTiles) =>
  (web: Web): void => {
    for (const { href, needs } of tiles) if (needs) web.use(`${href}/*`, askAgain(services, needs));
  };
