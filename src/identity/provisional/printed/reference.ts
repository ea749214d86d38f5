import { foldWidth, unifyHyphens, withoutGaps } from "../../../kernel/width.ts";
import { checkDigit } from "./check-digit.ts";

/** 整理番号 in two numbers: which batch, and which letter in it; both from 1. */
export type Reference = { readonly batch: number; readonly number: number };

const least = 5;
const bodyOf = ({ batch, number }: Reference) =>
  [String(batch), String(number).padStart(least, "0")] as const;

/** As printed: `12-00345-8`. The last digit is Luhn's over all before it. */
export const referenceText = (reference: Reference): string => {
  const body = bodyOf(reference);
  return [...body, checkDigit(body.join(""))].join("-");
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
  return checkDigit(bodyOf(reference).join("")) === Number(found[3]) ? reference : null;
};
