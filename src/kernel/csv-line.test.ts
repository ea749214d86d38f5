import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "./csv-line.ts";

const cells: readonly (readonly [string, string])[] = [
  ["佐藤　太郎", '"佐藤　太郎"'],
  ["1234567890123", '"1234567890123"'],
  ['a"b,c', '"a""b,c"'],
  ["=1+1", `"'=1+1"`],
  ["+81", `"'+81"`],
  ["-1", `"'-1"`],
  ["@x", `"'@x"`],
  ["＝１", `"'＝１"`],
  ["＋", `"'＋"`],
  ["－", `"'－"`],
  ["＠", `"'＠"`],
  ["\tx", `"'\tx"`],
  ["a=b", '"a=b"'],
  ["", '""'],
];
for (const [text, cell] of cells)
  test(`${JSON.stringify(text)} is ${cell}`, () =>
    assert.equal(csvLine([text, "x"]), `${cell},"x"\r\n`));
