import { randomInt } from "node:crypto";
import { foldWidth, unifyHyphens, withoutGaps } from "../../../kernel/width.ts";
import { checkDigit } from "./check-digit.ts";

/** 28 letters and digits of which none is taken for another on paper: no 0 o, 1 i l, 5 s, u v, q g. */
const alphabet = "23456789abcdefghjkmnprtuwxyz";

/** Random groups for paper: `groups` of them, each of `length` letters (4.8 bits a letter). */
export const mintPrinted = (groups: number, length: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join(""),
  ).join("-");

/** 仮パスワード: 12 of 28 letters, 57 bits, as printed: `abcd-2345-wxyz`. */
export const mintPassword = (): string => mintPrinted(3, 4);

/** A secret that we printed, as it is hashed and compared: case, width, spaces and hyphens do not count. */
export const foldPrinted = (secret: string): string =>
  unifyHyphens(withoutGaps(foldWidth(secret)), "").toLowerCase();

/**
 * 仮ユーザID: 13 digits, random with a check digit. Nobody can choose such a one (digits alone are
 * 8 to 12), and none begins with 0, which Excel would eat.
 */
export const mintIssuedId = (): string => {
  const digits = `${randomInt(1, 10)}${String(randomInt(10 ** 11)).padStart(11, "0")}`;
  return `${digits}${checkDigit(digits)}`;
};

/** Thirteen digits with the right check digit, whether or not such a letter exists. */
export const isIssuedId = (text: string): boolean =>
  /^[1-9][0-9]{12}$/.test(text) && checkDigit(text.slice(0, 12)) === Number(text[12]);
