import assert from "node:assert/strict";
import { test } from "node:test";
import type { DatabaseState } from "../../platform/database/ready.ts";
import { openMetrics } from "../../platform/metrics.ts";
import { openPhase } from "./phase.ts";
import { createOps } from "./server.ts";

const pool = { most: 10, open: 3, idle: 2, waiting: 0, taken: 5, waitedSeconds: 0.5 };
const well: DatabaseState = { isSchemaRight: true, roundTripSeconds: 0.001 };

const opened = () => {
  let state: DatabaseState | null = well;
  const phase = openPhase();
  const ops = createOps({
    metrics: openMetrics(),
    learnt: { state: async () => state, figures: async () => null, close: async () => {} },
    phase,
    pool: () => pool,
    info: { version: "1.2.3", part: "serve", database: "external" },
  });
  const get = async (path: string) => {
    const answer = await ops.request(path);
    return [answer.status, await answer.text()] as const;
  };
  const becomes = (next: DatabaseState | null) => {
    state = next;
  };
  return { phase, get, becomes };
};

test("ready only while it runs, with a database that answers and has the schema", async () => {
  const { phase, get, becomes } = opened();
  assert.deepEqual(await get("/readyz"), [503, "starting"]);
  phase.enter("running");
  assert.deepEqual(await get("/readyz"), [200, "ready"]);
  becomes({ ...well, isSchemaRight: false });
  assert.deepEqual(await get("/readyz"), [503, "schema too old: kenpo migrate"]);
  becomes(null);
  assert.deepEqual(await get("/readyz"), [503, "database unavailable"]);
  becomes(well);
  phase.enter("draining");
  assert.deepEqual(await get("/readyz"), [503, "draining"]);
});

test("alive in every phase, whatever the database does", async () => {
  const { phase, get, becomes } = opened();
  becomes(null);
  for (const one of ["starting", "running", "draining"] as const) {
    phase.enter(one);
    assert.deepEqual(await get("/healthz"), [200, "ok"]);
  }
});

test("figures: what is known, and only that", async () => {
  const { phase, get, becomes } = opened();
  const lines = async () => (await get("/metrics"))[1].split("\n");
  const all = await lines();
  for (const line of [
    "kenpo_database_up 1",
    "kenpo_database_round_trip_seconds 0.001",
    'kenpo_database_pool_connections{state="busy"} 1',
    "kenpo_database_pool_wait_seconds_total 0.5",
    'kenpo_info{version="1.2.3",part="serve",database="external"} 1',
    "kenpo_draining 0",
  ])
    assert.ok(all.includes(line), line);
  phase.enter("draining");
  becomes(null);
  const without = await lines();
  assert.ok(without.includes("kenpo_database_up 0") && without.includes("kenpo_draining 1"));
  assert.ok(!without.some((line) => line.startsWith("kenpo_database_round_trip_seconds")));
  assert.ok(!without.some((line) => line.startsWith("kenpo_mail_queued")));
});
