export { checkRoutes } from "./check-routes.tsx";
export { beginFirstSignIn, firstSignInRoutes, isFirstSignInResumable } from "./routes.tsx";
export type { FirstSignInServices } from "./types.ts";
