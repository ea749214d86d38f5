export { beginFirstSignIn, firstSignInRoutes, isFirstSignInResumable } from "./routes.tsx";
export type { FirstSignInServices } from "./types.ts";
