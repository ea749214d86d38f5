import { flowRoutes } from "../../flow/index.ts";
import type { Web } from "../../platform/http/types.ts";
import { codesFileRoute } from "../factor-steps/index.ts";
import { stepUp } from "./definition.tsx";
import { ownFlowOnly } from "./guards/owner-only.ts";
import type { StepUpServices } from "./types.ts";

/** `/step-up/…` */
export const stepUpRoutes =
  (services: StepUpServices) =>
  (web: Web): void => {
    const definition = stepUp(services);
    // Who signs in anew is known anew: no need to be asked again.
    ownFlowOnly(services, definition, { goesOnAt: definition.landing })(web);
    codesFileRoute(services, definition)(web);
    flowRoutes(services, definition)(web);
  };
