import { toFullKana, toKatakana } from "./kana.ts";

// How Japanese names are written in Latin letters differs by system (し: shi, si) and by habit (ゆう:
// yu, yuu, yū; とう: to, tou, toh). Both sides are brought to one key; it is no spelling.

const rows: Readonly<Record<string, string>> = {
  "": "アイウエオ",
  k: "カキクケコ",
  g: "ガギグゲゴ",
  s: "サシスセソ",
  z: "ザジズゼゾ",
  t: "タチツテト",
  d: "ダ\u0000\u0000デド",
  n: "ナニヌネノ",
  h: "ハヒフヘホ",
  b: "バビブベボ",
  p: "パピプペポ",
  m: "マミムメモ",
  r: "ラリルレロ",
};
const vowels = "aiueo";
const others: Readonly<Record<string, string>> = {
  ヂ: "zi",
  ヅ: "zu",
  ヤ: "ya",
  ユ: "yu",
  ヨ: "yo",
  ワ: "wa",
  ヰ: "i",
  ヱ: "e",
  ヲ: "o",
  ン: "n",
  ヴ: "bu",
};
const syllables: ReadonlyMap<string, string> = new Map([
  ...Object.entries(rows).flatMap(([consonant, kana]) =>
    [...kana].map((one, i) => [one, consonant + vowels.charAt(i)] as const),
  ),
  ...Object.entries(others),
]);
const small: Readonly<Record<string, string>> = {
  ャ: "ya",
  ュ: "yu",
  ョ: "yo",
  ァ: "a",
  ィ: "i",
  ゥ: "u",
  ェ: "e",
  ォ: "o",
};

const spell = (kana: string): string => {
  let text = "";
  let isDouble = false;
  for (const one of kana) {
    const glide = small[one];
    if (one === "ッ") isDouble = true;
    else if (glide) text = text.replace(/[aiueo]$/, "") + glide;
    else {
      const syllable = syllables.get(one) ?? "";
      text += (isDouble ? syllable.charAt(0) : "") + syllable;
      isDouble = false;
    }
  }
  return text;
};

const folds: readonly (readonly [RegExp, string])[] = [
  [/[āâ]/g, "a"],
  [/[īî]/g, "i"],
  [/[ūû]/g, "u"],
  [/[ēê]/g, "e"],
  [/[ōô]/g, "o"],
  [/tch/g, "tty"],
  [/sh/g, "sy"],
  [/ch/g, "ty"],
  [/ts/g, "t"],
  [/j/g, "zy"],
  [/dz/g, "z"],
  [/f/g, "h"],
  [/v/g, "b"],
  [/l/g, "r"],
  [/w(?=[ieo])/g, ""],
  [/m(?=[bmp])/g, "n"],
  [/yy+/g, "y"],
  [/y(?=[ie])/g, ""],
  [/oh(?![aiueoy])/g, "o"],
  [/o[ou]+/g, "o"],
  [/([aiue])\1+/g, "$1"],
  [/n['-](?=[aiueoy])/g, "n"],
];

/** Latin letters as one key, however they were spelled: `Shouko`, `Syoko` and `shoko` are `syoko`. */
export const romajiKey = (text: string): string =>
  folds.reduce((folded, [from, to]) => folded.replace(from, to), text.toLowerCase());

/** The same key of a name in kana of any width: 「ショウコ」 is `syoko`. What is no kana is dropped. */
export const romajiKeyOfKana = (nameKana: string): string =>
  romajiKey(spell(toKatakana(toFullKana(nameKana))));
