export { recoveryRoutes } from "./routes.ts";
export { sendRecoveries, type TellingParts } from "./telling/send.ts";
export type { RecoveryServices } from "./types.ts";
