import type { Id } from "../../kernel/ids.ts";
import type { Secrets } from "../crypto/types.ts";
import { type Cookie, readCookie, writeCookie } from "./cookies.ts";
import type { RequestContext, WebContext } from "./types.ts";

// What a page says after its POST (303, then GET) and no row keeps: sealed to the browser of the POST.

/** Whose it is: the next one at the same browser must not read what the one before did. */
export type Whose = {
  readonly request: Pick<RequestContext, "browser">;
  /** Where it is of one account. */
  readonly accountId?: Id<string>;
};

type Sealed = { readonly name: string; readonly whose: Whose };

const about = ({ name, whose: { request, accountId } }: Sealed): string =>
  [name, request.browser.token, ...(accountId ? [accountId] : [])].join(" ");

export const sealedCookie = (
  secrets: Secrets,
  { name, whose, seconds }: Sealed & { readonly seconds: number },
  what: unknown,
): Cookie => ({
  ...{ name, seconds },
  value: secrets.seal("continuation", about({ name, whose }), JSON.stringify(what)),
});

/** Null where there is none: also of another browser or account, or of a key long gone. */
export const readSealed = <What>(c: WebContext, secrets: Secrets, sealed: Sealed): What | null => {
  const value = readCookie(c, sealed.name, sealed.whose.request.browser.secure);
  if (!value) return null;
  try {
    return JSON.parse(secrets.open("continuation", about(sealed), value));
  } catch {
    return null;
  }
};

export const forgetCookie = (c: WebContext, name: string): void =>
  writeCookie(c, { name, value: "", seconds: 0 }, c.get("request").browser.secure);

/** What is said once: gone when it was read. */
export const takeSealed = <What>(c: WebContext, secrets: Secrets, sealed: Sealed): What | null => {
  const { secure } = sealed.whose.request.browser;
  if (!readCookie(c, sealed.name, secure)) return null;
  forgetCookie(c, sealed.name);
  return readSealed(c, secrets, sealed);
};

/** The signed-in of this request; null for who is not. */
export const memberOf = (c: WebContext): Required<Whose> | null => {
  const request = c.get("request");
  return request.session && { request, accountId: request.session.accountId };
};
