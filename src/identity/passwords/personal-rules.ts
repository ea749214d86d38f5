import { eras } from "../../kernel/eras.ts";
import { holdsFact, isMadeOf, shapeOf } from "../../kernel/known-words.ts";
import { normalPassword } from "../../kernel/password-text.ts";
import { romajiKey, romajiKeyOfKana } from "../../kernel/romaji.ts";
import type { PlainDate } from "../../kernel/time.ts";

/** パスワード: what others know of somebody, and what a password must not be made of. */

/** What colleagues, family and every letter on a desk tell. */
export type OwnData = {
  readonly bornOn: PlainDate;
  readonly nameKana?: string;
  /** 番号 */
  readonly memberNumber?: string;
  /** User ID and the part of an address before its @, where they are known already. */
  readonly names?: readonly string[];
};

const two = (n: number) => String(n).padStart(2, "0");

const partsOf = (bornOn: PlainDate) => {
  const [year = 0, month = 0, day = 0] = bornOn.split("-").map(Number);
  const era = eras.findLast(({ from }) => from <= bornOn);
  const eraYear = era ? year - Number(era.from.slice(0, 4)) + 1 : year % 100;
  return { year, month, day, eraYear };
};

/** A birth date as people type it in digits, six or more: 19790822, 790822, 540822, 1979822 … */
export const birthDigits = (bornOn: PlainDate): readonly string[] => {
  const { year, month, day, eraYear } = partsOf(bornOn);
  const [mm, dd] = [two(month), two(day)];
  const forms = [
    ...[`${year}${mm}${dd}`, `${two(year % 100)}${mm}${dd}`, `${two(eraYear)}${mm}${dd}`],
    ...[`${mm}${dd}${year}`, `${dd}${mm}${year}`, `${year}${month}${day}`],
  ];
  return forms.filter((form) => form.length >= 6);
};

/** Shorter ones, that are nothing by themselves: the year, the day. */
const birthPieces = (bornOn: PlainDate): readonly string[] => {
  const { year, month, day } = partsOf(bornOn);
  return [String(year), `${two(month)}${two(day)}`, `${month}${day}`];
};

const wordsOf = (text: string) => text.split(/[\s・,.'’\-_+@]+/).filter((part) => part !== "");

/** Whether a password is, or holds, what others know of this person. */
export const isOwnData = (typed: string, own: OwnData): boolean => {
  const { bornOn, nameKana = "", memberNumber = "", names = [] } = own;
  if (holdsFact(typed, [...birthDigits(bornOn), memberNumber])) return true;
  const text = normalPassword(typed).toLowerCase();
  const kana = wordsOf(nameKana);
  const pieces = [
    ...birthPieces(bornOn),
    memberNumber,
    ...names.flatMap((name) => [name, ...wordsOf(name)]),
  ];
  return (
    isMadeOf(shapeOf(text), [...pieces, ...kana].map(shapeOf)) ||
    isMadeOf(romajiKey(text), [...pieces.map(romajiKey), ...kana.map(romajiKeyOfKana)])
  );
};
