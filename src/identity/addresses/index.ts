export { addressesRoutes } from "./routes.ts";
export type { AddressesServices } from "./types.ts";
