import { foldWidth, unifyHyphens, withoutGaps } from "./width.ts";

const small = "ァィゥェォッャュョヮヵヶ";
const wide = "アイウエオツヤユヨワカケ";
const widen = (text: string) =>
  text.replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => wide.charAt(small.indexOf(kana)));

/** Hiragana become katakana (ぁ–ゖ, ゝゞ); all else stays. */
export const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) + 0x60),
  );

/** Half-width katakana become full-width, ﾞ and ﾟ joined to their kana (ｳﾞ → ヴ); all else stays. */
export const toFullKana = (text: string): string =>
  text.replace(/[\uff61-\uff9f]+/g, (run) =>
    // a mark that has nothing to join becomes one that stands alone, not a combining one
    run.normalize("NFKC").replaceAll("\u3099", "゛").replaceAll("\u309a", "゜"),
  );

// Kanji and large katakana are their own key, an ideographic space is dropped.
const almostKey = /^[\u4e00-\u9fff々アイウエオカ-ヂツ-モヤユヨラ-ロワ-ヴヷ-ヺ\u3000]*$/;

/**
 * How names are compared: width, case, spaces, hiragana or katakana and small kana do not count.
 * Only a key: kept beside the name as sent, never instead of it (NFKC alters 神 ㈱ Ⅸ).
 */
export const nameKey = (name: string): string =>
  almostKey.test(name) ? name.replaceAll("\u3000", "") : slowNameKey(name);
const slowNameKey = (name: string): string =>
  widen(withoutGaps(toKatakana(foldWidth(name)))).toLowerCase();

/** Like nameKey, and ・ is dropped and every kind of hyphen counts as ー (core systems mix them). */
export const kanaKey = (nameKana: string): string => {
  let key = "";
  for (let at = 0; at < nameKana.length; at += 1) {
    const kana = nameKana.charCodeAt(at);
    const marked = byMark.get(nameKana.charCodeAt(at + 1));
    if (marked) at += 1;
    const one = (marked ?? unmarked).get(kana);
    if (one === undefined) return slowKanaKey(nameKana);
    key += one;
  }
  return key;
};
const slowKanaKey = (nameKana: string): string =>
  unifyHyphens(slowNameKey(nameKana).replaceAll("・", ""), "ー");

/** The key of each kana, alone or with the mark after it: most names are no more than that. */
const keysOf = (mark: string): ReadonlyMap<number, string> => {
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
  const all = [" ", "\u3000", ...range(0x30a1, 0x30fc), ...range(0xff65, 0xff9d)];
  return new Map(all.map((kana) => [kana.charCodeAt(0), slowKanaKey(kana + mark)]));
};
const unmarked = keysOf("");
const byMark: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map(
  ["ﾞ", "ﾟ"].map((mark) => [mark.charCodeAt(0), keysOf(mark)]),
);

const kanaLetter = /[ァ-ヺぁ-ゖｦ-ｯｱ-ﾝ]/;
const notKana = /[^ァ-ヺヽヾー・゛゜ぁ-ゖゝゞｦ-ﾟ･,.'’=\-‐－−–，．＝＇ \u3000\u3099\u309a]/;

/** Kana of either width, ー and what stands between names; no Latin, no kanji. */
export const isKana = (text: string): boolean => kanaLetter.test(text) && !notKana.test(text);
