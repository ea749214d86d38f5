import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type TestDatabase, testDatabase } from "../test/database.ts";
import { fillWith } from "./backup/fill.ts";
import { empty, rawIn, rawOut } from "./backup/raw.ts";
import type { Bench } from "./types.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** As scripts/kenpo runs it. */
const likeKenpo = "--max-semi-space-size=8";
const small = 30_000;
const large = 300_000;
const secret = randomBytes(32).toString("base64");

type Once = {
  readonly code: number;
  readonly ms: number;
  readonly peakMb: number;
  readonly told: { readonly rows: number; readonly bytes: number };
};

/** In a process of its own, as the command line runs it: its peak memory is the command's. */
const once = async (
  what: "export" | "import",
  { appConfig: app, ownerConfig: owner }: TestDatabase,
  folder: string,
): Promise<Once> => {
  const child = spawn(project("scripts/node"), [likeKenpo, project("bench/backup/once.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ what, app, owner, secret, folder }));
  const told: Once = JSON.parse(await text(child.stdout));
  if (told.code !== 0) throw new Error(`${what} ended with ${told.code}`);
  return told;
};

type Stage = {
  readonly sources: Readonly<Record<"small" | "large", TestDatabase>>;
  readonly target: TestDatabase;
  readonly folder: string;
};

const backUpAndRestore = async ({ sources, target, folder }: Stage, which: "small" | "large") => {
  const backup = join(folder, which);
  const exported = await once("export", sources[which], backup);
  await empty(target);
  const restored = await once("import", target, backup);
  await rm(backup, { recursive: true });
  return { exported, restored };
};

const round = async (stage: Stage) => {
  const plain = join(stage.folder, "plain");
  await mkdir(plain);
  const few = await backUpAndRestore(stage, "small");
  const many = await backUpAndRestore(stage, "large");
  const outMs = await rawOut(stage.sources.large, plain);
  await empty(stage.target);
  const inMs = await rawIn(stage.target, plain);
  await rm(plain, { recursive: true });
  const peak = ({ exported, restored }: typeof few) => Math.max(exported.peakMb, restored.peakMb);
  return {
    "export ÷ COPY": outMs / many.exported.ms,
    "restore ÷ COPY": inMs / many.restored.ms,
    "peak growth": peak(many) / peak(few),
    "export s": many.exported.ms / 1000,
    "restore s": many.restored.ms / 1000,
    "COPY out s": outMs / 1000,
    "COPY in s": inMs / 1000,
    rows: many.exported.told.rows,
    "backup MB": many.exported.told.bytes / 1e6,
    [`peak at ${small}`]: peak(few),
    [`peak at ${large}`]: peak(many),
  };
};

/**
 * A sealed backup of a whole installation, and its restore, which reads every file twice and every
 * table once more ÷ PostgreSQL's COPY of the same tables to and from plain files; memory at two sizes.
 */
export const backup: Bench = {
  name: "backup",
  says: `an installation with ${large} members, compressed and sealed; restored and compared ÷ COPY of the same tables`,
  goals: [
    { figure: "export ÷ COPY", unit: "ratio", atLeast: 0.4 },
    { figure: "restore ÷ COPY", unit: "ratio", atLeast: 0.4 },
    { figure: "peak growth", unit: "ratio", atMost: 1.3 },
    { figure: "export s", unit: "s" },
    { figure: "restore s", unit: "s" },
    { figure: "COPY out s", unit: "s" },
    { figure: "COPY in s", unit: "s" },
    { figure: "rows", unit: "rows" },
    { figure: "backup MB", unit: "MB" },
    { figure: `peak at ${small}`, unit: "MB" },
    { figure: `peak at ${large}`, unit: "MB" },
  ],
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), "kenpo-bench-backup-"));
    const sources = { small: await testDatabase(), large: await testDatabase() };
    const target = await testDatabase();
    await fillWith(sources.small, small);
    await fillWith(sources.large, large);
    return {
      round: () => round({ sources, target, folder }),
      close: async () => {
        for (const one of [sources.small, sources.large, target]) await one.drop();
        await rm(folder, { recursive: true });
      },
    };
  },
};
