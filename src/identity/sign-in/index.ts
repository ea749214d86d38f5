export { signInRoutes } from "./routes.ts";
export type { Letter, SignInServices } from "./services.ts";
