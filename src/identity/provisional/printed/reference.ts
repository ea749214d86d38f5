import { foldWidth, unifyHyphens, withoutGaps } from "../../../kernel/width.ts";
import { checkDigit } from "./check-digit.ts";

/** 整理番号 in two numbers: which batch, and which letter in it; both from 1. */
export type Reference = { readonly batch: number; readonly number: number };

/** Digits of a letter's number that are always printed. */
const least = 5;
/** Zeros before a number do not change the check digit, or one wrong digit could become such a zero. */
const checkOf = ({ batch, number }: Reference): number =>
  checkDigit(`${batch}${String(number).padStart(9, "0")}`);

/** As printed: `12-00345-5`. The last digit is Luhn's over both numbers. */
export const referenceText = (reference: Reference): string => {
  const { batch, number } = reference;
  return `${batch}-${String(number).padStart(least, "0")}-${checkOf(reference)}`;
};

/**
 * As somebody reads it from an envelope: width, spaces, kinds of hyphen and zeros before a number do
 * not count. Null where it has not this form, or the check digit is wrong.
 */
export const readReference = (text: string): Reference | null => {
  const folded = unifyHyphens(withoutGaps(foldWidth(text)));
  const found = /^0*([1-9][0-9]{0,8})-0*([1-9][0-9]{0,8})-([0-9])$/.exec(folded);
  if (!found) return null;
  const reference = { batch: Number(found[1]), number: Number(found[2]) };
  return checkOf(reference) === Number(found[3]) ? reference : null;
};
