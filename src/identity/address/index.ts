export { askToConfirm } from "./ask.ts";
export { type AddressServices, addressRoutes } from "./routes.tsx";
