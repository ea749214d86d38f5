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

/**
 * How names are compared: width, case, spaces, hiragana or katakana and small kana do not count.
 * Only a key: kept beside the name as sent, never instead of it (NFKC alters 神 ㈱ Ⅸ).
 */
export const nameKey = (name: string): string =>
  widen(withoutGaps(toKatakana(foldWidth(name)))).toLowerCase();

/** Like nameKey, and ・ is dropped and every kind of hyphen counts as ー (core systems mix them). */
export const kanaKey = (nameKana: string): string =>
  unifyHyphens(nameKey(nameKana).replaceAll("・", ""), "ー");

const kanaLetter = /[ァ-ヺぁ-ゖｦ-ｯｱ-ﾝ]/;
const notKana = /[^ァ-ヺヽヾー・゛゜ぁ-ゖゝゞｦ-ﾟ･,.'’=\-‐－−–，．＝＇ \u3000\u3099\u309a]/;

/** Kana of either width, ー and what stands between names; no Latin, no kanji. */
export const isKana = (text: string): boolean => kanaLetter.test(text) && !notKana.test(text);
