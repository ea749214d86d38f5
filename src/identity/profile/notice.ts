import type { FieldRefusals } from "../../flow/index.ts";
import type { Id } from "../../kernel/ids.ts";
import type { Facts } from "../../kernel/result.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { type Cookie, readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { RequestContext, WebContext } from "../../platform/http/types.ts";
import type { MethodName } from "../methods/index.ts";
import { lifetimeMinutes as stepUpMinutes } from "../step-up/index.ts";

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
    | "choose"
    | "display"
    | "password"
    | "password-everywhere";
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

/** A name that was typed before its owner was asked again. */
export type Typed = { readonly what: "typed"; readonly typed: string };

/** A password that was refused; what was typed is kept nowhere. */
export type PasswordRefused = {
  readonly what: "password-refused";
  readonly errors: FieldRefusals;
  readonly signsOutEverywhere: boolean;
};

export type Notice = Done | Refused | Typed | PasswordRefused;

const name = "profile-note";
/** A name is 30 characters; only to bound what is kept of rubbish. */
const longestTyped = 200;

/** Whose notice it is: the next one at the same browser must not read what the one before did. */
type Whose = {
  readonly request: Pick<RequestContext, "browser">;
  readonly accountId: Id<string>;
};

const about = ({ request: { browser }, accountId }: Whose) => `${browser.token} ${accountId}`;

/** Sealed to browser and account, shown once: POST → 303 → GET. */
export const noticeCookie = (secrets: Secrets, whose: Whose, notice: Notice): Cookie => {
  const kept =
    "typed" in notice ? { ...notice, typed: notice.typed.slice(0, longestTyped) } : notice;
  return {
    name,
    value: secrets.seal("continuation", about(whose), JSON.stringify(kept)),
    seconds: notice.what === "typed" ? stepUpMinutes * 60 : 120,
  };
};

const whoseOf = (c: WebContext): Whose | null => {
  const request = c.get("request");
  return request.session && { request, accountId: request.session.accountId };
};

/** For the signed-in alone. */
export const leaveNotice = (c: WebContext, secrets: Secrets, notice: Notice): void => {
  const whose = whoseOf(c);
  if (!whose) return;
  const { browser } = c.get("request");
  writeCookie(c, noticeCookie(secrets, whose, notice), browser.secure);
};

/** What the last submit of this browser came to; null when it was shown already. */
export const takeNotice = (c: WebContext, secrets: Secrets): Notice | null => {
  const { browser } = c.get("request");
  const whose = whoseOf(c);
  const sealed = readCookie(c, name, browser.secure);
  if (!sealed || !whose) return null;
  writeCookie(c, { name, value: "", seconds: 0 }, browser.secure);
  try {
    return JSON.parse(secrets.open("continuation", about(whose), sealed));
  } catch {
    // Another browser's or account's, or of a key long gone: nothing is said.
    return null;
  }
};
