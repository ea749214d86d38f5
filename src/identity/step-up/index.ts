export { lifetimeMinutes } from "./flow.ts";
export { askAgain } from "./guards/guard.ts";
export { ownFlowOnly } from "./guards/owner-only.ts";
export { stepUpRoutes } from "./routes.ts";
export {
  type Acr,
  type Assurance,
  acrOf,
  askedOf,
  assurance,
  isAssured,
  type Needs,
} from "./rules.ts";
export type { StepUpServices } from "./types.ts";
