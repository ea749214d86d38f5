import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { later } from "../../src/kernel/time.ts";
import { startSweeping } from "../../src/main/retention/worker.ts";
import { openLog } from "../../src/platform/log.ts";
import { openMetrics } from "../../src/platform/metrics.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

/** A worker whose turns the test gives. */
const working = (installation: Pick<Stage, "database" | "clock" | "registry" | "secrets">) => {
  const lines: Record<string, unknown>[] = [];
  const metrics = openMetrics();
  let turn: () => Promise<void> = async () => {};
  let [ended, isLost] = [0, false];
  const worker = startSweeping({
    installation,
    metrics,
    log: {
      ...openLog({ level: "error" }),
      event: (_, event, fields) => lines.push({ event, ...fields }),
    },
    schedule: (work) => {
      turn = work;
      return { stop: () => {} };
    },
    isOurs: () => !isLost,
    done: async () => {
      ended += 1;
    },
  });
  const lose = () => {
    isLost = true;
  };
  return { worker, metrics, lines, lose, sweep: () => turn(), ended: () => ended };
};

test("what was swept is told to the log and counted for the operator", async () => {
  await stage.fill("hikari", 3, later(stage.clock.now(), { days: -4000 }));
  const { worker, metrics, lines, sweep, ended } = working(stage);
  await sweep();
  const { id } = stage.society("hikari");
  assert.deepEqual(
    lines.find(({ code }) => code === "sessions"),
    { event: "retention.swept", society: id, code: "sessions", count: 3 },
  );
  assert.match(await metrics.text(), /^kenpo_swept_rows_total\{kind="members"\} 3$/m);
  assert.equal(ended(), 1);
  await sweep();
  assert.equal(ended(), 2);
  await worker.stop();
});

test("asked to stop it waits for the transaction at work, and does not say that it was done", async () => {
  await stage.fill("minato", 600, later(stage.clock.now(), { days: -4000 }));
  let transactions = 0;
  const held = working({
    ...stage,
    database: {
      ...stage.database,
      inSociety: async (society, work) => {
        transactions += 1;
        if (transactions === 2) stopped = held.worker.stop();
        return stage.database.inSociety(society, work);
      },
    },
  });
  let stopped: Promise<void> = Promise.resolve();
  await held.sweep();
  await stopped;
  assert.equal(held.ended(), 0);
  const { session = 0 } = await stage.rowsOf(stage.society("minato").id);
  assert.ok(session > 0);
});

test("when another process took over, it ends with the transaction at work", async () => {
  await stage.fill("kaede", 600, later(stage.clock.now(), { days: -4000 }));
  let transactions = 0;
  const held = working({
    ...stage,
    database: {
      ...stage.database,
      inSociety: async (society, work) => {
        transactions += 1;
        if (transactions === 2) held.lose();
        return stage.database.inSociety(society, work);
      },
    },
  });
  await held.sweep();
  assert.deepEqual([held.ended(), transactions], [0, 2]);
  const { session = 0 } = await stage.rowsOf(stage.society("kaede").id);
  assert.ok(session > 0);
  await held.worker.stop();
});

test("a failure is an error of the log, without the words of the database; the next try is the next sweep", async () => {
  const { worker, lines, sweep, ended } = working({
    ...stage,
    database: { ...stage.database, directory: () => Promise.reject(new Error("secret words")) },
  });
  await sweep();
  assert.deepEqual([lines.at(-1)?.event, ended()], ["sweep.failed", 1]);
  assert.doesNotMatch(JSON.stringify(lines), /secret words/);
  await worker.stop();
});
