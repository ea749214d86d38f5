import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { verifyChain } from "../../src/audit/index.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { later } from "../../src/kernel/time.ts";
import { sweep } from "../../src/main/retention/sweep.ts";
import { beginErasure, eraseSociety } from "../../src/society/index.ts";
import { openStage, type Stage } from "./stage.ts";

// Audit facts go only where they are old by the server's clock as well.
const start = "2004-11-20T01:00:00.000Z" as Instant;
let stage: Stage;
before(async () => {
  stage = await openStage(start);
});
after(() => stage.close());

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Runs the work in a process that kills itself within its `killAt`-th transaction. */
const kill = (what: "sweep" | "erase", society: string, killAt: number) => {
  const given = {
    ...{ what, society, killAt, now: stage.clock.now() },
    config: what === "erase" ? stage.testDatabase.ownerConfig : stage.testDatabase.appConfig,
    secret: stage.secret.toString("base64"),
  };
  const child = spawnSync(
    path("scripts/node"),
    [path("test/retention/at-work.ts"), JSON.stringify(given)],
    { encoding: "utf8", timeout: 120_000 },
  );
  assert.equal(child.signal, "SIGKILL", child.stderr);
};

test("kill -9 in the middle of a sweep: what was deleted is whole, the next one goes on", async () => {
  const { id } = stage.society("hikari");
  const old = later(start, { days: 4000 });
  await stage.fill("hikari", 30, start);
  await stage.sealAll(id);
  stage.clock.set(old);
  await stage.record(id, 1);
  await stage.sealAll(id);
  // Nothing of theirs is old.
  await stage.fill("minato", 3, later(old, { days: 1 }));
  const others = await stage.hashWithout(id);
  const { failed_try: _, recovery_request: __, ...theirs } = others;
  // In the first kinds, in the middle, within the members, and within the audit facts.
  for (const killAt of [2, 6, 9, 12]) {
    kill("sweep", id, killAt);
    const { rows } = await stage.root.query(`
      select (select count(*) from session_token t where not exists
          (select from session s where s.id = t.session_id))
        + (select count(*) from flow_token t where not exists
          (select from flow f where f.id = t.flow_id))
        + (select count(*) from login_directory d where d.kind = 'account' and not exists
          (select from account a where a.id = d.target_id)) as dangling`);
    assert.equal(rows[0].dangling, 0, `killed at ${killAt}`);
    const report = await verifyChain(stage, id);
    assert.equal(report.problems.total, 0);
  }
  await sweep(stage);
  const left = await stage.rowsOf(id);
  for (const name of [
    "member",
    "session",
    "session_token",
    "flow",
    "link_token",
    "login_directory",
  ])
    assert.equal(left[name], 0, name);
  const report = await verifyChain(stage, id);
  // 30 filled, and the society's own.
  assert.deepEqual([report.problems.total, report.pruned], [0, 31]);
  const { failed_try: ___, recovery_request: ____, ...after } = await stage.hashWithout(id);
  assert.deepEqual(after, theirs);
});

test("kill -9 in the middle of an erasure: the next one ends it, and every row is counted once", async () => {
  const { id, name } = stage.society("minato");
  await stage.fill("minato", 60, start, "again");
  await stage.sealAll(id);
  const before = await stage.rowsOf(id);
  const others = await stage.hashWithout(id);
  await beginErasure(stage.testDatabase.owner, id, {
    name,
    basis: { reason: "x" },
    exported: null,
    now: start,
  });
  for (const killAt of [1, 5, 20]) {
    kill("erase", id, killAt);
    assert.equal((await endingOf(id))?.erasedAt, null);
  }
  await eraseSociety(stage.testDatabase.owner, id, { now: stage.clock.now, gone: () => {} });
  const ending = await endingOf(id);
  assert.equal(ending?.erasedAt, stage.clock.now());
  const rows = Object.entries(before).filter(([, count]) => count > 0);
  assert.deepEqual(Object.entries(ending?.deleted ?? {}).toSorted(), rows.toSorted());
  assert.deepEqual(new Set(Object.values(await stage.rowsOf(id))), new Set([0]));
  assert.deepEqual(await stage.hashWithout(id), others);
});

const endingOf = async (id: string) => {
  await stage.registry.refresh();
  return stage.registry.endings().find((one) => one.id === id);
};
