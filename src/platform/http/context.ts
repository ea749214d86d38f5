import type { HttpBindings } from "@hono/node-server";
import type { Entrance, Language } from "../../society/types.ts";
import type { TextSize } from "../../ui/view.ts";
import { newToken } from "../crypto/tokens.ts";
import type { AppParts } from "./app.ts";
import { keepsSecureCookies, readCookie, writeCookie } from "./cookies.ts";
import { formTokenOf } from "./forgery.ts";
import { newRequestId } from "./request-id.ts";
import type { RequestContext, WebContext } from "./types.ts";

const languageOf = (c: WebContext, chosen: string | undefined): Language => {
  if (chosen === "ja" || chosen === "en") return chosen;
  const accepted = (c.req.header("accept-language") ?? "ja").toLowerCase();
  // Japanese is the source: English only for a browser that asks for it and not for Japanese.
  return accepted.startsWith("en") && !accepted.includes("ja") ? "en" : "ja";
};

export const peerOf = (c: WebContext) =>
  (c.env as unknown as HttpBindings).incoming.socket.remoteAddress ?? "";

const year = 365 * 24 * 3600;

/** What is known of a request before its session is looked up. */
export const contextOf = (c: WebContext, parts: AppParts, entrance: Entrance) => {
  const userAgent = c.req.header("user-agent") ?? "";
  const secure = keepsSecureCookies(entrance.origin, userAgent);
  const kept = readCookie(c, "browser", secure);
  const token = kept || newToken().text;
  if (!kept) writeCookie(c, { name: "browser", value: token, seconds: year }, secure);
  const [language, size] = (readCookie(c, "look", secure) ?? "").split(".");
  const only = entrance.kind === "own" ? entrance.societies[0] : undefined;
  const url = new URL(c.req.url);
  return withView(parts, {
    id: newRequestId(),
    now: parts.clock.now(),
    source: parts.sourceOf({ address: peerOf(c), forwardedFor: c.req.header("x-forwarded-for") }),
    userAgent,
    entrance,
    society: (only && parts.societyOf(only)) ?? null,
    session: null,
    browser: { token, secure },
    lang: languageOf(c, language),
    size: (size === "large" ? "large" : "standard") satisfies TextSize,
    path: url.pathname + url.search,
    form: {},
  });
};

const withView = (parts: AppParts, known: Omit<RequestContext, "view">): RequestContext => {
  const formToken = () => formTokenOf(parts.secrets, known.browser.token);
  return { ...known, view: (own) => parts.viewOf(known, formToken(), own ?? known.society) };
};

/**
 * What a waiting page asks by itself: nobody is there, so no session lives longer by it. The path alone
 * counts: a link with such a query must not hide whose session it is.
 */
const isByItself = (c: WebContext) => c.req.method === "GET" && c.req.path.endsWith("/standing");

/** With whose it is, in one look-up. */
export const withSession = async (c: WebContext, parts: AppParts, request: RequestContext) => {
  if (isByItself(c)) return request;
  const token = readCookie(c, "session", request.browser.secure);
  const session = token ? await parts.sessionOf(token, request.entrance, request.now) : null;
  if (!session) return request;
  return withView(parts, {
    ...request,
    session,
    society: parts.societyOf(session.societyId) ?? null,
    // What this browser chose counts more than what its reader chose in the profile.
    ...(readCookie(c, "look", request.browser.secure) || session.textSize === null
      ? {}
      : { size: session.textSize }),
  });
};
