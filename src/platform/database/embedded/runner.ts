import { spawnSync } from "node:child_process";
import { lchownSync, readFileSync, statSync } from "node:fs";
import { StartRefusal } from "../../start-refusal.ts";

/**
 * As whom PostgreSQL's programs run: it refuses root.
 * - `self`: an ordinary user, as we are
 * - `account`: root becomes an unprivileged account
 * - `namespace`: root stays the owner of the files, but looks like an ordinary user to the program
 */
export type Runner =
  | { readonly kind: "self" }
  | { readonly kind: "account" | "namespace"; readonly uid: number; readonly gid: number };

/** In a fixed environment: PGDATA, PGPORT or a locale of the caller must change nothing. */
const environment = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/local/bin:/usr/bin:/bin" };

/** Command, arguments and options for `spawn`, so that `program` runs as `runner`. */
export const runAs = (runner: Runner, program: string, args: readonly string[]) => {
  const options = { cwd: "/", env: environment };
  if (runner.kind === "self") return { command: program, args: [...args], options };
  const { uid, gid } = runner;
  if (runner.kind === "account") {
    return { command: program, args: [...args], options: { ...options, uid, gid } };
  }
  const mapped = ["-U", `--map-user=${uid}`, `--map-group=${gid}`, "--", program, ...args];
  return { command: "unshare", args: mapped, options };
};

/** Whether a command of the system succeeds as `runner`. */
const canRun = (runner: Runner, program: string, args: readonly string[]) => {
  const run = runAs(runner, program, args);
  return spawnSync(run.command, run.args, { ...run.options, stdio: "ignore" }).status === 0;
};

const canEnter = (runner: Runner, folder: string) =>
  canRun(runner, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);

export const canExecute = (runner: Runner, file: string) =>
  runner.kind === "self" || canRun(runner, "/bin/sh", ["-c", 'test -x "$1"', "sh", file]);

/** Gives a file or folder to the runner, where that is somebody else. */
export const handOver = (runner: Runner, path: string) => {
  if (runner.kind === "account") lchownSync(path, runner.uid, runner.gid);
};

const preferred = ["kenpo", "postgres", "nobody"];

const accounts = () =>
  readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);

const unprivileged = () => {
  const known = accounts();
  const found = preferred.flatMap((name) => known.find((account) => account.name === name) ?? []);
  if (!found[0]) {
    throw new StartRefusal(
      "no-account",
      "PostgreSQL does not run as root and this machine has no account kenpo, postgres or nobody: add one (useradd --system kenpo), run as an ordinary user, or set DATABASE_URL.",
    );
  }
  return found[0];
};

const asNamespace = (dataFolder: string): Runner => {
  const { uid, gid } = unprivileged();
  const runner: Runner = { kind: "namespace", uid, gid };
  if (canRun(runner, "/bin/true", [])) return runner;
  throw new StartRefusal(
    "data-unreachable",
    `PostgreSQL does not run as root and an ordinary account cannot reach ${dataFolder}: set KENPO_DATA to a folder that others may enter, such as /var/lib/kenpo.`,
  );
};

const newRunnerOfRoot = (dataFolder: string): Runner => {
  const { uid, gid } = unprivileged();
  const runner: Runner = { kind: "account", uid, gid };
  return canEnter(runner, dataFolder) ? runner : asNamespace(dataFolder);
};

/** @throws StartRefusal when the existing cluster belongs to somebody whom we cannot become */
export const checkOwner = (cluster: string): void => {
  const self = process.getuid?.() ?? 0;
  const owner = statSync(cluster).uid;
  if (self === 0 || owner === self) return;
  throw new StartRefusal(
    "data-of-another",
    `The database in ${cluster} belongs to another user (uid ${owner}): start as that user, or set KENPO_DATA to a folder of your own.`,
  );
};

/** @param cluster the folder of the existing cluster, or null for a new one */
export const chooseRunner = (dataFolder: string, cluster: string | null): Runner => {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const owner = cluster === null ? null : statSync(cluster);
  if (owner === null) return newRunnerOfRoot(dataFolder);
  if (owner.uid === 0) return asNamespace(dataFolder);
  return { kind: "account", uid: owner.uid, gid: owner.gid };
};
