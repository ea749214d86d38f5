import type { Secrets } from "../../../platform/crypto/types.ts";
import { type Cookie, writeCookie } from "../../../platform/http/cookies.ts";
import {
  memberOf,
  sealedCookie,
  takeSealed,
  type Whose,
} from "../../../platform/http/sealed-cookie.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import type { Done } from "../types.ts";

const name = "address-note";

/** What was done, sealed to browser and account, and said once: POST → 303 → GET. */
export const noteCookie = (secrets: Secrets, whose: Required<Whose>, done: Done): Cookie =>
  sealedCookie(secrets, { name, whose, seconds: 120 }, done);

/** For the signed-in alone. */
export const leaveNote = (c: WebContext, secrets: Secrets, done: Done): void => {
  const whose = memberOf(c);
  if (whose) writeCookie(c, noteCookie(secrets, whose, done), whose.request.browser.secure);
};

/** What the last submit of this browser came to; null when it was said already. */
export const takeNote = (c: WebContext, secrets: Secrets): Done | null => {
  const whose = memberOf(c);
  return whose && takeSealed<Done>(c, secrets, { name, whose });
};
