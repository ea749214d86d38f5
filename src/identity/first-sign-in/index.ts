export { checkRoutes } from "./check-routes.ts";
export { changes as policyChanges } from "./finish/changes.ts";
export { endOlderRegistrations } from "./finish/end-older.ts";
export { restRegistrations } from "./resting.ts";
export { beginFirstSignIn, firstSignInRoutes, isFirstSignInResumable } from "./routes.tsx";
export { changedMessages } from "./text/changed-text.ts";
export type { FirstSignInServices } from "./types.ts";
