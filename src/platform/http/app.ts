import { Hono } from "hono";
import { routePath } from "hono/route";
import type { Clock, Instant } from "../../kernel/time.ts";
import type { Entrance, Society } from "../../society/types.ts";
import type { View } from "../../ui/view.ts";
import { stopwatch } from "../clock.ts";
import type { Secrets } from "../crypto/types.ts";
import { readFields } from "./body.ts";
import { contextOf, peerOf, withSession } from "./context.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import { isForged } from "./forgery.ts";
import { setSecurityHeaders } from "./headers.ts";
import { answerMoved, hostNameOf, originsAt } from "./moved.ts";
import { isLoopback } from "./source.ts";
import { statusOf, type Trouble, TroubleError, troubleOf } from "./trouble.ts";
import type { RequestContext, Session, Web, WebContext } from "./types.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Asset = { readonly body: Bytes; readonly gzip: Bytes; readonly type: string };
type Html = string | Promise<string>;

export type AppParts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sourceOf: (peer: { address: string; forwardedFor: string | undefined }) => string;
  readonly entranceAt: (host: string) => Entrance | undefined;
  /** Entrances whose passkeys were made for this host name, and that are elsewhere today. */
  readonly movedFrom: (hostName: string) => readonly Entrance[];
  readonly societyOf: (id: Society["id"]) => Society | undefined;
  readonly sessionOf: (token: string, entrance: Entrance, now: Instant) => Promise<Session | null>;
  readonly viewOf: (
    request: Omit<RequestContext, "view">,
    formToken: string,
    society: Society | null,
  ) => View;
  readonly asset: (path: string) => Asset | undefined;
  readonly pages: {
    readonly unknownHost: () => Html;
    readonly trouble: (view: View, trouble: Trouble) => Html;
  };
  readonly record: (event: RequestRecord) => void;
  readonly failed: (id: string, error: unknown) => void;
  readonly features: readonly ((web: Web) => void)[];
};

/** One line of the access log: no query, no field, no cookie. */
export type RequestRecord = {
  readonly id: string;
  readonly method: string;
  /** The route's pattern, so that no id or token of a path is logged. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

/**
 * An end is told once: at a shared entrance the browser may be another society's members' too, so what
 * would lead to the same page again is forgotten.
 */
const forgetEnded = (c: WebContext) => {
  const { session, society, browser } = c.get("request");
  const forget = (name: string) => writeCookie(c, { name, value: "", seconds: 0 }, browser.secure);
  forget("flow");
  if (session && !society) forget("session");
};

const troublePage = (c: WebContext, parts: AppParts, trouble: Trouble) => {
  const { view } = c.get("request");
  if (trouble === "ended") forgetEnded(c);
  if (statusOf[trouble] === 503) c.header("Retry-After", "30");
  return c.html(parts.pages.trouble(view(), trouble), statusOf[trouble]);
};

/** Reads the body of a POST and refuses a forged one; answers with the trouble, if any. */
const readPost = async (c: WebContext, parts: AppParts): Promise<Trouble | null> => {
  const request = c.get("request");
  // Who hangs up in the middle of a form is no failure of ours.
  const body = await readFields(c).catch(() => ({ kind: "unreadable" }) as const);
  if (body.kind !== "fields") return body.kind;
  const forged = isForged(parts.secrets, {
    origin: c.req.header("origin"),
    fetchSite: c.req.header("sec-fetch-site"),
    expectedOrigin: request.entrance.origin,
    formToken: body.fields.formToken,
    browserToken: request.browser.token,
  });
  if (forged) return readCookie(c, "browser", request.browser.secure) ? "forged" : "cookies-off";
  c.set("request", { ...request, form: body.fields });
  return null;
};

const methods = new Set(["GET", "HEAD", "POST"]);

/** Some clients name the scheme's own port as well. */
const hostOf = (c: WebContext) =>
  (c.req.header("host") ?? "").toLowerCase().replace(/:(80|443)$/, "");

/** The contract of this entrance's only society ended, or of whose session it is. */
const hasEnded = ({ entrance, session, society, path }: RequestContext) =>
  (entrance.hasEnded || (session !== null && society === null)) &&
  !path.startsWith("/preferences/");

const answer = async (c: WebContext, parts: AppParts, next: () => Promise<void>) => {
  const host = hostOf(c);
  const entrance = parts.entranceAt(host);
  const moved = parts.movedFrom(hostNameOf(host));
  if (!entrance) return answerMoved(c, moved) ?? c.html(parts.pages.unknownHost(), 404);
  const origins = originsAt(c, [entrance, ...moved]);
  if (origins) return origins;
  const request = contextOf(c, parts, entrance);
  c.set("request", request);
  if (!methods.has(c.req.method)) return troublePage(c, parts, "not-found");
  c.set("request", await withSession(c, parts, request));
  const trouble = c.req.method === "POST" ? await readPost(c, parts) : null;
  if (hasEnded(c.get("request"))) return troublePage(c, parts, "ended");
  if (trouble) return troublePage(c, parts, trouble);
  await next();
  return undefined;
};

/** Every trouble ends in a page with the お問い合わせ番号; what we did not foresee is logged. */
const troubled = (c: WebContext, parts: AppParts, error: unknown) => {
  const trouble = troubleOf(error);
  if (!(error instanceof TroubleError)) parts.failed(c.get("request")?.id ?? "-", error);
  return troublePage(c, parts, trouble);
};

/** The web application: one way in for every request, then the features' routes. */
export const createApp = (parts: AppParts): Web => {
  const web: Web = new Hono();
  web.get("/healthz", (c) => c.text("ok"));
  web.get("/favicon.ico", (c) => c.body(null, 204, { "Cache-Control": "public, max-age=86400" }));
  web.get("/assets/:name", (c, next) => {
    const asset = parts.asset(c.req.path);
    if (!asset) return next();
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    c.header("Content-Type", asset.type);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Vary", "Accept-Encoding");
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(asset.body);
    c.header("Content-Encoding", "gzip");
    return c.body(asset.gzip);
  });
  web.use(async (c, next) => {
    const elapsed = stopwatch();
    const early = await answer(c, parts, next).catch((error) => troubled(c, parts, error));
    if (early) c.res = early;
    const request = c.get("request");
    setSecurityHeaders(c, request?.entrance.origin.startsWith("https:") ?? false);
    parts.record({
      id: request?.id ?? "-",
      method: c.req.method,
      route: early ? "-" : routePath(c, -1),
      status: c.res.status,
      ms: elapsed(),
    });
  });
  for (const add of parts.features) add(web);
  web.notFound((c) => troublePage(c, parts, "not-found"));
  web.onError((error, c) => troubled(c, parts, error));
  return web;
};

/** Development pages: a loopback peer that came through no proxy. */
export const isNear = (c: WebContext): boolean =>
  isLoopback(peerOf(c)) && c.req.header("x-forwarded-for") === undefined;
