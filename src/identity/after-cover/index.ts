export { afterCoverRoutes, coverGate } from "./routes.tsx";
export { coverDays, coverNow } from "./standing.ts";
