export { toSignIn } from "./guarded.ts";
export { signInRoutes } from "./routes.ts";
export { loginKeyOf, sourceLimit } from "./rules.ts";
export type { Letter, SignInServices } from "./services.ts";
