import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { type Office, openOffice } from "./office.ts";
import { coverOn, lettersOn, pagesOf } from "./pdf.ts";

const secrets = openSecrets(Buffer.alloc(32, 7), []);
let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

const path = (name: string) => office.path(name);
const issue = (values = {}) => office.kenpo("credentials issue", values);
const fetch = (values = {}) => office.kenpo("credentials fetch", values);
const people = Array.from({ length: 150 }, (_, i) => ({
  number: 1000 + i,
  workplace: [String(100 + (i % 3)), "工場"] as const,
}));

/** These letters were used, as a registration leaves them. */
const use = (numbers: readonly number[]) =>
  office.root.query(
    "update provisional_credential set state = 'used', used_at = issued_at where number = any($1)",
    [numbers],
  );
const facts = async (action: string) => {
  const { rows } = await office.root.query(
    "select subject_kind, details from audit_fact where action = $1 order by at, id",
    [action],
  );
  return rows;
};

describe("what is kept", () => {
  test("is sealed: no password, no name stands in the database", async () => {
    await office.bringIn([{ number: 1, name: "見本　太郎" }]);
    await issue({ csv: path("a.csv") });
    const [line] = await office.listed("a.csv");
    const { rows } = await office.root.query("select sealed from letter_portion");
    assert.equal(rows.length, 1);
    const sealed = String(rows[0]?.sealed);
    const inside = Buffer.from(sealed.split(".")[1] ?? "", "base64url").toString("latin1");
    for (const word of [line?.仮パスワード ?? "x", line?.仮ユーザID ?? "x", "見本"])
      assert.ok(!sealed.includes(word) && !inside.includes(word), word);
  });
  test("opens in its own place only", async () => {
    await office.bringIn(people.slice(0, 100));
    await issue({ csv: path("a.csv") });
    await office.root.query(
      "update letter_portion a set sealed = b.sealed from letter_portion b where a.number <> b.number",
    );
    const { code, complained } = await fetch({ csv: path("b.csv") });
    assert.equal(code, 1);
    assert.match(complained, /通知を開けません。KENPO_SECRET を替えたなら/);
    assert.deepEqual(await office.files(), ["a.csv"]);
  });
});

describe("fetched again", () => {
  test("the same letters in the same order, without those that were used; covers count them", async () => {
    await office.bringIn(people);
    await issue({ pdf: path("a.pdf"), csv: path("a.csv") });
    // the whole first half of one workplace, its first and its last letter
    await use([1, 2, 50, 51, 100, 149]);
    const { code, said, json } = await fetch({ pdf: path("b.pdf"), csv: path("b.csv") });
    assert.deepEqual([code, json.batch, json.count], [0, 1, 144]);
    assert.match(said, /第1回の通知のうち、まだ使える144通を書きました/);
    const gone = new Set(["1", "2", "50", "51", "100", "149"]);
    const before = (await office.listed("a.csv")).filter((_, i) => !gone.has(String(i + 1)));
    assert.deepEqual(await office.listed("b.csv"), before);
    const pages = await pagesOf(path("b.pdf"));
    assert.deepEqual(
      lettersOn(pages).map(({ password }) => password),
      before.map(({ 仮パスワード }) => 仮パスワード),
    );
    const covers = pages.flatMap((page) => coverOn(page) ?? []);
    const at = (i: number) => before[i]?.整理番号;
    assert.deepEqual(covers, [
      { count: 47, first: at(0), last: at(46) },
      { count: 48, first: at(47), last: at(94) },
      { count: 49, first: at(95), last: at(143) },
    ]);
    assert.deepEqual(await facts("credential.fetched"), [
      { subject_kind: "credential-batch", details: { number: 1, count: 144 } },
    ]);
  });
  test("by its number; without one the last that was issued", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    await office.bringIn([{ number: 2 }]);
    await issue({ csv: path("b.csv"), "only-new": true });
    await fetch({ csv: path("c.csv") });
    assert.deepEqual(await office.listed("c.csv"), await office.listed("b.csv"));
    await fetch({ csv: path("d.csv"), batch: "1" });
    assert.deepEqual(await office.listed("d.csv"), await office.listed("a.csv"));
  });
  test("days later the very same sheets, as long as all of them work", async () => {
    await office.bringIn(people.slice(0, 20));
    await issue({ pdf: path("a.pdf") });
    office.clock.advance({ hours: 71 });
    assert.equal((await fetch({ pdf: path("b.pdf") })).code, 0);
    office.clock.advance({ hours: -71 });
    assert.ok((await readFile(path("a.pdf"))).equals(await readFile(path("b.pdf"))));
  });
  test("as they were issued, also where the member has changed since", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    await office.bringIn([{ number: 1, name: "佐藤　花子", workplace: ["9", "新工場"] }]);
    await fetch({ csv: path("b.csv") });
    assert.equal((await office.listed("b.csv"))[0]?.氏名, "鈴木　花子");
  });
});

describe("not any more", () => {
  const refused = async (values: object, code: string, words: RegExp) => {
    const files = await office.files();
    const result = await fetch({ csv: path("no.csv"), ...values });
    assert.deepEqual([result.code, result.json.code], [1, code]);
    assert.match(result.complained, words);
    assert.deepEqual(await office.files(), files);
    assert.deepEqual(await facts("credential.fetched"), []);
  };
  test("after the deadline: until when it was, and what to do", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    office.clock.advance({ hours: 72 });
    await refused({}, "letters-destroyed", /取り出せるのは11月23日\(月\)10時まで.*発行し直して/);
    office.clock.advance({ hours: -72 });
    await office.root.query("delete from letter_portion");
    await refused({}, "letters-missing", /ここには残っていません.*発行し直して/);
  });
  test("where none of them works", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    await use([1]);
    await refused({}, "letters-over", /どれももう使えません/);
  });
  test("no such batch, another society's, one that was brought over", async () => {
    await refused({}, "batch-unknown", /その番号の発行はありません/);
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    await refused({ batch: "2" }, "batch-unknown", /credentials batches/);
    await refused({ society: "minato" }, "batch-unknown", /その番号の発行はありません/);
    await office.root.query("update credential_batch set fetchable_until = null");
    await refused({ batch: "1" }, "batch-not-kept", /第1回は取り出せません/);
  });
  test("where the secret is another one", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    office.useSecrets(openSecrets(Buffer.alloc(32, 8)));
    await refused({}, "letters-sealed", /KENPO_SECRET_PREVIOUS/);
    office.useSecrets(openSecrets(Buffer.alloc(32, 8), [Buffer.alloc(32, 7)]));
    assert.equal((await fetch({ csv: path("b.csv") })).code, 0);
    office.useSecrets(secrets);
  });
  test("a file in the way, the same file twice, wrong usage", async () => {
    await office.bringIn([{ number: 1 }]);
    await issue({ csv: path("a.csv") });
    await refused({ csv: path("a.csv") }, "file-exists", /上書きしません/);
    await refused({ pdf: path("no.csv") }, "same-file", /同じファイル/);
    for (const batch of ["0", "-1", "x", "1.5"])
      assert.equal((await fetch({ csv: path("no.csv"), batch })).code, 2);
    assert.equal((await fetch({})).code, 2);
    assert.equal((await fetch({ csv: path("no.csv"), society: "none" })).code, 1);
    const { code, complained } = await fetch({ csv: path("none/no.csv") });
    assert.equal(code, 1);
    assert.match(complained, /見つかりません。通知は書いていません。/);
  });
});
