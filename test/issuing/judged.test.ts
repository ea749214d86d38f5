import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { type Office, openOffice } from "./office.ts";
import { lettersOn, pagesOf } from "./pdf.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

/** びゃん (U+30EDE): written by people, in none of our typefaces. */
const biang = "\u{30EDE}";
const pdf = () => office.path("letters.pdf");
const issue = (values = {}) => office.kenpo("credentials issue", { pdf: pdf(), ...values });

type Told = {
  total: number;
  first: { code: string; member: { memberNumber: string }; column: string; characters: object[] }[];
};
const told = (json: Record<string, unknown>, kind: string): Told =>
  (json.findings as Record<string, Told>)[kind] as Told;
const batches = async () => {
  const { rows } = await office.root.query("select count(*)::int as count from credential_batch");
  return rows[0]?.count;
};

test("what cannot be printed is told, person by person, and nothing is issued", async () => {
  await office.bringIn([
    { number: 1, name: `山田　${biang}` },
    { number: 2, workplace: ["1", `${biang}${biang}工業`], employee: "E2" },
    { number: 3 },
  ]);
  const { code, complained, json } = await issue();
  assert.equal(code, 1);
  assert.match(complained, /印刷できない文字があります\(2件\)/);
  assert.match(complained, /10・1・00 山田　𰻞 氏名: 𰻞 U\+30EDE \[LET-001\]/);
  assert.match(complained, /10・2・00 鈴木　花子 事業所名: 𰻞 U\+30EDE \[LET-001\]/);
  assert.match(complained, /加入者ファイルの氏名や住所を直して.*--leave-out-unprintable/);
  assert.deepEqual([json.ok, json.code, json.total], [false, "unprintable", 2]);
  // in the order of the sheets: who has no workplace comes last
  assert.deepEqual(
    told(json, "unprintable").first.map(({ code, member, column, characters }) => [
      ...[code, member.memberNumber, column],
      characters,
    ]),
    [
      ["LET-001", "2", "事業所名", [{ text: biang, codePoints: "U+30EDE" }]],
      ["LET-001", "1", "氏名", [{ text: biang, codePoints: "U+30EDE" }]],
    ],
  );
  assert.deepEqual([await office.files(), await batches()], [[], 0]);
  const rehearsal = await issue({ "dry-run": true });
  assert.deepEqual([rehearsal.code, rehearsal.json.dryRun, rehearsal.json.total], [1, true, 2]);
});

test("or they are left out by name, and the covers count without them", async () => {
  await office.bringIn([
    { number: 1, name: `山田　${biang}`, workplace: ["1", "本社"] },
    { number: 2, workplace: ["1", "本社"] },
    { number: 3, workplace: ["1", "本社"] },
  ]);
  const leaving = { "leave-out-unprintable": true };
  const rehearsal = await issue({ ...leaving, "dry-run": true });
  assert.deepEqual([rehearsal.code, rehearsal.json.count], [0, 2]);
  assert.match(rehearsal.said, /次の人を除きます\(1件\)\n {2}10・1・00 山田/);
  const { code, said, json } = await issue(leaving);
  assert.deepEqual([code, json.count, told(json, "unprintable").total], [0, 2, 1]);
  assert.match(said, /次の人を除きます\(1件\)\n {2}10・1・00 山田/);
  const pages = await pagesOf(pdf());
  assert.equal(lettersOn(pages).length, 2);
  assert.match(pages[0] ?? "", /2 通\s*1-00001-7 から 1-00002-5 まで/);
});

test("a list takes any character", async () => {
  await office.bringIn([{ number: 1, name: `山田　${biang}` }]);
  const { code } = await office.kenpo("credentials issue", { csv: office.path("a.csv") });
  assert.equal(code, 0);
  assert.equal((await office.listed("a.csv"))[0]?.氏名, `山田　${biang}`);
  const again = await office.kenpo("credentials fetch", { pdf: pdf() });
  assert.equal(again.code, 1);
  assert.match(again.complained, /𰻞 U\+30EDE[\s\S]*--csv だけで取り出してください/);
  assert.equal((await office.kenpo("credentials fetch", { csv: office.path("b.csv") })).code, 0);
});

test("variants in their standard form, and letters without an address, are told and go out", async () => {
  const sequence = "葛\u{E01EF}";
  await office.bringIn([{ number: 1, name: `${sequence}城　花子` }], "minato");
  await office.root.query("update member set address = null");
  const society = { society: "minato" };
  const rehearsal = await issue({ ...society, "dry-run": true });
  assert.equal(rehearsal.code, 0);
  assert.match(rehearsal.said, /異体字を標準の字形で印刷します\(1件\)/);
  assert.match(rehearsal.said, /U\+845B U\+E01EF \[LET-002\]/);
  assert.match(rehearsal.said, /宛名の住所は空欄になります\(1件\)\n.* \[LET-003\]/);
  const { code, json } = await issue(society);
  assert.equal(code, 0);
  assert.deepEqual(
    ["standard-form", "address-missing"].map((kind) => told(json, kind).total),
    [1, 1],
  );
});

test("by workplace an address is missed of whoever has none: that letter goes home", async () => {
  const workplace = ["1", "本社"] as const;
  await office.bringIn([{ number: 1, workplace }, { number: 2 }]);
  await office.root.query("update member set address = null");
  const { json } = await issue();
  assert.deepEqual(
    told(json, "address-missing").first.map(({ member }) => member.memberNumber),
    ["2"],
  );
});

test("the first 100 are told, and how many there are", async () => {
  const people = Array.from({ length: 130 }, (_, i) => ({ number: 1 + i, name: `山田　${biang}` }));
  await office.bringIn(people);
  const { complained, json } = await issue();
  assert.equal(complained.match(/LET-001/g)?.length, 100);
  assert.match(complained, /ほか30件/);
  assert.deepEqual(
    [told(json, "unprintable").total, told(json, "unprintable").first.length],
    [130, 100],
  );
});
