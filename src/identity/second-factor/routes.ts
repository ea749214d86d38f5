import { flowRoutes } from "../../flow/index.ts";
import type { Web } from "../../platform/http/types.ts";
import { codesFileRoute } from "../factor-steps/index.ts";
import { secondFactor } from "./definition.tsx";
import type { SecondFactorServices } from "./types.ts";

/** `/second-factor/…` */
export const secondFactorRoutes =
  (services: SecondFactorServices) =>
  (web: Web): void => {
    const definition = secondFactor(services);
    codesFileRoute(services, definition)(web);
    flowRoutes(services, definition)(web);
  };
