import type { FieldRefusals } from "../../flow/index.ts";
import type { Facts } from "../../kernel/result.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { type Cookie, writeCookie } from "../../platform/http/cookies.ts";
import {
  memberOf,
  sealedCookie,
  takeSealed,
  type Whose,
} from "../../platform/http/sealed-cookie.ts";
import type { WebContext } from "../../platform/http/types.ts";
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
type PasswordRefused = {
  readonly what: "password-refused";
  readonly errors: FieldRefusals;
  readonly signsOutEverywhere: boolean;
};

export type Notice = Done | Refused | Typed | PasswordRefused;

const name = "profile-note";
/** A name is 30 characters; only to bound what is kept of rubbish. */
const longestTyped = 200;

/** Sealed to browser and account, shown once: POST → 303 → GET. */
export const noticeCookie = (secrets: Secrets, whose: Required<Whose>, notice: Notice): Cookie => {
  const kept =
    "typed" in notice ? { ...notice, typed: notice.typed.slice(0, longestTyped) } : notice;
  const seconds = notice.what === "typed" ? stepUpMinutes * 60 : 120;
  return sealedCookie(secrets, { name, whose, seconds }, kept);
};

/** For the signed-in alone. */
export const leaveNotice = (c: WebContext, secrets: Secrets, notice: Notice): void => {
  const whose = memberOf(c);
  if (whose) writeCookie(c, noticeCookie(secrets, whose, notice), whose.request.browser.secure);
};

/** What the last submit of this browser came to; null when it was shown already. */
export const takeNotice = (c: WebContext, secrets: Secrets): Notice | null => {
  const whose = memberOf(c);
  return whose && takeSealed<Notice>(c, secrets, { name, whose });
};
