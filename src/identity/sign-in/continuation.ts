import type { Secrets } from "../../platform/crypto/types.ts";
import { ownPath } from "../../platform/http/own-path.ts";
import type { RequestContext } from "../../platform/http/types.ts";

/**
 * Where to go on after a sign-in. Sealed to the browser that was sent away, so that nobody can
 * write an address into it, and nothing is stored for strangers.
 */
export const sealContinuation = (secrets: Secrets, request: RequestContext): string =>
  secrets.seal("continuation", request.browser.token, request.path);

/** @returns a path of this host; home when there is none or it was altered */
export const openContinuation = (
  secrets: Secrets,
  request: RequestContext,
  sealed: string,
): string => {
  if (sealed === "") return "/";
  try {
    return ownPath(secrets.open("continuation", request.browser.token, sealed));
  } catch {
    // Another browser's, or of a key long gone: home is always right.
    return "/";
  }
};
