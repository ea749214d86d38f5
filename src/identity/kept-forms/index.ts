export { keptFor } from "./kept.ts";
export { keptFormRoutes } from "./routes.ts";
export type { KeptForm } from "./types.ts";
