import type { Secrets } from "../../platform/crypto/types.ts";
import { writeCookie } from "../../platform/http/cookies.ts";
import { sealedCookie, takeSealed } from "../../platform/http/sealed-cookie.ts";
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

const sealedTo = (c: WebContext) => ({ name: "refused", whose: { request: c.get("request") } });

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
  const cookie = sealedCookie(secrets, { ...sealedTo(c), seconds: 120 }, refused);
  writeCookie(c, cookie, browser.secure);
  return c.redirect("/sign-in", 303);
};

export const takeRefused = (c: WebContext, secrets: Secrets): Refused | null =>
  takeSealed<Refused>(c, secrets, sealedTo(c));
