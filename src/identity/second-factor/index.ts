export { type Begun, beginSecondFactor } from "./begin.ts";
export { activation } from "./ends/activation.ts";
export { hasChanged, isStillShown } from "./ends/changed.ts";
export { cookie } from "./flow.ts";
export { secondFactorRoutes } from "./routes.ts";
export type { SecondFactorServices } from "./types.ts";
