import { getCookie, setCookie } from "hono/cookie";
import type { WebContext } from "./types.ts";

/**
 * Every cookie has the `__Host-` prefix: this host only, https only, whole site. For http on
 * localhost Safari drops such cookies: it alone gets the plain name, and only there.
 */
const nameOf = (name: string, secure: boolean) =>
  secure ? `__Host-kenpo-${name}` : `kenpo-${name}`;

const dropsSecureOnLocalhost = /^(?!.*(Chrom|Firefox|Edg)).*Safari/;

/** Whether this browser is to get the secure form; false only for Safari on http://localhost. */
export const keepsSecureCookies = (origin: string, userAgent: string): boolean =>
  origin.startsWith("https:") || !dropsSecureOnLocalhost.test(userAgent);

/** What starts so holds something typed: `forgetTyped` finds it. */
const typed = "typed-";

/** For a cookie that holds what somebody typed here, and shows it again. */
export const typedName = (name: string): string => `${typed}${name}`;

export const readCookie = (c: WebContext, name: string, secure: boolean): string | undefined =>
  getCookie(c, nameOf(name, secure));

export type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly seconds: number | null;
};

/** @param cookie `seconds` null: until the browser is closed; 0: forget it now */
export const writeCookie = (c: WebContext, cookie: Cookie, secure: boolean): void =>
  setCookie(c, nameOf(cookie.name, secure), cookie.value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    ...(cookie.seconds === null ? {} : { maxAge: cookie.seconds }),
  });

/** At a sign-out: the next one at a shared device must not read what the one before typed. */
export const forgetTyped = (c: WebContext, secure: boolean): void => {
  const start = nameOf(typed, secure);
  for (const name of Object.keys(getCookie(c)).filter((one) => one.startsWith(start)))
    writeCookie(c, { name: typedName(name.slice(start.length)), value: "", seconds: 0 }, secure);
};
