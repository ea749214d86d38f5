import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { StartRefusal } from "../../start-refusal.ts";
import { codeOf, failureKind } from "../failures.ts";
import { major, type Places } from "./places.ts";
import type { Programs } from "./programs.ts";
import { checkOwner, handOver, type Runner, runAs } from "./runner.ts";

/** Names of the roles, and the database that the portal lives in. */
export const roles = { root: "kenpo_root", owner: "kenpo_owner", app: "kenpo_app" } as const;
export const databaseName = "kenpo";
export type Passwords = Readonly<Record<keyof typeof roles, string>>;

/** Runs one of PostgreSQL's programs to its end. @throws StartRefusal with its last line */
export const run = (runner: Runner, program: string, args: readonly string[], input = "") =>
  new Promise<void>((resolve, reject) => {
    const { command, args: all, options } = runAs(runner, program, args);
    const child = execFile(command, all, options, (error, stdout, stderr) => {
      if (!error) return resolve();
      reject(refusalFrom(`${stdout}\n${stderr}`, basename(program)));
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });

const storageFull = () =>
  new StartRefusal("storage-full", "The disk of KENPO_DATA is full: make room and start again.");

/** The one line for a folder or file that the system does not let us make; else the error itself. */
export const refusalOfSystem = (error: unknown, folder: string): unknown => {
  const code = codeOf(error);
  if (failureKind(error) === "storage-full") return storageFull();
  if (!/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ELOOP|ENAMETOOLONG)$/.test(code)) return error;
  return new StartRefusal("data-folder", `KENPO_DATA: cannot use ${folder} (${code}).`);
};

/** The one line for what a program of PostgreSQL wrote before it gave up. */
export const refusalFrom = (words: string, program: string): StartRefusal => {
  if (/No space left on device|Disk quota exceeded/.test(words)) return storageFull();
  const lines = words.split("\n").filter((line) => /FATAL|PANIC|error|ERROR/.test(line));
  const told = (lines.at(-1) ?? words.trim().split("\n").at(-1) ?? "").replace(
    /^.*?(FATAL|PANIC|ERROR|error): +/,
    "",
  );
  return new StartRefusal(
    "database-start",
    `PostgreSQL (${program}) did not start: ${told || "no reason given"}`,
  );
};

const newPassword = () => randomBytes(24).toString("hex");

// One statement a line, as single-user mode wants it. Hex needs no quoting.
const statements = (passwords: Passwords) =>
  [
    `alter role ${roles.root} password '${passwords.root}'`,
    `create role ${roles.owner} login password '${passwords.owner}'`,
    `create role ${roles.app} login password '${passwords.app}'`,
    `create database ${databaseName} owner ${roles.owner}`,
    `revoke all on database ${databaseName} from public`,
    `grant connect, temporary on database ${databaseName} to ${roles.app}`,
  ].join("\n");

const initialise = async (runner: Runner, { initdb, postgres }: Programs, folder: string) => {
  const passwords = { root: newPassword(), owner: newPassword(), app: newPassword() };
  // The builtin locale orders by code point and is the same on every machine.
  await run(runner, initdb, [
    ...["-D", folder, "-U", roles.root, "--auth=trust", "--encoding=UTF8", "--locale=C"],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--no-sync", "--no-instructions"],
  ]);
  writeFileSync(join(folder, "pg_hba.conf"), "local all all scram-sha-256\n");
  const single = ["--single", "-D", folder, "-c", "exit_on_error=true", "postgres"];
  await run(runner, postgres, single, `${statements(passwords)}\n`);
  const file = join(folder, "kenpo-passwords.json");
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  handOver(runner, file);
  await run(runner, initdb, ["-D", folder, "--sync-only"]);
};

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** What a process killed in the middle left behind. */
const sweepHalves = ({ dataFolder, cluster }: Places) => {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dataFolder)) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
};

/** Makes the cluster under another name and renames it: a half cluster is never seen. */
export const createCluster = async (runner: Runner, programs: Programs, places: Places) => {
  sweepHalves(places);
  const half = `${places.cluster}.new-${process.pid}`;
  try {
    mkdirSync(half, { mode: 0o700 });
    chmodSync(half, 0o700);
    handOver(runner, half);
    await initialise(runner, programs, half);
    renameSync(half, places.cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another process was faster: its cluster is as good as ours.
    if (!existsSync(places.cluster)) throw error;
  }
};

/** @throws StartRefusal when the data folder is of another major version, or another user's */
export const checkVersion = ({ dataFolder, cluster }: Places) => {
  const refuse = (version: string) => {
    throw new StartRefusal(
      "database-version",
      `The data in ${dataFolder} is of PostgreSQL ${version}, this program brings ${major}: export it with the version of the portal that wrote it, and import it into an empty KENPO_DATA.`,
    );
  };
  if (existsSync(cluster)) {
    checkOwner(cluster);
    const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
    if (version !== String(major)) refuse(version);
    return;
  }
  const other = readdirSync(dataFolder).find((name) => /^postgres-\d+$/.test(name));
  if (other) refuse(other.slice("postgres-".length));
};

/** @throws StartRefusal when the file is gone or unreadable */
export const readPasswords = ({ passwords }: Places): Passwords => {
  try {
    return JSON.parse(readFileSync(passwords, "utf8"));
  } catch {
    throw new StartRefusal(
      "database-passwords",
      `${passwords} cannot be read: restore it from a backup, or set KENPO_DATA to another folder.`,
    );
  }
};
