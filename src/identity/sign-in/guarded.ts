import type { Secrets } from "../../platform/crypto/types.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { sealContinuation } from "./continuation.ts";

/** Pages of the signed-in. Flows of theirs guard themselves. */
const guarded = [
  "/services/*",
  "/profile",
  "/profile/method",
  "/profile/display",
  "/profile/history",
  "/profile/sessions",
  "/profile/factors/*",
  "/profile/recovery-codes",
  "/profile/email",
  "/profile/second-address",
  "/profile/second-address/*",
  "/profile/notices",
] as const;

/** To the sign-in, and then on to a path of this host; without one, to what was asked for. */
export const toSignIn = (c: WebContext, secrets: Secrets, path?: string): Response => {
  const request = c.get("request");
  const sealed = sealContinuation(secrets, { ...request, path: path ?? request.path });
  return c.redirect(`/sign-in?to=${encodeURIComponent(sealed)}`, 303);
};

/** Who is not signed in signs in first. */
export const guard =
  (secrets: Secrets) =>
  (web: Web): void => {
    for (const path of guarded)
      web.use(path, async (c, next) => {
        if (c.get("request").session) return next();
        return toSignIn(c, secrets);
      });
  };
