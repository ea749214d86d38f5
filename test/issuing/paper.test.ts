import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { verify } from "@node-rs/argon2";
import { foldPrinted, readReference } from "../../src/identity/provisional/index.ts";
import { type Clerk, type Office, openOffice } from "./office.ts";
import { coverOn, isSound, lettersOn, pagesOf } from "./pdf.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());
afterEach(() => office.clear());

const hashes = async (): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await office.root.query(
    "select issued_id, password_hash from provisional_credential where state = 'active'",
  );
  return new Map(rows.map((row) => [row.issued_id, row.password_hash]));
};

/** Seven workplaces, one of them without a code, and some people without any. */
const workplaceOf = (i: number): readonly [string, string] => {
  const kinds = [
    ...([
      ["020", "本社"],
      ["003", "東工場"],
      ["", "研究所"],
      ["003", "東　工場"],
    ] as const),
    ...([
      ["100", "支社"],
      ["", ""],
      ["004", "西工場"],
    ] as const),
  ];
  return kinds[i % kinds.length] ?? ["", ""];
};

test("300 people by workplace: a cover before each, counted right; PDF and list say the same", async () => {
  const people: Clerk[] = Array.from({ length: 300 }, (_, i) => ({
    number: 900 + i,
    workplace: workplaceOf(i),
  }));
  await office.bringIn(people);
  const [pdf, csv] = [office.path("letters.pdf"), office.path("letters.csv")];
  const { code, said, json, steps } = await office.kenpo("credentials issue", { pdf, csv });
  assert.deepEqual([code, json.count, json.batch], [0, 300, 1]);
  assert.match(said, /ひかり電機健康保険組合の300人に仮IDを発行しました\(第1回\)/);
  assert.equal(steps.at(-1), "300/300");
  assert.ok(await isSound(pdf));
  const pages = await pagesOf(pdf);
  const printed = lettersOn(pages);
  const listed = await office.listed("letters.csv");
  assert.deepEqual(
    printed,
    listed.map((line) => ({
      reference: line.整理番号,
      issuedId: line.仮ユーザID,
      password: line.仮パスワード,
    })),
  );
  assert.deepEqual(
    printed.map(({ reference }) => readReference(reference)),
    Array.from({ length: 300 }, (_, i) => ({ batch: 1, number: i + 1 })),
  );
  const covers = pages.map(coverOn);
  // one page a letter: where a cover lies, and how many pages follow it
  const places = covers.flatMap((cover, i) => (cover ? [i] : []));
  assert.equal(pages.length, 300 + places.length);
  const referenceAt = (number: number) => printed[number - 1]?.reference;
  let number = 1;
  for (const [i, place] of places.entries()) {
    const under = (places[i + 1] ?? pages.length) - place - 1;
    const cover = {
      count: under,
      first: referenceAt(number),
      last: referenceAt(number + under - 1),
    };
    assert.deepEqual(covers[place], cover);
    number += under;
  }
  assert.equal(number, 301);
  // codes in their order, names without a code behind them, nobody's last; numbers by their value
  const byNumber = new Map(people.map(({ number, workplace }) => [String(number), workplace]));
  const order = listed.map(({ 番号 = "" }) => byNumber.get(番号));
  const names = order.map((one) => one?.[0] || one?.[1] || "-");
  assert.deepEqual([...new Set(names)], ["003", "004", "020", "100", "研究所", "-"]);
  const numbers = listed.slice(0, places[1]).map(({ 番号 }) => Number(番号));
  assert.deepEqual(
    numbers.slice(0, -1),
    numbers.slice(0, -1).toSorted((a, b) => a - b),
  );
  assert.ok(numbers.some((one) => one < 1000) && numbers.some((one) => one >= 1000));
  const kept = await hashes();
  for (const { issuedId, password } of printed.filter((_, i) => i % 60 === 0))
    assert.ok(await verify(kept.get(issuedId) ?? "", foldPrinted(password)), issuedId);
  assert.equal(kept.size, 300);
});

for (const society of ["hikari", "minato", "kaede", "asahi", "sakura"])
  test(`${society}: what is printed is what works`, async () => {
    const people = [1, 2, 3].map((number) => ({ number, workplace: ["001", "本社"] as const }));
    await office.bringIn(people, society);
    const [pdf, csv] = [office.path(`${society}.pdf`), office.path(`${society}.csv`)];
    const { code } = await office.kenpo("credentials issue", { society, pdf, csv });
    assert.equal(code, 0);
    assert.ok(await isSound(pdf));
    const printed = lettersOn(await pagesOf(pdf));
    const kept = await hashes();
    assert.equal(printed.length, 3);
    for (const { issuedId, password } of printed)
      assert.ok(await verify(kept.get(issuedId) ?? "", foldPrinted(password)), issuedId);
    const listed = await office.listed(`${society}.csv`);
    assert.deepEqual(
      listed.map(({ 整理番号 }) => 整理番号),
      printed.map(({ reference }) => reference),
    );
  });

test("either file alone; neither is wrong usage", async () => {
  await office.bringIn([{ number: 1 }]);
  const pdf = office.path("letters.pdf");
  assert.equal((await office.kenpo("credentials issue", { pdf })).code, 0);
  assert.deepEqual(await office.files(), ["letters.pdf"]);
  const { code, complained } = await office.kenpo("credentials issue");
  assert.equal(code, 2);
  assert.match(complained, /--pdf OUT\.pdf か --csv OUT\.csv/);
});

test("no such society, too many words", async () => {
  const csv = office.path("letters.csv");
  assert.equal((await office.kenpo("credentials issue", { society: "none", csv })).code, 1);
  assert.equal((await office.kenpo("credentials issue", { society: undefined, csv })).code, 2);
  assert.equal((await office.kenpo("credentials issue", { csv }, ["more"])).code, 2);
});
