import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { connectClient } from "../src/platform/database/config.ts";
import { type TestDatabase, testDatabase } from "../test/database.ts";
import { addTwoSocieties, ours } from "../test/two-societies.ts";
import { writeMembersFile } from "./members/generate.ts";
import { rawCopy } from "./members/raw-copy.ts";
import type { Bench } from "./types.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** As scripts/kenpo runs it. */
const likeKenpo = "--max-semi-space-size=8";
const small = 30_000;
const large = 300_000;

type Files = { readonly path: string; readonly rowsPath?: string };

/** In a process of its own, as the command line runs it: its peak memory is the import's. */
const inProcess =
  <Told>(script: string) =>
  async (database: TestDatabase, files: Files): Promise<Told> => {
    const child = spawn(project("scripts/node"), [likeKenpo, project(`bench/members/${script}`)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end(JSON.stringify({ config: database.appConfig, society: ours, ...files }));
    return JSON.parse(await text(child.stdout));
  };
const importOnce = inProcess<{ readonly ms: number; readonly peakMb: number }>("import-once.ts");
const stageOnce = inProcess<{ readonly staged: number; readonly copied: number }>("stage-once.ts");

const asRoot = async <T>(
  database: TestDatabase,
  work: (root: Awaited<ReturnType<typeof connectClient>>) => Promise<T>,
): Promise<T> => {
  const root = await connectClient({
    config: database.rootConfig,
    applicationName: "kenpo bench",
    statementTimeoutMs: 0,
  });
  try {
    return await work(root);
  } finally {
    await root.end();
  }
};

const empty = (database: TestDatabase) =>
  asRoot(database, async (root) => {
    await root.query("truncate member, import_run, audit_fact cascade");
    await root.query("checkpoint");
  });

const round = async (database: TestDatabase, folder: string) => {
  const [smallFile, largeFile] = [join(folder, "small.csv"), join(folder, "large.csv")];
  await empty(database);
  const first = await importOnce(database, { path: smallFile });
  await empty(database);
  const staging = await stageOnce(database, {
    path: largeFile,
    rowsPath: join(folder, "staged.copy"),
  });
  const second = await importOnce(database, { path: largeFile });
  const again = await importOnce(database, { path: largeFile });
  const rawMs = await asRoot(database, (root) => rawCopy(root, join(folder, "raw.copy")));
  return {
    "rows/s ÷ COPY": rawMs / second.ms,
    "staged rows/s ÷ COPY": staging.copied / staging.staged,
    "peak growth": second.peakMb / first.peakMb,
    "staged rows/s": (large * 1000) / staging.staged,
    "rows/s": (large * 1000) / second.ms,
    "rows/s, nothing new": (large * 1000) / again.ms,
    "COPY rows/s": (large * 1000) / rawMs,
    [`peak at ${small}`]: first.peakMb,
    [`peak at ${large}`]: second.peakMb,
  };
};

/**
 * A whole first import ÷ PostgreSQL's COPY of the same rows; its first half, up to the staging table,
 * ÷ COPY into that table; its memory at two sizes.
 */
export const membersImport: Bench = {
  name: "members-import",
  says: `${large} members from CP932 to a committed import, checked and audited ÷ COPY of the same rows`,
  goals: [
    { figure: "rows/s ÷ COPY", unit: "ratio", atLeast: 0.25 },
    { figure: "staged rows/s ÷ COPY", unit: "ratio", atLeast: 0.5 },
    { figure: "peak growth", unit: "ratio", atMost: 1.1 },
    { figure: "staged rows/s", unit: "/s" },
    { figure: "rows/s", unit: "/s" },
    { figure: "rows/s, nothing new", unit: "/s" },
    { figure: "COPY rows/s", unit: "/s" },
    { figure: `peak at ${small}`, unit: "MB" },
    { figure: `peak at ${large}`, unit: "MB" },
  ],
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), "kenpo-bench-members-"));
    const database = await testDatabase();
    await addTwoSocieties(database);
    await writeMembersFile(join(folder, "small.csv"), small);
    await writeMembersFile(join(folder, "large.csv"), large);
    return {
      round: () => round(database, folder),
      close: async () => {
        await database.drop();
        await rm(folder, { recursive: true });
      },
    };
  },
};
