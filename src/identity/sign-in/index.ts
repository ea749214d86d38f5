export { signInRoutes } from "./routes.ts";
export { sourceLimit } from "./rules.ts";
export type { Letter, SignInServices } from "./services.ts";
