import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { referenceText } from "../../src/identity/provisional/index.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

// minato posts its letters, hikari has them handed out
const society = "minato";
const csv = (name: string) => office.path(name);
const issue = (name: string, values = {}) =>
  office.kenpo("credentials issue", { society, csv: csv(name), ...values });
const returned = (references: readonly string[], values = {}) =>
  office.kenpo("credentials returned", { society, ...values }, references);

const states = async (): Promise<readonly string[]> => {
  const { rows } = await office.root.query(
    `select m.member_number || ' ' || p.state || case when p.returned_at is null then ''
       else ' returned' end as told
     from provisional_credential p join member m on m.id = p.member_id
     order by p.batch_id, p.number`,
  );
  return rows.map(({ told }) => told);
};
const facts = async () => {
  const { rows } = await office.root.query(
    `select details from audit_fact where action = 'credential.returned' and subject_kind = 'credential'
       and member_id is not null and actor_kind = 'operator' order by details ->> 'reference'`,
  );
  return rows.map(({ details }) => details);
};

const issueThree = async () => {
  await office.bringIn(
    [1, 2, 3].map((number) => ({ number })),
    society,
  );
  await issue("a.csv");
};

describe("letters that came back", () => {
  test("stop working, told by name; each is on record", async () => {
    await issueThree();
    const rehearsal = await returned(["1-00002-5"], { "dry-run": true });
    assert.deepEqual([rehearsal.code, rehearsal.json.dryRun], [0, true]);
    assert.match(rehearsal.said, /まだ何も変わっていません。\n {2}1-00002-5 10・2・00 鈴木　花子/);
    assert.deepEqual(await states(), ["1 active", "2 active", "3 active"]);
    const { code, said, json } = await returned(["1-00002-5", "１ー３－３", "1-00002-5"]);
    assert.equal(code, 0);
    assert.match(said, /次の2通を戻りとして無効にしました/);
    assert.match(said, /1-00002-5 10・2・00 鈴木　花子\n {2}1-00003-3 10・3・00/);
    assert.deepEqual(
      (json.letters as { reference: string }[]).map(({ reference }) => reference),
      ["1-00002-5", "1-00003-3"],
    );
    assert.deepEqual(await states(), ["1 active", "2 void returned", "3 void returned"]);
    assert.deepEqual(await facts(), [{ reference: "1-00002-5" }, { reference: "1-00003-3" }]);
  });
  test("by the member where the reference cannot be read", async () => {
    await issueThree();
    const { code, said } = await returned([], { member: "１０／2" });
    assert.equal(code, 0);
    assert.match(said, /1-00002-5 10・2・00/);
    assert.deepEqual(await states(), ["1 active", "2 void returned", "3 active"]);
  });
  test("everything that is wrong is told, and nothing changes", async () => {
    await issueThree();
    await office.bringIn([{ number: 4 }], society);
    await issue("b.csv", { "only-new": true });
    await office.root.query(
      "update provisional_credential set state = 'used', used_at = issued_at where number = 3",
    );
    assert.equal((await returned(["1-00002-5"])).code, 0);
    await office.bringIn([{ number: 5 }], society);
    const before = await states();
    const { code, complained, json } = await returned(
      [
        "1-00001-7",
        "1-00001-8",
        referenceText({ batch: 7, number: 1 }),
        "1-00003-3",
        "1-00002-5",
        "ab",
      ],
      { member: "10/5/00" },
    );
    assert.equal(code, 1);
    assert.deepEqual(
      (json.problems as { given: string; code: string; rule: string }[]).map((one) => [
        ...[one.given, one.code, one.rule],
      ]),
      [
        ["1-00001-8", "LET-010", "reference-form"],
        [referenceText({ batch: 7, number: 1 }), "LET-011", "letter-unknown"],
        ["1-00003-3", "LET-012", "letter-used"],
        ["ab", "LET-010", "reference-form"],
        ["10/5/00", "LET-016", "member-without-letter"],
      ],
    );
    assert.match(complained, /1-00003-3\(10・3・00 鈴木　花子\): 本登録に使われた通知です/);
    assert.match(complained, /エラーが5件あります。何も変わっていません。/);
    assert.deepEqual([await states(), (await facts()).length], [before, 1]);
    const unknown = await returned([], { member: "10/99/00" });
    assert.match(unknown.complained, /10\/99\/00: この記号・番号・枝番の加入者がいません/);
  });
  test("one that a newer letter replaced, and one that is being prepared", async () => {
    await issueThree();
    await issue("b.csv");
    const { code, said } = await returned(["1-00001-7"]);
    assert.match(said, /新しく戻りにする通知はありません(?:.|\n)*新しいものに替わり.*\[LET-014\]/);
    assert.equal(code, 0);
    await office.root.query(
      "update credential_batch set state = 'prepared', activated_at = null where number = 2",
    );
    await office.root.query(
      "update provisional_credential set state = 'prepared', issued_at = null where state = 'active'",
    );
    assert.match(
      (await returned([referenceText({ batch: 2, number: 1 })])).complained,
      /\[LET-011\]/,
    );
  });
  test("an expired one may come back, too", async () => {
    await issueThree();
    office.clock.advance({ days: 300 });
    assert.equal((await returned(["1-00001-7"])).code, 0);
    office.clock.advance({ days: -300 });
  });
  test("another society's letter is unknown", async () => {
    await issueThree();
    const other = await returned(["1-00001-7"], { society: "hikari" });
    assert.deepEqual([other.code, await states()], [1, ["1 active", "2 active", "3 active"]]);
    const member = await returned([], { society: "hikari", member: "10/1/00" });
    assert.match(member.complained, /\[LET-015\]/);
  });
  test("wrong usage", async () => {
    assert.equal((await returned([])).code, 2);
    assert.equal((await returned(["1-00001-7"], { society: undefined })).code, 2);
    const { code, complained } = await returned([], { member: "10" });
    assert.equal(code, 2);
    assert.match(complained, /記号\/番号\/枝番 の形/);
    assert.equal((await returned(["1-00001-7"], { society: "none" })).code, 1);
  });
});

describe("the next letters", () => {
  const next = async (values = {}) => {
    const { json, said } = await issue("next.csv", { "dry-run": true, ...values });
    const { returned: left } = json.findings as Record<
      string,
      { first: { member: { memberNumber: string } }[] }
    >;
    const numbers = left?.first.map(({ member }) => member.memberNumber);
    return { count: json.count, left: numbers, said };
  };
  test("leave out whose letter came back, until the address changes", async () => {
    await issueThree();
    await returned(["1-00002-5"]);
    const first = await next();
    assert.deepEqual([first.count, first.left], [2, ["2"]]);
    assert.match(
      first.said,
      /宛先不明で戻り.*accounts reissue.*\(1件\)\n {2}10・2・00 鈴木　花子 \[LET-004\]/,
    );
    assert.deepEqual((await next({ "only-new": true })).left, ["2"]);
    await office.bringIn([{ number: 2, name: "鈴木　桃子" }], society);
    assert.deepEqual((await next()).left, ["2"]);
    await office.bringIn([{ number: 2, address: "福岡県福岡市博多区見本町9-9" }], society);
    assert.deepEqual([(await next()).left, (await next({ "only-new": true })).count], [[], 1]);
    // issued, and not returned: the next time nobody is left out, wherever they live
    office.clock.advance({ days: 1 });
    await issue("b.csv", { "only-new": true });
    await office.bringIn([{ number: 2 }], society);
    assert.deepEqual((await next()).left, []);
    office.clock.advance({ days: -1 });
  });
  test("tell who was left out where nobody is left", async () => {
    await office.bringIn([{ number: 1 }], society);
    await issue("a.csv");
    await returned(["1-00001-7"]);
    const { code, said, complained } = await issue("b.csv");
    assert.equal(code, 1);
    assert.match(said, /10・1・00 鈴木　花子 \[LET-004\]/);
    assert.match(complained, /仮IDを出す人がいません/);
  });
  test("where they are handed out, another workplace counts", async () => {
    const own = { society: "hikari" };
    await office.bringIn([{ number: 1, workplace: ["1", "本社"] }]);
    await issue("a.csv", own);
    assert.equal((await returned(["1-00001-7"], own)).code, 0);
    await office.bringIn([{ number: 1, workplace: ["1", "本社"], address: "福岡県見本市1" }]);
    assert.deepEqual((await next(own)).left, ["1"]);
    await office.bringIn([{ number: 1, workplace: ["1", "本　社"] }]);
    assert.deepEqual((await next(own)).left, ["1"]);
    await office.bringIn([{ number: 1, workplace: ["2", "支社"] }]);
    assert.deepEqual((await next(own)).left, []);
  });
});

test("batches: what became of each", async () => {
  await issueThree();
  await returned(["1-00001-7"]);
  await office.bringIn([{ number: 4 }], society);
  await issue("b.csv", { "only-new": true });
  await office.root.query(
    "update provisional_credential set state = 'used', used_at = issued_at where number = 2",
  );
  const { said, json } = await office.kenpo("credentials batches", { society });
  assert.equal(
    said,
    [
      "第2回 2026年11月20日 10時00分 発行 1人(登録済み0、有効1、戻り0、期限切れ0、無効0)。11月23日(月)10時まで取り出せます",
      "第1回 2026年11月20日 10時00分 発行 3人(登録済み1、有効1、戻り1、期限切れ0、無効0)。11月23日(月)10時まで取り出せます",
    ].join("\n"),
  );
  const [, first] = json.batches as Record<string, number>[];
  assert.deepEqual([first?.number, first?.total, first?.used, first?.returned], [1, 3, 1, 1]);
  office.clock.advance({ days: 200 });
  const later = await office.kenpo("credentials batches", { society });
  assert.match(later.said, /期限切れ1/);
  assert.ok(!/取り出せます/.test(later.said));
  office.clock.advance({ days: -200 });
  const none = await office.kenpo("credentials batches", { society: "kaede" });
  assert.match(none.said, /まだ仮IDを発行していません/);
  assert.equal((await office.kenpo("credentials batches", { society: "none" })).code, 1);
  assert.equal((await office.kenpo("credentials batches", { society: undefined })).code, 2);
});
