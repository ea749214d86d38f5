import { toKatakana } from "./kana.ts";
import { foldWidth } from "./width.ts";

// Hepburn, the first letter only: what follows (シャ, ファ, ヴェ) alters it in ウィ ウェ ウォ alone.
const rows: readonly (readonly [kana: string, initial: string])[] = [
  ["アァ", "A"],
  ["イィヰ", "I"],
  ["ウゥ", "U"],
  ["エェヱ", "E"],
  ["オォヲ", "O"],
  ["カキクケコヵヶ", "K"],
  ["ガギグゲゴ", "G"],
  ["サシスセソ", "S"],
  ["ザズゼゾヅ", "Z"],
  ["ジヂ", "J"],
  ["タツテト", "T"],
  ["チ", "C"],
  ["ダデド", "D"],
  ["ナニヌネノン", "N"],
  ["ハヒヘホ", "H"],
  ["フ", "F"],
  ["バビブベボ", "B"],
  ["パピプペポ", "P"],
  ["マミムメモ", "M"],
  ["ヤユヨャュョ", "Y"],
  ["ラリルレロ", "R"],
  ["ワヮ", "W"],
  ["ヴヷヸヹヺ", "V"],
];
const initialOfKana: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([kana, initial]) => [...kana].map((one) => [one, initial] as const)),
);

const initialOf = (part: string): string | undefined =>
  /^[A-Z]/i.test(part)
    ? part.charAt(0).toUpperCase()
    : /^ウ[ィェォ]/.test(part)
      ? "W"
      : initialOfKana.get(part.charAt(0));

const partsOf = (name: string): readonly string[] => {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  // 「スミス・ジョン」: only where no space tells the family name from the given one
  return parts.length === 1 ? name.split("・").filter((part) => part.trim() !== "") : parts;
};

/**
 * 「スズキ　ハナコ」 → 「H.S.」: given name, then family name, for couples who share an address.
 * @param nameKana family name first, any width, hiragana or katakana; Latin letters as they are
 * @returns one or two letters with their points; empty when a name cannot be read
 */
export const initialsOf = (nameKana: string): string => {
  const parts = partsOf(toKatakana(foldWidth(nameKana)).trim());
  const read = parts.length > 1 ? [parts.at(-1), parts[0]] : parts;
  const initials = read.map((part) => initialOf(part ?? ""));
  return initials.includes(undefined) ? "" : initials.map((initial) => `${initial}.`).join("");
};
