import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlainDate } from "../../kernel/time.ts";
import { isSamePerson } from "./rules.ts";

const onFile = {
  insurerNumber: "06139992",
  symbol: "１２３-A",
  memberNumber: "0045",
  nameKana: "ヴァレリー　ショウコ",
  bornOn: "1979-08-22" as PlainDate,
};
const { bornOn, ...same } = onFile;
const right = { ...same, birthDate: bornOn };

const cases: readonly (readonly [string, Partial<typeof right>, boolean])[] = [
  ["as it is on file", {}, true],
  ["half-width kana without the space", { nameKana: "ｳﾞｧﾚﾘｰｼﾖｳｺ" }, true],
  ["hiragana", { nameKana: "ゔぁれりー しょうこ" }, true],
  ["a symbol in another width, case and hyphen", { symbol: "123－ａ" }, true],
  ["another name", { nameKana: "ヴァレリー　ハナコ" }, false],
  ["as it is said", { nameKana: "バレリー　ショウコ" }, true],
  ["a number without its zeros", { memberNumber: "45" }, false],
  ["another symbol", { symbol: "124-A" }, false],
  ["another day", { birthDate: "1979-08-23" as PlainDate }, false],
  ["another society's number", { insurerNumber: "06139993" }, false],
];

for (const [what, own, isSame] of cases)
  test(`${what}: ${isSame ? "the same person" : "somebody else"}`, () => {
    assert.equal(isSamePerson({ ...right, ...own }, onFile), isSame);
  });
