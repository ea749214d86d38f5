import type { Language } from "../../../society/types.ts";

/** ASCII symbols with their names as people say them, in the order of the keyboard's code. */
const names: readonly (readonly [symbol: string, ja: string, en: string])[] = [
  ["!", "感嘆符", "exclamation mark"],
  ['"', "二重引用符", "quotation mark"],
  ["#", "シャープ", "number sign"],
  ["$", "ドル", "dollar"],
  ["%", "パーセント", "per cent"],
  ["&", "アンド", "ampersand"],
  ["'", "引用符", "apostrophe"],
  ["(", "丸かっこ", "round bracket"],
  [")", "丸かっこ閉じ", "closing round bracket"],
  ["*", "アスタリスク", "asterisk"],
  ["+", "プラス", "plus"],
  [",", "コンマ", "comma"],
  ["-", "ハイフン", "hyphen"],
  [".", "ピリオド", "full stop"],
  ["/", "スラッシュ", "slash"],
  [":", "コロン", "colon"],
  [";", "セミコロン", "semicolon"],
  ["<", "小なり", "less than"],
  ["=", "イコール", "equals"],
  [">", "大なり", "greater than"],
  ["?", "疑問符", "question mark"],
  ["@", "アットマーク", "at sign"],
  ["[", "角かっこ", "square bracket"],
  ["\\", "円記号・バックスラッシュ", "backslash, yen"],
  ["]", "角かっこ閉じ", "closing square bracket"],
  ["^", "ハット", "caret"],
  ["_", "アンダーバー", "underscore"],
  ["`", "バッククォート", "backtick"],
  ["{", "波かっこ", "curly bracket"],
  ["|", "縦線", "vertical bar"],
  ["}", "波かっこ閉じ", "closing curly bracket"],
  ["~", "チルダ", "tilde"],
];

export type NamedSymbol = { readonly symbol: string; readonly name: string };

/** What may not stand in a user ID. @param allowed the policy's symbols */
export const forbiddenSymbols = (lang: Language, allowed: string): readonly NamedSymbol[] =>
  names
    .filter(([symbol]) => !allowed.includes(symbol))
    .map(([symbol, ja, en]) => ({ symbol, name: lang === "ja" ? ja : en }));
