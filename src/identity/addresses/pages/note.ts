import type { Id } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { type Cookie, readCookie, writeCookie } from "../../../platform/http/cookies.ts";
import type { RequestContext, WebContext } from "../../../platform/http/types.ts";
import type { Done } from "../types.ts";

const name = "address-note";

/** Whose it is: the next one at the same browser must not read what the one before did. */
type Whose = {
  readonly request: Pick<RequestContext, "browser">;
  readonly accountId: Id<string>;
};

const about = ({ request: { browser }, accountId }: Whose) => `${browser.token} ${accountId}`;

/** What was done, sealed to browser and account, and said once: POST → 303 → GET. */
export const noteCookie = (secrets: Secrets, whose: Whose, done: Done): Cookie => ({
  name,
  value: secrets.seal("continuation", about(whose), done),
  seconds: 120,
});

const whoseOf = (c: WebContext): Whose | null => {
  const request = c.get("request");
  return request.session && { request, accountId: request.session.accountId };
};

/** For the signed-in alone. */
export const leaveNote = (c: WebContext, secrets: Secrets, done: Done): void => {
  const whose = whoseOf(c);
  if (whose) writeCookie(c, noteCookie(secrets, whose, done), c.get("request").browser.secure);
};

/** What the last submit of this browser came to; null when it was said already. */
export const takeNote = (c: WebContext, secrets: Secrets): Done | null => {
  const { browser } = c.get("request");
  const whose = whoseOf(c);
  const sealed = readCookie(c, name, browser.secure);
  if (!sealed || !whose) return null;
  writeCookie(c, { name, value: "", seconds: 0 }, browser.secure);
  try {
    return secrets.open("continuation", about(whose), sealed) as Done;
  } catch {
    // Another browser's or account's, or of a key long gone: nothing is said.
    return null;
  }
};
