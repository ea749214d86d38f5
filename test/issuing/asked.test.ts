import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { type Office, openOffice } from "./office.ts";

/** No typeface has it. */
const biang = "\u{30EDD}";
let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

const states = async () => {
  const { rows } = await office.root.query(
    "select state, count(*)::int as count from provisional_credential group by state order by state",
  );
  return rows.map(({ state, count }) => `${state} ${count}`);
};

test("a rehearsal needs no file, and judges as if all were printed", async () => {
  await office.bringIn([{ number: 1 }, { number: 2, name: `鈴木　${biang}` }]);
  const bare = await office.kenpo("credentials issue", { "dry-run": true });
  assert.deepEqual([bare.code, bare.json.code], [1, "unprintable"]);
  const csv = { "dry-run": true, csv: office.path("a.csv") };
  const listed = await office.kenpo("credentials issue", csv);
  assert.deepEqual([listed.code, listed.json.count], [0, 2]);
  const one = { "dry-run": true, reason: "申し出" };
  const reissue = await office.kenpo("accounts reissue", { ...one, member: "10/2/00" });
  assert.deepEqual([reissue.code, reissue.json.code], [1, "unprintable"]);
  assert.equal((await office.kenpo("credentials issue", {})).code, 2);
  assert.deepEqual([await states(), await office.files()], [[], []]);
});

test("stopped by a signal: no file with passwords is left, older letters work, and it can be run again", async () => {
  await office.bringIn(Array.from({ length: 130 }, (_, i) => ({ number: 1000 + i })));
  assert.equal((await office.kenpo("credentials issue", { csv: office.path("a.csv") })).code, 0);
  const [pdf, csv] = [office.path("b.pdf"), office.path("b.csv")];
  const running = office.kenpo("credentials issue", { pdf, csv });
  const isOver = running.then(
    () => true,
    () => true,
  );
  const isBegun = async () =>
    process.listenerCount("SIGHUP") > 0 && (await office.files()).includes(".b.pdf.part");
  while (!(await isBegun())) assert.equal(await Promise.race([isOver, turn(false)]), false);
  process.emit("SIGHUP");
  const { code, complained } = await running;
  assert.equal(code, 1);
  assert.match(complained, /中断しました。前の通知はそのまま使えます。/);
  assert.deepEqual([await office.files(), await states()], [["a.csv"], ["active 130"]]);
  assert.equal((await office.kenpo("credentials issue", { csv })).code, 0);
});
