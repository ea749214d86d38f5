import type { Secrets } from "../../platform/crypto/types.ts";
import { readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { WebContext } from "../../platform/http/types.ts";

/** By what somebody tried to come in. */
export type SignInWay = "password" | "passkey";

/** A refused try as the page shows it once; sealed to the browser, gone when it was shown. */
export type Refused = {
  readonly way: SignInWay;
  readonly userId: string;
  readonly reference: string;
  readonly continuation: string;
};

const cookieName = "refused";
const longestId = 100;
/** A browser drops a cookie over 4,096 bytes, and with it the message. */
const longestContinuation = 2000;

/** POST → 303 → GET, or the back button would meet an expired form. The same for every reason. */
export const refuse = (c: WebContext, secrets: Secrets, way: SignInWay): Response => {
  const { form, browser, id } = c.get("request");
  const { userId = "", continuation = "" } = form;
  const refused: Refused = {
    way,
    userId: userId.slice(0, longestId),
    reference: id,
    continuation: continuation.length > longestContinuation ? "" : continuation,
  };
  const sealed = secrets.seal("continuation", browser.token, JSON.stringify(refused));
  writeCookie(c, { name: cookieName, value: sealed, seconds: 120 }, browser.secure);
  return c.redirect("/sign-in", 303);
};

export const takeRefused = (c: WebContext, secrets: Secrets): Refused | null => {
  const { browser } = c.get("request");
  const sealed = readCookie(c, cookieName, browser.secure);
  if (!sealed) return null;
  writeCookie(c, { name: cookieName, value: "", seconds: 0 }, browser.secure);
  try {
    return JSON.parse(secrets.open("continuation", browser.token, sealed));
  } catch {
    return null;
  }
};
