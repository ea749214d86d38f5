export { beginFirstSignIn, firstSignInRoutes } from "./routes.tsx";
export type { FirstSignInServices } from "./services.ts";
