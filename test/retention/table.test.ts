import assert from "node:assert/strict";
import { test } from "node:test";
import { retention } from "../../src/main/retention/table.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Policy } from "../../src/society/index.ts";
import { defaultPolicy } from "../../src/society/index.ts";
import { testDatabase } from "../database.ts";

test("every table of the database stands in the retention table, and no other", async () => {
  const database = await testDatabase();
  try {
    const rows = await database.app.directory<{ name: string }>(sql`
      select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`);
    const named = new Set(retention.flatMap(({ tables }) => tables));
    assert.deepEqual(
      [...named].toSorted(),
      rows.map(({ name }) => name).toSorted(),
      "src/main/retention/table.ts: how long is it kept, and why?",
    );
  } finally {
    await database.drop();
  }
});

test("each kind is named once, says why, and every dial of retention is used", () => {
  const kinds = retention.map(({ kind }) => kind);
  assert.equal(new Set(kinds).size, kinds.length);
  for (const { kind, what, why, keep, sweep } of retention) {
    assert.ok(what.length > 5 && why.length > 10, kind);
    // What has a length is swept; what lives with something else is not.
    if ("count" in keep) assert.ok(sweep, kind);
    if ("with" in keep) assert.equal(sweep, null, kind);
  }
  const used = new Set(retention.flatMap(({ keep }) => ("count" in keep ? [keep.count] : [])));
  for (const dial of Object.keys(defaultPolicy.retention) as (keyof Policy["retention"])[])
    assert.ok(used.has(dial), dial);
});
