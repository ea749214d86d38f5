import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { newId } from "../../src/kernel/ids.ts";
import { epochMsOf } from "../../src/kernel/time.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

const society = "minato";
const issueTo = async (...numbers: readonly number[]) => {
  await office.bringIn(
    numbers.map((number) => ({ number })),
    society,
  );
  await office.kenpo("credentials issue", { society, csv: office.path("a.csv") });
};
const returned = (references: readonly string[], values = {}) =>
  office.kenpo("credentials returned", { society, ...values }, references);
const referencesOf = (told: unknown) =>
  (told as { reference?: string; given?: string }[]).map(
    ({ reference, given }) => reference ?? given,
  );
const list = async (text: string) => {
  await writeFile(office.path("back.txt"), text);
  return office.path("back.txt");
};

const register = (number: number) =>
  office.root.query(
    `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
       password_changed_at, wants_update_mails, language, registered_at)
     select m.society_id, $2, m.id, s.entrance_id, 'hanako', 'x', $3, false, 'ja', $3
     from member m join society s on s.id = m.society_id where m.member_number = $1`,
    [String(number), newId(epochMsOf(office.clock.now())), office.clock.now()],
  );

test("those that are void already are passed over: the rest of the stack is taken", async () => {
  await issueTo(1, 2, 3);
  await returned(["1-00002-5"]);
  const { code, said, json } = await returned(["1-00001-7", "1-00002-5"]);
  assert.equal(code, 0);
  assert.deepEqual(
    [referencesOf(json.letters), referencesOf(json.passedOver)],
    [["1-00001-7"], ["1-00002-5"]],
  );
  assert.match(said, /前から使えない通知があります\(1通\)。\n {2}1-00002-5.*\[LET-013\]/);
});

test("a stack from a file, one a line; one that is wrong stops all", async () => {
  await issueTo(1, 2, 3);
  const wrong = await returned([], { file: await list("1-00001-7\r\n1-00001-8\r\n") });
  assert.equal(wrong.code, 1);
  assert.match(wrong.complained, /1-00001-8: 整理番号が正しくありません/);
  const file = await list("\ufeff1-00001-7\r\n\r\n １－２－５ \n");
  const { code, json } = await returned(["1-00003-3"], { file });
  assert.deepEqual(
    [code, referencesOf(json.letters).sort()],
    [0, ["1-00001-7", "1-00002-5", "1-00003-3"]],
  );
});

test("a file that is none: what is wrong, and how one is made", async () => {
  await issueTo(1);
  for (const text of ["", "\n\n", "1-00001-7\n".repeat(150_000)]) {
    const { code, complained } = await returned([], { file: await list(text) });
    assert.equal(code, 1);
    assert.match(complained, /back.txt: 整理番号を1行に1つ/);
  }
  const { code, complained } = await returned([], { file: office.path("none.txt") });
  assert.equal(code, 1);
  assert.match(complained, /none.txt: 見つかりません。何も変わっていません。/);
});

test("whoever is registered gets the next letter by a reissue, and that is what is told", async () => {
  await issueTo(1, 2);
  await register(2);
  const reissue = { society, member: "10/2/00", reason: "申し出", csv: office.path("b.csv") };
  assert.equal((await office.kenpo("accounts reissue", reissue)).code, 0);
  const [letter] = await office.listed("b.csv");
  const reference = letter?.整理番号 ?? "";
  const { code, said } = await returned([reference]);
  assert.equal(code, 0);
  assert.match(said, new RegExp(`accounts reissue で.*\n {2}${reference} 10・2・00`));
  assert.doesNotMatch(said, /issue --only-new/);
  const other = await returned(["1-00001-7"]);
  assert.match(other.said, /credentials issue --only-new/);
  assert.doesNotMatch(other.said, /accounts reissue/);
});

test("by the member, too", async () => {
  await issueTo(1);
  await register(1);
  const { said } = await returned([], { member: "10/1/00" });
  assert.match(said, /accounts reissue/);
});
