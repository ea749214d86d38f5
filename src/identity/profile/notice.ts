import type { Facts } from "../../kernel/result.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { type Cookie, readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { RequestContext, WebContext } from "../../platform/http/types.ts";
import type { MethodName } from "../methods/index.ts";

/** What was done, for the page that comes after it. */
export type Done = {
  readonly what:
    | "added"
    | "removed"
    | "off"
    | "renamed"
    | "active"
    | "codes-made"
    | "unchanged"
    | "gone"
    | "last"
    | "choose";
  /** Which one it was about. */
  readonly which?: { readonly method: MethodName; readonly name: string };
};

/** A name that was refused, and what was typed. */
export type Refused = {
  readonly what: "refused";
  readonly code: string;
  readonly facts: Facts;
  readonly typed: string;
};

export type Notice = Done | Refused;

const name = "profile-note";
/** A name is 30 characters; only to bound what is kept of rubbish. */
const longestTyped = 200;

/** Sealed to the browser, shown once: POST → 303 → GET. */
export const noticeCookie = (
  secrets: Secrets,
  { browser }: Pick<RequestContext, "browser">,
  notice: Notice,
): Cookie => {
  const kept =
    notice.what === "refused" ? { ...notice, typed: notice.typed.slice(0, longestTyped) } : notice;
  return {
    name,
    value: secrets.seal("continuation", browser.token, JSON.stringify(kept)),
    seconds: 120,
  };
};

export const leaveNotice = (c: WebContext, secrets: Secrets, notice: Notice): void => {
  const request = c.get("request");
  writeCookie(c, noticeCookie(secrets, request, notice), request.browser.secure);
};

/** What the last submit of this browser came to; null when it was shown already. */
export const takeNotice = (c: WebContext, secrets: Secrets): Notice | null => {
  const { browser } = c.get("request");
  const sealed = readCookie(c, name, browser.secure);
  if (!sealed) return null;
  writeCookie(c, { name, value: "", seconds: 0 }, browser.secure);
  try {
    return JSON.parse(secrets.open("continuation", browser.token, sealed));
  } catch {
    // Another browser's, or of a key long gone: nothing is said.
    return null;
  }
};
