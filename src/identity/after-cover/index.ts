export { afterCoverRoutes, coverGate } from "./routes.tsx";
export type { Cover } from "./rules.ts";
export { coverAt, coverDays, coverNow } from "./standing.ts";
