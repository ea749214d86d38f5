export { addressesRoutes } from "./routes.ts";
export { noticeAddresses } from "./rules.ts";
export type { AddressesServices } from "./types.ts";
