import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import jsqr from "jsqr";
import { letterSamples, lettersPdf } from "../../src/letters/index.ts";
import type { Edition, Sheet } from "../../src/letters/types.ts";
import { wordsIn } from "./boxes.ts";
import { designed, editions, hanako } from "./editions.ts";
import { qpdfCheck } from "./qpdf.ts";
import { type Raster, seePages } from "./raster.ts";

const sheets = letterSamples.map(({ sheet }) => sheet);
const letters = sheets.flatMap((sheet) => (sheet.kind === "letter" ? [sheet.letter] : []));
const bare = (text: string) => text.replace(/\s/g, "");

const formOf = ({ society }: Edition) => society.policy.letter.form;
const isCard = (edition: Edition) => formOf(edition).endsWith("postcard");

test("the five societies have the five forms", () => {
  assert.deepEqual(editions.map(formOf).sort(), [
    "a4-guide",
    "a4-notice",
    "card-mount",
    "postcard",
    "sealed-postcard",
  ]);
});

for (const edition of editions)
  test(`${edition.society.code}: qpdf finds nothing to say`, async () => {
    assert.equal(await qpdfCheck(await lettersPdf(edition, sheets)), 0);
  });

test("qpdf does find what is broken", async () => {
  const pdf = await lettersPdf(editions[0] as Edition, sheets);
  assert.notEqual(await qpdfCheck(pdf.subarray(0, pdf.length / 2)), 0);
});

for (const edition of editions)
  test(`${edition.society.code}: the text of each letter is its own, in the order of reading`, async () => {
    const pages = (await seePages(await lettersPdf(edition, sheets), 0.5)).map(({ text }) =>
      bare(text),
    );
    const sides = isCard(edition) ? 2 : 1;
    assert.equal(pages.length, sheets.length * sides);
    for (const [i, letter] of letters.entries()) {
      const inner = pages[i * sides + sides - 1] ?? "";
      const outer = pages[i * sides] ?? "";
      const at = [
        "仮ユーザID",
        letter.issuedId,
        "仮パスワード",
        letter.password.replaceAll("-", ""),
        "2026年9月30日まで",
      ].map((part) => inner.indexOf(bare(part)));
      assert.ok(
        at.every((place) => place >= 0),
        inner,
      );
      assert.ok((at[1] ?? 0) < (at[3] ?? 0), inner);
      assert.ok(outer.includes(letter.reference), outer);
      assert.ok(outer.includes(edition.society.name.ja));
      for (const other of letters.filter((one) => one !== letter))
        assert.ok(!inner.includes(other.issuedId) && !outer.includes(other.reference));
    }
  });

for (const edition of editions.filter(isCard))
  test(`${edition.society.code}: the outside tells no secret`, async () => {
    const [outside] = await seePages(await lettersPdf(edition, sheets), 0.5);
    assert.ok(outside);
    assert.ok(outside.text.includes("鈴木"));
    assert.ok(!bare(outside.text).includes(hanako.issuedId), outside.text);
    assert.ok(!bare(outside.text).includes(hanako.password.replaceAll("-", "")), outside.text);
  });

for (const edition of editions.filter((one) => formOf(one).startsWith("a4")))
  test(`${edition.society.code}: the insurer number is the last line`, () => {
    const [page] = designed(edition).letter;
    assert.ok(page);
    const words = wordsIn([...page.common, ...page.own(hanako)]).toSorted((a, b) => a.y - b.y);
    assert.deepEqual(
      words
        .slice(-2)
        .map(({ text }) => text)
        .sort(),
      [edition.society.insurerNumber, "保険者番号"],
    );
  });

const qrOf = ({ grey, width, height }: Raster): string | undefined => {
  const colours = new Uint8ClampedArray(grey.length * 4).fill(255);
  for (const [i, value] of grey.entries()) colours.fill(value, i * 4, i * 4 + 3);
  return jsqr.default(colours, width, height)?.data;
};

for (const edition of editions)
  for (const origin of [
    "https://login.kenpo.example",
    `https://${"long-name.".repeat(6)}example.co.jp:8443`,
  ])
    test(`${edition.society.code}: the QR code opens ${origin}`, async () => {
      const pages = await seePages(
        await lettersPdf({ ...edition, origin }, sheets.slice(0, 1)),
        2.5,
      );
      const found = pages.map(({ raster }) => qrOf(raster));
      assert.deepEqual(
        found.filter((value) => value),
        [origin],
      );
      assert.ok(pages.some(({ text }) => bare(text).includes(origin)));
    });

/** Everything that is not compressed, and all streams as they are. */
const innards = (pdf: Uint8Array): string => {
  const file = Buffer.from(pdf).toString("latin1");
  const streams = [...file.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed = ""]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return packed;
    }
  });
  return file.replace(/stream\n[\s\S]*?\nendstream/g, "") + streams.join("\n");
};

test("title and language are told, people and the machine's clock are not", async () => {
  const pdf = await lettersPdf(editions[0] as Edition, sheets);
  const inside = innards(pdf);
  assert.match(inside, /\/Lang \(ja\)/);
  assert.match(inside, /<pdf:Producer>Kenpo Portal<\/pdf:Producer>/);
  assert.match(inside, /\/DisplayDocTitle true/);
  assert.match(inside, /CreateDate>2026-03-31T15:00:00Z/);
  const words = Buffer.from("鈴木", "utf8").toString("latin1");
  assert.ok(!inside.includes(words));
  assert.deepEqual(pdf, await lettersPdf(editions[0] as Edition, sheets), "the same twice");
});

test("what stands on every letter is drawn once", async () => {
  const edition = editions[2] as Edition;
  const many = (n: number): Sheet[] =>
    Array.from({ length: n }, () => ({ kind: "letter", letter: hanako }));
  const [one, hundred] = [await lettersPdf(edition, many(1)), await lettersPdf(edition, many(101))];
  assert.ok(
    (hundred.length - one.length) / 100 < 1500,
    `${(hundred.length - one.length) / 100} bytes a letter`,
  );
});

test("a society's name is no markup", async () => {
  const [edition] = editions as [Edition];
  const society = { ...edition.society, name: { ...edition.society.name, ja: "A&B<組合>" } };
  const pdf = await lettersPdf({ ...edition, society }, sheets);
  assert.ok(!/rdf:li[^>]*>[^<]*&(?!amp;)/.test(innards(pdf)));
  assert.equal(await qpdfCheck(pdf), 0);
});
