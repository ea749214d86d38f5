import { flowRoutes } from "../../flow/index.ts";
import type { Web } from "../../platform/http/types.ts";
import { codesFileRoute } from "../factor-steps/index.ts";
import { passwordReset } from "./definition.tsx";
import type { ResetServices } from "./types.ts";

/** `/reset-password/…` */
export const resetRoutes =
  (services: ResetServices) =>
  (web: Web): void => {
    const definition = passwordReset(services);
    codesFileRoute(services, definition)(web);
    flowRoutes(services, definition)(web);
  };
