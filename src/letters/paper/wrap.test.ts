import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { phrasesOf } from "./phrases.ts";
import { wrap } from "./wrap.ts";

const upTo = (length: number) => (line: string) => [...line].length <= length;

const cases: readonly [string, number, readonly string[]][] = [
  ["福岡市博多区", 4, ["福岡市博", "多区"]],
  ["見本町、三番地", 3, ["見本", "町、三", "番地"]],
  ["あ「見本」", 2, ["あ", "「見", "本」"]],
  ["スーパー", 2, ["スー", "パー"]],
  ["見本町3-4-205", 7, ["見本町", "3-4-205"]],
  ["1234567890", 4, ["1234", "5678", "90"]],
  ["東京都 見本区", 4, ["東京都", "見本区"]],
  ["一\n二", 9, ["一", "二"]],
  ["邉\u{e0101}邉\u{e0101}", 2, ["邉\u{e0101}", "邉\u{e0101}"]],
];

for (const [text, length, lines] of cases)
  test(`${JSON.stringify(text)} in lines of ${length}`, () => {
    assert.deepEqual(wrap(text, upTo(length)), lines);
  });

const phrases: readonly [string, readonly string[]][] = [
  ["仮ユーザIDと仮パスワードを入力します。", ["仮ユーザIDと", "仮パスワードを", "入力します。"]],
  ["ご本人の生年月日を入力します。", ["ご本人の", "生年月日を", "入力します。"]],
  [
    "平日 9時から17時まで(12時から13時を除く)",
    ["平日 9時から", "17時まで", "(12時から", "13時を", "除く)"],
  ],
];

for (const [text, parts] of phrases)
  test(`phrases of ${text}`, () => {
    assert.deepEqual(phrasesOf(text), parts);
  });

const signs = fc.array(fc.constantFrom(..."本山、。「」ー(3-4A 　\nゃ𠮷"), { maxLength: 60 });
const bare = (text: string) => text.replace(/\s/g, "");

for (const isOurs of [false, true])
  test(`no line is longer than it may be, no sign is lost${isOurs ? ", between phrases too" : ""}`, () => {
    fc.assert(
      fc.property(signs, fc.integer({ min: 1, max: 20 }), (all, length) => {
        const text = all.join("");
        const lines = wrap(text, upTo(length), isOurs);
        for (const line of lines) assert.ok(upTo(length)(line), line);
        assert.equal(bare(lines.join("")), bare(text));
      }),
      { numRuns: 1000 },
    );
  });
