export { gateRoutes, wayBack } from "./routes.ts";
export type { Gate, Met } from "./types.ts";
