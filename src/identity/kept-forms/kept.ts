import { readCookie } from "../../platform/http/cookies.ts";
import type { WebContext } from "../../platform/http/types.ts";

/** Its token says which browser kept a form; gone when the form's time is over. */
export const cookie = "kept";

/**
 * What this member typed on this page and sent when the session had just ended; null nearly always.
 * Never a password. To be shown in the fields of a `Form keeps`, which says above them that they were
 * kept.
 */
export const keptFor = (c: WebContext): Readonly<Record<string, string>> | null =>
  c.get("request").kept ?? null;

/** Whether a form of this browser waits for its owner to sign in again. */
export const isKeeping = (c: WebContext): boolean =>
  (readCookie(c, cookie, c.get("request").browser.secure) ?? "") !== "";
