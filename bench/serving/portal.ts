import type { DatabaseConfig } from "../../src/platform/database/config.ts";
import { form } from "../../test/html-form.ts";
import { type Portal, portalIn } from "../../test/portal-process.ts";
import { cpuMs, treeCpuMs } from "../cpu.ts";
import { dialler, type Got, type Send } from "../load.ts";
import { openPlace } from "../server.ts";
import { password, registerMembers, userIdOf } from "./members.ts";

export const mostConnections = 16;

/** A member's browser that has opened the sign-in page. */
export type Browser = {
  readonly userId: string;
  readonly cookie: string;
  readonly formToken: string;
  /** Of the member's home, as a proxy would say: each has another. */
  readonly address: string;
};

type Fields = Readonly<Record<string, string>>;

export type Typed = { readonly userId: string; readonly password: string };

export type Stage = {
  readonly portal: Portal;
  readonly host: string;
  readonly send: Send;
  /** Members take turns. */
  readonly next: () => Browser;
  /** POST /sign-in: without words, the right ones. */
  readonly signIn: (browser: Browser, typed?: Partial<Typed>) => Promise<Got>;
  /** POST of a form that a page showed. */
  readonly post: (browser: Browser, path: string, fields: Fields) => Promise<Got>;
  /** Server process and PostgreSQL with its backends, ms so far. */
  readonly cpuMs: () => number;
  /** PostgreSQL alone. */
  readonly databaseCpuMs: () => number;
  /** The database's administrator. */
  readonly root: DatabaseConfig;
  readonly close: () => Promise<void>;
};

export const cookiesOf = ({ headers }: Got): string =>
  [headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ");

const openBrowser = async (send: Send, i: number): Promise<Browser> => {
  const page = await send({ path: "/sign-in" });
  return {
    userId: userIdOf(i),
    cookie: cookiesOf(page),
    formToken: form(page.body, "/sign-in").fields.formToken ?? "",
    address: `10.0.${i >> 8}.${i & 255}`,
  };
};

const posting =
  (send: Send, origin: string): Stage["post"] =>
  ({ cookie, formToken, address }, path, fields) =>
    send({
      path,
      method: "POST",
      headers: {
        cookie,
        origin,
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        "user-agent": "Mozilla/5.0 (Linux; Android 15) Chrome/150.0.0.0 Mobile Safari/537.36",
        "x-forwarded-for": address,
      },
      body: new URLSearchParams({ formToken, ...fields }).toString(),
    });

type Own = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly members?: number;
};

/** The real server with registered members, each at the sign-in page. Logs as in production. */
export const openStage = async (
  name: string,
  { environment = {}, members: memberCount = 400 }: Own = {},
): Promise<Stage> => {
  const place = await openPlace();
  const portal = await portalIn(`bench-${name}`, {
    ...place.environment,
    ...environment,
    LOG_LEVEL: "info",
    TRUSTED_PROXIES: "127.0.0.1",
  });
  const remove = async () => {
    await portal.remove();
    await place.remove();
  };
  try {
    await portal.start();
    const root = place.root(portal);
    await registerMembers(root, memberCount);
    const databaseCpuMs = () => treeCpuMs(place.pid(portal));
    const host = `localhost:${portal.port}`;
    const { send, close } = dialler(portal.port, host, mostConnections);
    const browsers: Browser[] = [];
    for (let i = 1; i <= memberCount; i += 1) browsers.push(await openBrowser(send, i));
    const post = posting(send, `http://${host}`);
    let turn = 0;
    return {
      portal,
      host,
      send,
      next: () => {
        const browser = browsers[turn % memberCount];
        if (!browser) throw new Error("no members");
        turn += 1;
        return browser;
      },
      post,
      signIn: (browser, typed = {}) =>
        post(browser, "/sign-in", { userId: browser.userId, password, ...typed }),
      cpuMs: () => cpuMs(portal.appPid()) + databaseCpuMs(),
      databaseCpuMs,
      root,
      close: async () => {
        close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};

/** @throws unless the answer leads there */
export const leadsTo = ({ status, headers }: Got, path: string): void => {
  if (status !== 303 || headers.location !== path)
    throw new Error(`the sign-in was answered with ${status} to ${headers.location}`);
};

/** CPU of the server and its database for one operation, ms. */
export const costOf = async (
  stage: Stage,
  work: () => Promise<{ readonly count: number; readonly perSecond: number }>,
) => {
  const before = stage.cpuMs();
  const { count, perSecond } = await work();
  return { cpuMs: (stage.cpuMs() - before) / count, perSecond };
};
