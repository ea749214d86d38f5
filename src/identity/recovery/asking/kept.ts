import type { FieldRefusals } from "../../../flow/index.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { typedName, writeCookie } from "../../../platform/http/cookies.ts";
import { forgetCookie, readSealed, sealedCookie } from "../../../platform/http/sealed-cookie.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { readableMinutes } from "../rules.ts";
import type { Forgotten } from "../types.ts";
import type { AskedRequest } from "./store.ts";

// What a page shows after its POST, of who has no row in any flow: sealed to the browser that asked.

type Kept = { readonly name: string; readonly seconds: number };

const keep = (c: WebContext, secrets: Secrets, { name, seconds }: Kept, what: object): void => {
  const request = c.get("request");
  const cookie = sealedCookie(secrets, { name, seconds, whose: { request } }, what);
  writeCookie(c, cookie, request.browser.secure);
};

const read = <T>(c: WebContext, secrets: Secrets, { name }: Kept): T | null =>
  readSealed<T>(c, secrets, { name, whose: { request: c.get("request") } });

/**
 * What this browser asked last. `email` as it was typed: the page repeats it, right or wrong, and after
 * ten minutes only its beginning. Somebody else may be there by then.
 */
export type Asked = AskedRequest & { readonly email: string };

const askedCookie = (kind: Forgotten): Kept => ({
  name: typedName(`asked-${kind}`),
  seconds: 3600,
});

type KeptAsked = Asked & { readonly at: Instant };

export const keepAsked = (c: WebContext, secrets: Secrets, kind: Forgotten, asked: Asked): void => {
  const kept: KeptAsked = { ...asked, at: c.get("request").now };
  keep(c, secrets, askedCookie(kind), kept);
};

export const askedBefore = (c: WebContext, secrets: Secrets, kind: Forgotten): Asked | null => {
  const kept = read<KeptAsked>(c, secrets, askedCookie(kind));
  if (!kept) return null;
  const isFresh = c.get("request").now < later(kept.at, { minutes: readableMinutes });
  return isFresh ? kept : { ...kept, email: maskAddress(kept.email) };
};

/** A form that could not be read, as its page shows it again. */
type Unread = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldRefusals;
};

const unreadCookie = (kind: Forgotten): Kept => ({
  name: typedName(`unread-${kind}`),
  seconds: 120,
});

/** A browser drops a cookie over 4,096 bytes, and with it all messages. */
const longestKept = 100;

/** Control characters and halves of others take six characters each in JSON. */
const short = (text: string): string =>
  text
    .slice(0, longestKept)
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ");

export const keepUnread = (
  c: WebContext,
  secrets: Secrets,
  kind: Forgotten,
  { typed, errors }: Unread,
): void => {
  const kept = Object.entries(typed).map(([name, text]) => [name, short(text)]);
  keep(c, secrets, unreadCookie(kind), { typed: Object.fromEntries(kept), errors });
};

export const unreadBefore = (c: WebContext, secrets: Secrets, kind: Forgotten): Unread | null =>
  read<Unread>(c, secrets, unreadCookie(kind));

export const forgetUnread = (c: WebContext, kind: Forgotten): void =>
  forgetCookie(c, unreadCookie(kind).name);
