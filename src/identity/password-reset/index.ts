import { cookie, path } from "./flow.ts";

export { beginReset } from "./begin.ts";
export { changedMails } from "./finish/mail.ts";
export { resetRoutes } from "./routes.ts";
export { setPassword } from "./store.ts";
export { temporaryPasswordEffects } from "./temporary/effects.ts";
export { type Opened, openTemporary } from "./temporary/open.ts";
export { isTemporary } from "./temporary/secret.ts";
export type { Ground } from "./types.ts";

/** For `rememberFlow`. */
export const resetCookie = { cookie } as const;

/** Where who has begun goes on. */
export const resetPath = path;
