import { hostname } from "node:os";
import type { Config } from "../../platform/config.ts";
import type { Patience } from "../../platform/database/connect.ts";
import { claimServing } from "../../platform/database/embedded/serving.ts";
import { beatMs, join, measureClock } from "../../platform/database/processes/index.ts";
import { every } from "../../platform/schedule.ts";
import { StartRefusal } from "../../platform/start-refusal.ts";
import { describeError } from "../describe-error.ts";
import { type Open, openInstallation } from "../installation.ts";
import { prepareSamples } from "../samples/index.ts";
import { welcome } from "../welcome.ts";
import { stopInOrder, untilAsked } from "./life.ts";
import {
  checkPorts,
  openProcess,
  type Part,
  type Process,
  startOperating,
  startRefreshing,
  startServing,
} from "./running.ts";
import { startWorking, tasks } from "./working.ts";

type What = "start" | "serve" | "worker";

/** With its own database only one process may serve: a second start is refused, not mixed up. */
const claim = async (installation: Open): Promise<Part> => {
  const claimed = await claimServing(installation.opened.appConfig, () => {
    console.error("kenpo: another process serves this data now; stopping");
    process.kill(process.pid, "SIGTERM");
  });
  if (!claimed.ok)
    throw new StartRefusal(
      "already-serving",
      "KENPO_DATA: another process is already running on this data, and an embedded database takes one: npm start is server and worker in one, DATABASE_URL lets several run; or stop the other, or name another folder",
    );
  return { stop: claimed.release };
};

/** The others of the database learn of this process, and it of them. */
const joinOthers = async (what: What, { config, installation, log }: Process) => {
  const { database, opened, clock } = installation;
  return join({
    ...{ database, clock, kind: what, host: hostname(), pid: process.pid },
    measure: () => measureClock(database, clock),
    // one more asks for the operator's port
    connections: config.pool + 1,
    leases: what === "serve" ? [] : tasks,
    isAlone: opened.kind === "embedded",
    schedule: every(beatMs),
    warn: (line) => console.error(`kenpo: ${line}`),
    clocksPart: (ms) => log.event("warn", "clock.skewed", { ms }),
    failed: (error) => log.event("warn", "process.unheard", describeError(error)),
  });
};

/** In the order in which they stop; the parts of a stage stop at once. */
type Stages = Part[][];

const startParts = async (what: What, own: Process): Promise<Stages> => {
  const { config, installation } = own;
  const stages: Stages = [];
  const begin = (part: Part) => stages.unshift([part]);
  try {
    if (installation.opened.kind === "embedded") begin(await claim(installation));
    const membership = await joinOthers(what, own);
    begin({ stop: membership.leave });
    // The first to start and the last to stop: it tells of both.
    begin(await startOperating(own, what));
    if (what !== "worker" && config.samples) await prepareSamples(config, installation);
    begin(startRefreshing(own));
    const busy: Part[] = [];
    stages.unshift(busy);
    // First: what refuses a key for mails needs no drain.
    if (what !== "serve") busy.push(startWorking({ ...own, membership }));
    if (what !== "worker") busy.push(await startServing(own));
    return stages;
  } catch (error) {
    for (const parts of stages) await Promise.all(parts.map((part) => part.stop()));
    throw error;
  }
};

/** Who waits at a page is told to come again; a burst of so many is gone within a second. */
const patience = (pool: number): Patience => ({ ms: 3_000, most: pool * 20 });

const open = (what: What, config: Config) =>
  openInstallation({
    config,
    name: what,
    statementTimeoutMs: 10_000,
    mayMigrate: what === "start",
    ...(what !== "worker" && { patience: patience(config.pool) }),
    log: (line) => console.error(`kenpo: ${line}`),
  });

/** Runs until it is asked to stop. @returns the exit code */
export const runParts = async (what: What, config: Config): Promise<number> => {
  const asked = untilAsked(config.isUnderNpm);
  // Before a database is made or started, or an impatient second start would wait for nothing.
  await checkPorts(config, what !== "worker");
  const installation = await open(what, config);
  const own = openProcess(config, installation);
  let stages: Stages;
  try {
    stages = await startParts(what, own);
  } catch (error) {
    await installation.close();
    throw error;
  }
  own.phase.enter("running");
  welcome(what, config, installation);
  await asked;
  own.phase.enter("draining");
  const database: Part = { stop: installation.close };
  const drainSeconds = what === "worker" ? 0 : config.drainSeconds;
  await stopInOrder({ stages, database, drainSeconds });
  return 0;
};
