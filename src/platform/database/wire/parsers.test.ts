import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { instantOf } from "../../../kernel/time.ts";
import { connectClient } from "../config.ts";
import { sql } from "../sql.ts";
import { parseInstant, parseInt8 } from "./parsers.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.drop());

test("an instant comes back as it went in", async () => {
  const epochMs = fc.integer({ min: Date.UTC(1868, 0), max: Date.UTC(2999, 0) });
  await fc.assert(
    fc.asyncProperty(epochMs, async (ms) => {
      const at = instantOf(ms);
      const rows = await database.app.directory(sql`select ${at}::timestamptz as at`);
      assert.deepEqual(rows, [{ at }]);
    }),
    { numRuns: 50 },
  );
});

test("instants: digits beyond milliseconds are cut, other zones are turned to UTC", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["2026-11-20 01:02:03+00", "2026-11-20T01:02:03.000Z"],
    ["2026-11-20 01:02:03.5+00", "2026-11-20T01:02:03.500Z"],
    ["2026-11-20 01:02:03.999999+00", "2026-11-20T01:02:03.999Z"],
    ["2026-11-20 10:02:03.004+09", "2026-11-20T01:02:03.004Z"],
    ["2026-11-20 06:32:03.004+05:30", "2026-11-20T01:02:03.004Z"],
  ];
  for (const [text, at] of cases) assert.equal(parseInstant(text), at);
  assert.throws(() => parseInstant("infinity"), RangeError);
});

test("counts are numbers while a number can hold them", () => {
  assert.equal(parseInt8("-9007199254740991"), Number.MIN_SAFE_INTEGER);
  assert.throws(() => parseInt8("9007199254740992"), RangeError);
});

test("types of the columns as the stores expect them", async () => {
  const rows = await database.app.directory(sql`
    select count(*) as n, date '1979-08-22' as day, 1.10::numeric as amount, '{"a":1}'::jsonb as document,
      array[date '1979-08-22', null] as days, array[1, 2]::int8[] as many, ${["a", 'b"', "c,{}"]}::text[] as words,
      ${new Uint8Array([0, 255])}::bytea as bytes, null::timestamptz as never,
      array[timestamptz '2026-01-01 09:00+09'] as instants`);
  assert.deepEqual(rows, [
    {
      n: 1,
      day: "1979-08-22",
      amount: "1.10",
      document: { a: 1 },
      days: ["1979-08-22", null],
      many: [1, 2],
      words: ["a", 'b"', "c,{}"],
      bytes: Buffer.from([0, 255]),
      never: null,
      instants: ["2026-01-01T00:00:00.000Z"],
    },
  ]);
});

test("copy and migration connections read the same types", async () => {
  const client = await connectClient({ config: database.appConfig, applicationName: "test" });
  const { rows } = await client.query(
    "select timestamptz '2026-01-01' as at, current_setting('TimeZone') as zone",
  );
  await client.end();
  assert.deepEqual(rows, [{ at: "2026-01-01T00:00:00.000Z", zone: "UTC" }]);
});
