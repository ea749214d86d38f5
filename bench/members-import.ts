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

type Once = { readonly ms: number; readonly peakMb: number };

/** In a process of its own, as the command line runs it: its peak memory is the import's. */
const importOnce = async (database: TestDatabase, path: string): Promise<Once> => {
  const once = project("bench/members/import-once.ts");
  const child = spawn(project("scripts/node"), [likeKenpo, once], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ config: database.appConfig, society: ours, path }));
  return JSON.parse(await text(child.stdout));
};

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
  await empty(database);
  const first = await importOnce(database, join(folder, "small.csv"));
  await empty(database);
  const second = await importOnce(database, join(folder, "large.csv"));
  const again = await importOnce(database, join(folder, "large.csv"));
  const rawMs = await asRoot(database, (root) => rawCopy(root, join(folder, "raw.copy")));
  return {
    "rows/s ÷ COPY": rawMs / second.ms,
    "peak growth": second.peakMb / first.peakMb,
    "rows/s": (large * 1000) / second.ms,
    "rows/s, nothing new": (large * 1000) / again.ms,
    "COPY rows/s": (large * 1000) / rawMs,
    [`peak at ${small}`]: first.peakMb,
    [`peak at ${large}`]: second.peakMb,
  };
};

/** A whole first import ÷ PostgreSQL's COPY of the same rows, and its memory at two sizes. */
export const membersImport: Bench = {
  name: "members-import",
  says: `${large} members from CP932 to a committed import, checked and audited ÷ COPY of the same rows`,
  goals: [
    { figure: "rows/s ÷ COPY", unit: "ratio", atLeast: 0.25 },
    { figure: "peak growth", unit: "ratio", atMost: 1.1 },
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
