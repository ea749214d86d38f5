import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newRequestId } from "../../platform/http/request-id.ts";
import { readNumber } from "./rules.ts";

test("a number is understood however it is typed", () => {
  const table: readonly (readonly [string, string | null])[] = [
    ["7K2P-9DQX", "7K2P-9DQX"],
    ["7k2p9dqx", "7K2P-9DQX"],
    [" ７Ｋ２Ｐ－９ＤＱＸ ", "7K2P-9DQX"],
    ["7K2Pー9DQX", "7K2P-9DQX"],
    ["7K 2P 9D QX", "7K2P-9DQX"],
    ["ilo0-9dqx", "1100-9DQX"],
    ["7K2P-9DQ", null],
    ["7K2P-9DQXX", null],
    ["7K2P-9DQU", null],
    ["", null],
    ["お問い合わせ番号", null],
  ];
  for (const [typed, expected] of table) assert.equal(readNumber(typed), expected, typed);
});

const wide = (text: string) =>
  [...text].map((one) => (one === "-" ? "ー" : String.fromCodePoint(one.codePointAt(0) ?? 0)));

test("every number that is given is read again", () => {
  const ways: readonly ((number: string) => string)[] = [
    (number) => number,
    (number) => number.toLowerCase(),
    (number) => number.replace("-", ""),
    (number) => wide(number).join(" "),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...ways), (way) => {
      const number = newRequestId();
      assert.equal(readNumber(way(number)), number);
    }),
  );
});
