import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The one major version whose binaries package.json pins: another one cannot read its files. */
export const major = 18;
export const port = 5432;

/** Everything of the embedded server, below one data folder. */
export type Places = {
  readonly dataFolder: string;
  readonly cluster: string;
  /** Roles' passwords; inside the cluster, so that one rename brings both into being. */
  readonly passwords: string;
  readonly log: string;
  readonly socketFolder: string;
};

// sun_path of unix(7) and unix(4), less the zero at its end.
const longestSocketPath = process.platform === "darwin" ? 103 : 107;
const socketIn = (folder: string) => join(folder, `.s.PGSQL.${port}`);

const newSocketFolder = (dataFolder: string) => {
  const inside = join(dataFolder, "run");
  if (Buffer.byteLength(socketIn(inside)) <= longestSocketPath) return inside;
  const hash = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  return join(tmpdir(), `kenpo-${hash}`);
};

/** The lines of postmaster.pid: 1 process id, 5 socket folder, 8 status (src/include/utils/pidfile.h). */
const pidFileLines = (cluster: string): readonly string[] => {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
};

export const postmasterPid = (cluster: string): number | null => {
  const pid = Number(pidFileLines(cluster)[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
};

/** Connecting earlier works too, but each try leaves a FATAL line in the log. */
export const isReady = (cluster: string): boolean => pidFileLines(cluster)[7]?.trim() === "ready";

/** @param dataFolder absolute, without symbolic links */
export const placesIn = (dataFolder: string): Places => {
  const cluster = join(dataFolder, `postgres-${major}`);
  // A running server tells by itself where it listens: TMPDIR may differ between two shells.
  const told = pidFileLines(cluster)[4];
  const running = told && existsSync(socketIn(told)) ? told : null;
  return {
    dataFolder,
    cluster,
    passwords: join(cluster, "kenpo-passwords.json"),
    log: join(dataFolder, "postgres.log"),
    socketFolder: running ?? newSocketFolder(dataFolder),
  };
};
