import { freeLeases } from "../mail/index.ts";
import type { Config } from "../platform/config.ts";
import { claimServing } from "../platform/database/serving.ts";
import { StartRefusal } from "../platform/start-refusal.ts";
import { type Open, openInstallation } from "./installation.ts";
import { stopInOrder, untilAsked } from "./life.ts";
import {
  checkPorts,
  openProcess,
  type Part,
  type Process,
  startOperating,
  startRefreshing,
  startServing,
  startWorking,
} from "./running.ts";
import { prepareSamples } from "./samples/index.ts";
import { welcome } from "./welcome.ts";

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
      "KENPO_DATA: a server is already running on this data; stop it first, or name another folder",
    );
  return { stop: claimed.release };
};

/** Nobody else sends from its own database: a code that an earlier worker held need not wait. */
const freeMails = async ({ database, clock, registry }: Open): Promise<void> => {
  for (const { id } of registry.all())
    await database.inSociety(id, async (tx) => freeLeases(tx, clock.now()));
};

const startParts = async (what: What, own: Process): Promise<Part[]> => {
  const { config, installation } = own;
  const parts: Part[] = [];
  try {
    if (installation.opened.kind === "embedded") parts.unshift(await claim(installation));
    // The first to start and the last to stop: it tells of both.
    parts.unshift(await startOperating(own, what));
    if (what !== "worker" && config.samples) await prepareSamples(config, installation);
    parts.unshift(startRefreshing(own));
    if (what !== "worker") parts.unshift(await startServing(own));
    if (what !== "serve" && installation.opened.kind === "embedded") await freeMails(installation);
    if (what !== "serve") parts.unshift(startWorking(own));
    return parts;
  } catch (error) {
    for (const part of parts) await part.stop();
    throw error;
  }
};

/** Runs until it is asked to stop. @returns the exit code */
export const runParts = async (what: What, config: Config): Promise<number> => {
  const asked = untilAsked(config.isUnderNpm);
  // Before a database is made or started, or an impatient second start would wait for nothing.
  await checkPorts(config, what !== "worker");
  const installation = await openInstallation({
    config,
    name: what,
    statementTimeoutMs: 10_000,
    log: (line) => console.error(`kenpo: ${line}`),
  });
  const close: Part = { stop: installation.close };
  const own = openProcess(config, installation);
  let parts: Part[];
  try {
    parts = await startParts(what, own);
  } catch (error) {
    await installation.close();
    throw error;
  }
  own.phase.enter("running");
  welcome(what, config, installation);
  await asked;
  own.phase.enter("draining");
  await stopInOrder([...parts, close]);
  return 0;
};
