import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { later } from "../../src/kernel/time.ts";
import { retention } from "../../src/main/retention/table.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import type { Sql } from "../../src/platform/database/sql.ts";
import type { Tx } from "../../src/platform/database/types.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
  // Enough that reading all of them is dearer than looking: nothing is old.
  await stage.fill("hikari", 3000, later(stage.clock.now(), { days: 300 }));
  await stage.root.query("analyze");
});
after(() => stage.close());

/** Rows that a plan threw away after it had read them. */
const removed = (plan: string): number =>
  [...plan.matchAll(/Rows Removed by (?:Filter|Join Filter|Index Recheck): (\d+)/g)].reduce(
    (sum, [, rows]) => sum + Number(rows),
    0,
  );

const ofSociety = retention.filter(
  ({ sweep, kind }) => sweep?.of === "society" && kind !== "audit-facts",
);

for (const { kind, sweep, tables } of ofSociety)
  test(`${kind}: as the app, looking for what is old reads nothing that is not`, async () => {
    const { id } = stage.society("hikari");
    const client = await connectClient({
      config: stage.testDatabase.appConfig,
      applicationName: "kenpo test plans",
    });
    await client.query("begin");
    await client.query("select set_config('app.society_id', $1, true)", [id]);
    const plans: string[] = [];
    const explained = async <Row>({ text, values }: Sql): Promise<Row[]> => {
      const { rows } = await client.query({
        text: `explain (analyze, costs off, timing off) ${text}`,
        values: [...values],
      });
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      return [];
    };
    const tx: Tx = {
      society: id,
      query: explained,
      one: async (statement) => (await explained<never>(statement))[0],
      write: () => {},
    };
    assert.equal(sweep?.of, "society");
    await sweep.some(
      {
        ...stage,
        database: { ...stage.database, inSociety: (_, work) => work(tx) },
        now: stage.clock.now(),
        most: 500,
        length: { count: 1, unit: "days" },
      },
      stage.society("hikari"),
    );
    await client.query("rollback");
    await client.end();
    assert.ok(plans.length > 0);
    // Small tables are read as they are.
    const isSmall = tables.some((name) =>
      ["import_run", "credential_batch", "letter_portion"].includes(name),
    );
    for (const plan of plans) if (!isSmall) assert.equal(removed(plan), 0, plan);
  });
