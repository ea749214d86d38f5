import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Instant } from "../../src/kernel/time.ts";
import { later } from "../../src/kernel/time.ts";
import { beginErasure } from "../../src/society/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let folder: string;
before(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), "kenpo-memory-"));
});
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const start = "2026-11-20T01:00:00.000Z" as Instant;
const [few, many] = [500, 5_000];

/** The most that was alive during the work, MB. */
const memoryOf = (what: string, society: string): number => {
  const given = {
    ...{ what, society, now: start, folder: join(folder, `${what}-${society}`) },
    config: what === "erase" ? stage.testDatabase.ownerConfig : stage.testDatabase.appConfig,
    secret: stage.secret.toString("base64"),
  };
  const child = spawnSync(
    path("scripts/node"),
    ["--expose-gc", path("test/retention/at-work.ts"), JSON.stringify(given)],
    { encoding: "utf8", timeout: 240_000 },
  );
  assert.equal(child.status, 0, child.stderr);
  return Number(child.stdout) / 1e6;
};

test("of ten times the rows no more are alive at a time: export, sweep, erasure", async (t) => {
  const old = later(start, { days: -4000 });
  const grown: Record<string, number> = {};
  await stage.fill("asahi", few, old);
  await stage.fill("sakura", many, old);
  const [small, large] = [stage.society("asahi"), stage.society("sakura")];
  const compare = (what: string) => {
    grown[what] = memoryOf(what, large.id) - memoryOf(what, small.id);
  };
  compare("export");
  const reason = { basis: { reason: "x" }, exported: null, now: start };
  for (const { id, name } of [small, large])
    await beginErasure(stage.testDatabase.owner, id, { name, ...reason });
  compare("erase");
  await stage.fill("hikari", few, old);
  const sweeping = memoryOf("sweep", small.id);
  await stage.fill("minato", many, old);
  grown.sweep = memoryOf("sweep", large.id) - sweeping;
  t.diagnostic(JSON.stringify(grown));
  // 4,500 rows of ten tables would be 20 MB at least; what is on its way to a file is some megabytes
  for (const [what, megabytes] of Object.entries(grown))
    assert.ok(megabytes < 8, `${what} grew by ${megabytes} MB`);
});
