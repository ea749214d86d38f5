import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { form, type HtmlForm } from "./html-form.ts";

/** What came back. Redirects are not followed: a story says where it goes. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Path and query of `Location` on the same host, the whole address on another; else null. */
  readonly location: string | null;
  /** Path and query that were asked for. */
  readonly path: string;
};

export type Fields = Readonly<Record<string, string>>;

export type Ask = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
};

/** One browser without JavaScript, on one host: it has its cookies and the page it looks at. */
export type Visitor = {
  readonly get: (path: string, ask?: Ask) => Promise<Answer>;
  readonly post: (path: string, fields: Fields, ask?: Ask) => Promise<Answer>;
  /**
   * Fills in and sends a form of the page looked at: hidden and kept values are sent as they are.
   * @throws when the form has no such field: a test must not send what a person cannot
   */
  readonly submit: (fields?: Fields, which?: Which) => Promise<Answer>;
  /** GETs where the last answer led to, until a page comes. @throws after ten */
  readonly follow: () => Promise<Answer>;
  /** The page looked at: the last answer. */
  readonly page: () => Answer;
  readonly form: (action?: string, holding?: string) => HtmlForm;
  /** Name → value. A test may set or delete what a thief or a broken browser would. */
  readonly cookies: Map<string, string>;
};

/** Which form (by the end of its action, and a field in it) and which of its buttons (by value). */
export type Which = {
  readonly action?: string;
  readonly holding?: string;
  readonly button?: string;
  readonly headers?: Ask["headers"];
};

export type Reach = {
  /** Asked for each request: with several servers behind one name they take turns. */
  readonly port: number | (() => number);
  /** As the browser's address bar says it, such as `asahi.localhost:3000`; the port may be a fiction. */
  readonly host: string;
  /** Sent as `Origin` with every POST; `http://HOST` unless given (behind a proxy: https). */
  readonly origin?: string;
  /** Sent with every request, such as X-Forwarded-For. */
  readonly headers?: Readonly<Record<string, string>>;
};

type Raw = Pick<Answer, "status" | "headers" | "body">;

/** No page takes this long: a request that hangs is a fault, told with its path. */
const patienceMs = 30_000;

// node:http and not fetch: fetch does not let a caller set Host, and *.localhost does not resolve.
const dial = (port: number, path: string, headers: OutgoingHttpHeaders, ask: Ask): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const method = ask.method ?? "GET";
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (got) => {
      const parts: Buffer[] = [];
      got.on("data", (part: Buffer) => parts.push(part));
      got.on("error", reject);
      got.on("end", () =>
        resolve({
          status: got.statusCode ?? 0,
          headers: got.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.on("error", reject);
    sent.end(ask.body);
  });

/** A cookie as browsers take it. @throws where a browser would drop it, or it could be stolen */
export const keepCookie = (jar: Map<string, string>, line: string, isHttps: boolean): void => {
  const [pair = "", ...rest] = line.split(";").map((part) => part.trim());
  const attributes = new Map(
    rest.map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name.toLowerCase(), value];
    }),
  );
  const name = pair.slice(0, pair.indexOf("="));
  const isOurs = attributes.get("path") === "/" && !attributes.has("domain");
  if (!isOurs || !attributes.has("httponly") || !attributes.has("samesite"))
    throw new Error(`cookie ${name} must be Path=/, HttpOnly, SameSite, without Domain`);
  const needsSecure = name.startsWith("__Host-") || isHttps;
  if (needsSecure && !attributes.has("secure")) throw new Error(`cookie ${name} must be Secure`);
  const isOver =
    Number(attributes.get("max-age") ?? 1) <= 0 ||
    attributes.get("expires")?.includes("1970") === true;
  if (isOver) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
};

/** A page holds a form token and perhaps a name: no cache may keep it. */
const checkHeaders = ({ status, headers, path }: Answer): void => {
  if (!headers["content-type"]?.startsWith("text/html")) return;
  if (headers["cache-control"]?.includes("no-store") !== true)
    throw new Error(`${status} ${path}: a page without cache-control: no-store`);
};

const pathOf = (location: string | undefined, path: string, origin: string): string | null => {
  if (location === undefined) return null;
  const to = new URL(location, new URL(path, origin));
  return to.origin === origin ? to.pathname + to.search : to.href;
};

/** Fields as a browser would send them: kept values, the pressed button, what the person typed. */
const filledIn = (chosen: HtmlForm, typed: Fields, button: string | undefined): Fields => {
  const unknown = Object.keys(typed).filter((name) => !chosen.names.includes(name));
  if (unknown.length > 0)
    throw new Error(`no field ${unknown.join(", ")}; there are ${chosen.names.join(", ")}`);
  const pressed =
    button === undefined ? chosen.buttons[0] : chosen.buttons.find((b) => b.value === button);
  if (button !== undefined && !pressed) throw new Error(`no button ${button}`);
  return { ...chosen.fields, ...(pressed && { [pressed.name]: pressed.value }), ...typed };
};

const postOf = (origin: string, fields: Fields, ask: Ask): Ask => {
  const body = ask.body ?? new URLSearchParams(fields).toString();
  const headers = {
    origin,
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(Buffer.byteLength(body)),
    ...ask.headers,
  };
  return { method: "POST", ...ask, body, headers };
};

type Send = (path: string, ask: Ask) => Promise<Answer>;

const sender = (reach: Reach, origin: string, cookies: Map<string, string>): Send => {
  const isHttps = origin.startsWith("https:");
  return async (path, ask) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const wanted = {
      host: reach.host,
      accept: "text/html",
      ...(cookie && { cookie }),
      ...reach.headers,
      ...ask.headers,
    };
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    const port = typeof reach.port === "number" ? reach.port : reach.port();
    const raw = await dial(port, path, Object.fromEntries(given), ask);
    for (const line of raw.headers["set-cookie"] ?? []) keepCookie(cookies, line, isHttps);
    const answer = { ...raw, path, location: pathOf(raw.headers.location, path, origin) };
    checkHeaders(answer);
    return answer;
  };
};

export const visitor = (reach: Reach): Visitor => {
  const origin = reach.origin ?? `http://${reach.host}`;
  const cookies = new Map<string, string>();
  const sendOnly = sender(reach, origin, cookies);
  let last: Answer | undefined;

  const send: Send = async (path, ask) => {
    last = await sendOnly(path, ask);
    return last;
  };
  const page = () => {
    if (!last) throw new Error("nothing was asked for yet");
    return last;
  };
  const submit: Visitor["submit"] = (typed = {}, which = {}) => {
    const { path, body } = page();
    const chosen = form(body, which.action, which.holding);
    const fields = filledIn(chosen, typed, which.button);
    const { pathname, search } = new URL(chosen.action || path, new URL(path, origin));
    const ask = which.headers ? { headers: which.headers } : {};
    if (chosen.method === "POST") return send(pathname + search, postOf(origin, fields, ask));
    return send(`${pathname}?${new URLSearchParams(fields)}`, ask);
  };
  const follow: Visitor["follow"] = async () => {
    for (let hops = 0; hops < 10; hops += 1) {
      const { location } = page();
      if (location === null) return page();
      if (!location.startsWith("/")) throw new Error(`leads to another host: ${location}`);
      await send(location, {});
    }
    throw new Error(`more than ten redirects, the last one to ${page().location}`);
  };

  return {
    get: (path, ask = {}) => send(path, ask),
    post: (path, fields, ask = {}) => send(path, postOf(origin, fields, ask)),
    submit,
    follow,
    page,
    form: (action, holding) => form(page().body, action, holding),
    cookies,
  };
};
