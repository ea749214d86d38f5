import { setTimeout as pause } from "node:timers/promises";
import { startSealing } from "../audit/index.ts";
import { tellOwners } from "../identity/locks/index.ts";
import { warnOfExpiry } from "../identity/password-expiry/index.ts";
import { sendRecoveries } from "../identity/recovery/index.ts";
import { startMailWorker } from "../mail/index.ts";
import type { Config } from "../platform/config.ts";
import type { Membership } from "../platform/database/processes/index.ts";
import { type Level, type Log, openLog } from "../platform/log.ts";
import { type Metrics, openMetrics } from "../platform/metrics.ts";
import { every, when } from "../platform/schedule.ts";
import { openDkim } from "../platform/smtp/dkim.ts";
import { emlFolder } from "../platform/smtp/eml-folder.ts";
import { smtpServer } from "../platform/smtp/server.ts";
import { describeError } from "./describe-error.ts";
import { migrations, type Open } from "./installation.ts";
import { watchedPasswords } from "./ops/passwords.ts";
import { openPhase, type PhaseOf } from "./ops/phase.ts";
import { startOps, version } from "./ops/start.ts";
import { startSweeping } from "./retention/worker.ts";
import { drainable, listenOn, stopListening } from "./serve.ts";
import { createWeb } from "./web.tsx";

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

/** @throws StartRefusal when the mails could not be signed */
const transportOf = (config: Config) => {
  const dkim = openDkim(config);
  const { smtpUrl, dataFolder } = config;
  return smtpUrl ? smtpServer(smtpUrl, dkim) : emlFolder(`${dataFolder}/mail`);
};

/** What keeps all mails waiting; the rest is told of each. */
const mailLevels: Readonly<Record<string, Level>> = { paused: "warn", "worker-failed": "warn" };

/** What one worker at a time does for all. */
export const tasks = ["seals", "notices", "warnings", "sweeps"] as const;

const sweepEverySeconds = 3_600;
const warnEverySeconds = 3_600;

/**
 * Mails, which all workers share, and what one of them does at a time: notices of locks, warnings of
 * passwords that end, seals of audit facts, and what is swept.
 */
export const startWorking = (own: Member): Part => {
  const { config, installation, log, metrics, membership } = own;
  const { holds, isDue, done } = membership;
  const failed = (what: string) => (error: unknown) =>
    log.event("error", what, describeError(error));
  const mails = startMailWorker({
    ...installation,
    transport: transportOf(config),
    domain: config.mailDomain,
    random: Math.random,
    holder: membership,
    schedule: every(1000),
    report: ({ outcome, ...rest }) => {
      metrics.mail(outcome);
      log.event(mailLevels[outcome] ?? "info", "mail", { outcome, ...rest });
    },
  });
  const sealing = startSealing({
    ...installation,
    schedule: when(() => holds("seals"), every(5000)),
    report: ({ outcome, ...rest }) =>
      log.event(outcome === "sealed" ? "info" : "error", `audit.${outcome}`, rest),
    failed: failed("audit.sealing-failed"),
  });
  const notices = when(
    () => holds("notices"),
    every(2000),
  )(() => tellOwners(installation).catch(failed("notices.failed")));
  const recoveries = when(
    () => holds("notices"),
    every(1000),
  )(() => sendRecoveries(installation).catch(failed("recoveries.failed")));
  const warnings = when(
    () => isDue("warnings", warnEverySeconds),
    every(60_000),
  )(() =>
    warnOfExpiry(installation, () => !holds("warnings"))
      .then(() => done("warnings"))
      .catch(failed("warnings.failed")),
  );
  const sweeps = startSweeping({
    ...{ installation, log, metrics },
    schedule: when(() => isDue("sweeps", sweepEverySeconds), every(60_000)),
    isOurs: () => holds("sweeps"),
    done: () => done("sweeps"),
  });
  return {
    stop: async () => {
      notices.stop();
      warnings.stop();
      recoveries.stop();
      await sweeps.stop();
      await sealing.stop();
      await mails.stop();
    },
  };
};
