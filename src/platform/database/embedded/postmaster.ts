import { spawn } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartRefusal } from "../../start-refusal.ts";
import { type Places, port, postmasterPid } from "./places.ts";
import type { Programs } from "./programs.ts";
import { handOver, type Runner, runAs } from "./runner.ts";

/** A server that we started; it outlives us unless somebody stops it. */
export type Postmaster = {
  readonly pid: number | undefined;
  readonly isRunning: () => boolean;
  /** What it wrote to its log since it was started. */
  readonly words: () => string;
};

const settings = (places: Places): Readonly<Record<string, string | number>> => ({
  listen_addresses: "",
  unix_socket_directories: places.socketFolder,
  unix_socket_permissions: "0700",
  port,
  max_connections: 100,
  timezone: "UTC",
  log_timezone: "UTC",
  logging_collector: "off",
  log_destination: "stderr",
  // Statements, values and keys are personal data: errors of statements go to the app alone.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
});

const makeSocketFolder = (runner: Runner, { socketFolder }: Places) => {
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const found = lstatSync(socketFolder);
  const expected = [process.getuid?.(), ...(runner.kind === "account" ? [runner.uid] : [])];
  if (!found.isDirectory() || !expected.includes(found.uid)) {
    throw new StartRefusal(
      "socket-folder",
      `${socketFolder} belongs to somebody else: remove it, or set KENPO_DATA to a shorter path.`,
    );
  }
  handOver(runner, socketFolder);
};

const largestLog = 5_000_000;

const openLog = (runner: Runner, { log }: Places) => {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
  // Started by root once, by its owner the next time: root follows no link in the owner's folder.
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const file = openSync(log, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  handOver(runner, log);
  return { file, from: statSync(log).size };
};

/** Whether another program has this process id; false where that cannot be told (no /proc). */
const isForeign = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== "postgres";
  } catch {
    return false;
  }
};

/**
 * After kill -9 of everything (a container's end), another program may have got the process id
 * that postmaster.pid names, and PostgreSQL would wait for it for ever.
 */
const removeForeignPidFile = ({ cluster, socketFolder }: Places) => {
  const pid = postmasterPid(cluster);
  if (pid === null || !isForeign(pid)) return;
  const socket = join(socketFolder, `.s.PGSQL.${port}`);
  for (const file of [join(cluster, "postmaster.pid"), socket, `${socket}.lock`]) {
    rmSync(file, { force: true });
  }
};

/** Starts PostgreSQL in a process group of its own, so that Ctrl-C reaches us first. */
export const startPostmaster = (runner: Runner, programs: Programs, places: Places): Postmaster => {
  makeSocketFolder(runner, places);
  removeForeignPidFile(places);
  const { file, from } = openLog(runner, places);
  const flags = Object.entries(settings(places)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const { command, args, options } = runAs(runner, programs.postgres, [
    "-D",
    places.cluster,
    ...flags,
  ]);
  const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", file, file] });
  closeSync(file);
  let running = true;
  const gone = () => {
    running = false;
  };
  child.once("exit", gone).once("error", gone).unref();
  return {
    pid: child.pid,
    isRunning: () => running,
    words: () => readFileSync(places.log).subarray(from).toString(),
  };
};

/** A zombie (nobody waits for it: a container without an init) has ended all the same. */
const isZombie = (pid: number) => {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

const hasEnded = (pid: number) => {
  try {
    process.kill(pid, 0);
    return isZombie(pid);
  } catch {
    return true;
  }
};

const restMs = 10;

/** Waits until `holds` is true. @returns false when it took longer than about `ms` */
export const until = async (holds: () => boolean, ms: number): Promise<boolean> => {
  for (let left = ms / restMs; left > 0 && !holds(); left -= 1) await pause(restMs);
  return holds();
};

/** Fast shutdown: sessions are ended, everything is written, nothing is left to recover. */
export const stopPostmaster = async ({ cluster }: Places): Promise<void> => {
  const pid = postmasterPid(cluster);
  if (pid === null || isForeign(pid)) return;
  process.kill(pid, "SIGINT");
  await until(() => postmasterPid(cluster) !== pid, 120_000);
  // Its process ends a moment after the file.
  await until(() => hasEnded(pid), 1_000);
};
