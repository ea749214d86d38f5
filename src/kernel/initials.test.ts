import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { initialsOf } from "./initials.ts";

describe("initials", () => {
  const table: readonly (readonly [string, string])[] = [
    ["スズキ　ハナコ", "H.S."],
    ["ｽｽﾞｷ ﾊﾅｺ", "H.S."],
    ["すずき はなこ", "H.S."],
    ["ﾌｼﾞﾀ ﾁｶ", "C.F."],
    ["ツジ　シンイチ", "S.T."],
    ["ｼﾞｮｳ ﾁﾔｷ", "C.J."],
    ["ヂン　ヴェロニカ", "V.J."],
    ["シャ　チャン", "C.S."],
    ["ｷｬ ﾆｬ", "N.K."],
    ["アベ　ヲリエ", "O.A."],
    ["ン　イイ", "I.N."],
    ["ウエダ　ウィリアム", "W.U."],
    ["ガルシア　マリア　ルイサ", "R.G."],
    ["スミス　ジョン・ポール", "J.S."],
    ["スミス・ジョン", "J.S."],
    ["ハナコ", "H."],
    ["Smith　ｊｏｈｎ", "J.S."],
    ["ガク　サ", "S.G."],
    ["", ""],
    ["　", ""],
    ["・", ""],
    ["佐藤　花子", ""],
    ["サトウ　花子", ""],
    ["ー　ハナコ", ""],
  ];
  for (const [name, initials] of table)
    test(`${name} → ${initials}`, () => assert.equal(initialsOf(name), initials));

  test("property: letters with points or nothing, whatever comes", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."アヂヴャッー・ｦｶﾞﾟあゔaＺ 　\t漢") }),
    );
    fc.assert(
      fc.property(name, (text) => /^([A-Z]\.){0,2}$/.test(initialsOf(text))),
      { numRuns: 2000 },
    );
  });
});
