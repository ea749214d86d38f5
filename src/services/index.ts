export { serviceGuards } from "./guards.ts";
export { homeRoutes } from "./home/routes.tsx";
export { type ServiceTile, serviceTiles } from "./tiles.ts";
