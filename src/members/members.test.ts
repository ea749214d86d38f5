import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../test/database.ts";
import { addTwoSocieties, ours, theirs } from "../../test/two-societies.ts";
import type { MemberId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import { bornBy, isAdult, isCovered } from "./rules.ts";
import { membersOf } from "./store.ts";

const day = (text: string) => text as PlainDate;

describe("isCovered", () => {
  const table: readonly (readonly [string, string | null, string, boolean])[] = [
    ["2020-04-01", null, "2020-03-31", false],
    ["2020-04-01", null, "2020-04-01", true],
    ["2020-04-01", "2026-04-01", "2026-03-31", true],
    ["2020-04-01", "2026-04-01", "2026-04-01", false],
    ["2020-04-01", "2020-04-01", "2020-04-01", false],
  ];
  for (const [acquired, lost, on, expected] of table)
    test(`${acquired} – ${lost} on ${on}`, () =>
      assert.equal(
        isCovered({ acquiredOn: day(acquired), lostOn: lost === null ? null : day(lost) }, day(on)),
        expected,
      ));
});

describe("isAdult", () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ["2008-11-20", "2026-11-20", true],
    ["2008-11-21", "2026-11-20", false],
    ["2008-02-29", "2026-02-28", false],
    ["2008-02-29", "2026-03-01", true],
    ["2010-03-01", "2028-02-29", false],
    ["2010-02-28", "2028-02-29", true],
  ];
  for (const [born, on, expected] of table)
    test(`born ${born} on ${on}`, () => assert.equal(isAdult(day(born), day(on)), expected));
  test("bornBy answers a day that there is", () => {
    assert.equal(bornBy(18, day("2028-02-29")), "2010-02-28");
    assert.equal(bornBy(20, day("2028-02-29")), "2008-02-29");
  });
});

describe("store", () => {
  let database: TestDatabase;
  const id = "00000000-0000-7000-8000-0000000000a1" as MemberId;
  before(async () => {
    database = await testDatabase();
    await addTwoSocieties(database);
    await database.app.inSociety(ours, async (tx) =>
      tx.write(sql`
        insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
          number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
          created_at, changed_at)
        values (${tx.society}, ${id}, '１０', '0001', '00', '10', '0001', '佐藤　花子', 'ｻﾄｳ ﾊﾅｺ',
          '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', '2026-11-20T00:00:00Z',
          '2026-11-20T00:00:00Z')`),
    );
  });
  after(() => database.drop());

  const key = { symbol: "10", memberNumber: "０００１", branchNumber: "00" };
  const finds = (society: typeof ours) =>
    database.app.inSociety(society, async (tx) => {
      const found = membersOf(tx);
      const one = [await found.byId(id), await found.byKey(key)];
      return [...one, ...(await found.household(key))].map((member) => member?.name);
    });

  test("by id, by key in any width, by household", async () => {
    assert.deepEqual(await finds(ours), ["佐藤　花子", "佐藤　花子", "佐藤　花子"]);
  });
  test("another society finds nobody", async () => {
    assert.deepEqual(await finds(theirs), [undefined, undefined]);
  });
  test("leading zeros of 番号 and the branch count", async () => {
    await database.app.inSociety(ours, async (tx) => {
      assert.equal(await membersOf(tx).byKey({ ...key, memberNumber: "1" }), undefined);
      assert.equal(await membersOf(tx).byKey({ ...key, branchNumber: "01" }), undefined);
    });
  });
});
