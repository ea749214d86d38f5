import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../../platform/config.ts";
import type { Membership } from "../../platform/database/processes/index.ts";
import { type Log, openLog } from "../../platform/log.ts";
import { type Metrics, openMetrics } from "../../platform/metrics.ts";
import { every } from "../../platform/schedule.ts";
import { describeError } from "../describe-error.ts";
import { migrations, type Open } from "../installation.ts";
import { watchedPasswords } from "../ops/passwords.ts";
import { openPhase, type PhaseOf } from "../ops/phase.ts";
import { startOps, version } from "../ops/start.ts";
import { createWeb } from "../web.tsx";
import { drainable, listenOn, stopListening } from "./serve.ts";

/** Places in the password queue for each lane: about a second of waiting when all are taken. */
const placesPerLane = 64;

/** Parts of one process that must stop in order. */
export type Part = { readonly stop: () => Promise<void> };

export type Process = {
  readonly config: Config;
  readonly installation: Open;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly phase: PhaseOf;
};

/** A process that the others of its database know of. */
export type Member = Process & { readonly membership: Membership };

export const openProcess = (config: Config, installation: Open): Process => {
  const log = openLog({ level: config.logLevel });
  const phase = openPhase((entered) =>
    log.event("info", `process.${entered}`, { version: version() }),
  );
  return { config, installation, log, metrics: openMetrics(), phase };
};

const places = ({ host, port, opsHost, opsPort }: Config) => ({
  web: { host, port, variable: "PORT" },
  ops: { host: opsHost, port: opsPort, variable: "OPS_PORT" },
});

/** @throws StartRefusal when a port is taken */
export const checkPorts = async (config: Config, isServing: boolean): Promise<void> => {
  const { web, ops } = places(config);
  for (const place of isServing ? [web, ops] : [ops])
    await stopListening(await listenOn({ ...place, web: { fetch: () => new Response() } }));
};

/** The operator's port: `/readyz` says yes from when the phase is `running`. */
export const startOperating = (own: Process, part: string): Promise<Part> => {
  const { config, installation, metrics, phase } = own;
  const { clock, opened } = installation;
  return startOps({ place: places(config).ops, part, clock, opened, migrations, metrics, phase });
};

/** Another process may change a society: every process looks once a second. */
export const startRefreshing = ({ installation: { registry }, log }: Process): Part => {
  const refreshing = every(1000)(() =>
    registry.refresh().catch((error) => log.event("warn", "registry.stale", describeError(error))),
  );
  return { stop: async () => refreshing.stop() };
};

/** HTTP for members. */
export const startServing = async (own: Process): Promise<Part> => {
  const { config, installation, log, metrics } = own;
  const { database, clock, secrets, registry } = installation;
  // One core is left to the pages: they do not wait for the passwords of others (npm run bench).
  const lanes = Math.max(1, config.cores - 1);
  const passwords = watchedPasswords(metrics, { lanes, places: lanes * placesPerLane });
  const web = createWeb({
    config,
    clock,
    database,
    secrets,
    registry,
    passwords,
    record: ({ id, method, route, status, ms }) => {
      metrics.request({ method, route, status, seconds: ms / 1000 });
      log.event("info", "request", { requestId: id, method, route, status, ms: Math.round(ms) });
    },
    failed: (id, error) =>
      log.event("error", "request.failed", { requestId: id, ...describeError(error) }),
  });
  const server = await listenOn({ ...places(config).web, web });
  const drain = drainable(server);
  const stop = async () => {
    drain();
    // Until the balancer has heard of it.
    await pause(config.drainSeconds * 1000);
    await stopListening(server);
  };
  return { stop };
};
