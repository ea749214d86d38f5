import { bareServer } from "../bare-server.ts";
import { load, type Probe, probe } from "../load.ts";
import type { Bench } from "../types.ts";
import { leadsTo, mostConnections, openStage, type Stage } from "./portal.ts";

const ms = 4000;

/** 100–400 a second: enough for a p99, too few to be a load. */
const often = { ms, connections: 2, everyMs: 5 } as const;

/** Sign-ins begin before the probe and end after it. */
const saturated = async <T>(stage: Stage, probing: () => Promise<T>): Promise<T> => {
  const signIns = load({ connections: mostConnections, ms: ms + 500 }, async () =>
    leadsTo(await stage.signIn(stage.next()), "/"),
  );
  const [found] = await Promise.all([probing(), signIns]);
  return found;
};

/** Whoever opens the sign-in page does not wait for the passwords of others. */
export const signInPage: Bench = {
  name: "sign-in-page",
  says: `GET /sign-in while ${mostConnections} connections sign in − idle; beside it a bare node:http page`,
  goals: [
    { figure: "p99 over idle", unit: "ms", atMost: 10 },
    { figure: "p99 idle", unit: "ms" },
    { figure: "p99 saturated", unit: "ms" },
    { figure: "p50 saturated", unit: "ms" },
    { figure: "p99 saturated, bare page", unit: "ms" },
  ],
  prepare: async () => {
    const stage = await openStage("page");
    const { body } = await stage.send({ path: "/sign-in" });
    const bare = await bareServer(body);
    const { host } = stage;
    const headers = { cookie: stage.next().cookie };
    const page: Probe = { port: stage.portal.port, host, path: "/sign-in", headers, ...often };
    const limit: Probe = { port: bare.port, host, path: "/", ...often };
    return {
      round: async () => {
        const idle = await probe(page);
        const [busy, busyLimit] = await saturated(stage, () =>
          Promise.all([probe(page), probe(limit)] as const),
        );
        return {
          "p99 over idle": busy.p99 - idle.p99,
          "p99 idle": idle.p99,
          "p99 saturated": busy.p99,
          "p50 saturated": busy.p50,
          "p99 saturated, bare page": busyLimit.p99,
        };
      },
      close: async () => {
        await bare.close();
        await stage.close();
      },
    };
  },
};
