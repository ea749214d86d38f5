import { type BareServer, bareServer } from "../bare-server.ts";
import { cpuMs, peakMb, residentMb } from "../cpu.ts";
import type { Got } from "../load.ts";
import type { Bench } from "../types.ts";
import { cookiesOf, leadsTo, openStage, type Stage } from "./portal.ts";
import { samePage } from "./same-page.ts";

const load = { path: "/", connections: 8, ms: 2500 } as const;
/** node:http writes these itself. */
const own = new Set(["date", "connection", "keep-alive", "transfer-encoding", "content-length"]);

const bytesOf = ({ body, headers }: Got) => ({
  body,
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" && !own.has(name) ? [[name, value]] : [],
    ),
  ),
});

const signedIn = async (stage: Stage): Promise<string> => {
  const browser = stage.next();
  const answer = await stage.signIn(browser);
  leadsTo(answer, "/");
  return `${browser.cookie}; ${cookiesOf(answer)}`;
};

const measureHome = async ({ portal, host, databaseCpuMs }: Stage, cookie: string) => {
  const app = portal.appPid();
  const before = [cpuMs(app), databaseCpuMs()] as const;
  const { count, perSecond } = await samePage({
    ...load,
    port: portal.port,
    host,
    headers: { cookie, "accept-language": "ja" },
  });
  return {
    perSecond,
    serverUs: ((cpuMs(app) - before[0]) / count) * 1000,
    databaseUs: ((databaseCpuMs() - before[1]) / count) * 1000,
  };
};

const measureBare = async ({ port, pid }: BareServer) => {
  const before = cpuMs(pid);
  const { count, perSecond } = await samePage({ ...load, port, host: "localhost" });
  return { perSecond, us: ((cpuMs(pid) - before) / count) * 1000 };
};

/** A signed-in member's home: session from the database, page made anew at each request. */
export const home: Bench = {
  name: "home",
  says: "GET / of a signed-in member ÷ node:http sending the same bytes from memory",
  goals: [
    { figure: "rate ÷ bare", unit: "ratio" },
    { figure: "home pages", unit: "/s" },
    { figure: "bare pages", unit: "/s" },
    { figure: "server CPU", unit: "µs" },
    { figure: "PostgreSQL CPU", unit: "µs" },
    { figure: "bare CPU", unit: "µs" },
    { figure: "server resident after it", unit: "MB", atMost: 200 },
    { figure: "server's peak", unit: "MB", atMost: 200 },
  ],
  prepare: async () => {
    const stage = await openStage("home");
    const cookie = await signedIn(stage);
    const page = await stage.send({ path: "/", headers: { cookie } });
    if (!page.body.includes('action="/sign-out"')) throw new Error("this is not a member's home");
    const bare = await bareServer(bytesOf(page));
    return {
      round: async () => {
        const limit = await measureBare(bare);
        const ours = await measureHome(stage, cookie);
        const server = stage.portal.appPid();
        return {
          "rate ÷ bare": ours.perSecond / limit.perSecond,
          "home pages": ours.perSecond,
          "bare pages": limit.perSecond,
          "server CPU": ours.serverUs,
          "PostgreSQL CPU": ours.databaseUs,
          "bare CPU": limit.us,
          "server resident after it": residentMb(server),
          "server's peak": peakMb(server),
        };
      },
      close: async () => {
        await bare.close();
        await stage.close();
      },
    };
  },
};
