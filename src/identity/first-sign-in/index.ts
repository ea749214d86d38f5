export { checkRoutes } from "./check-routes.tsx";
export { endOlderRegistrations } from "./finish/end-older.ts";
export { beginFirstSignIn, firstSignInRoutes, isFirstSignInResumable } from "./routes.tsx";
export type { FirstSignInServices } from "./types.ts";
