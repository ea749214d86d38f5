import { ok, type Result, refuse } from "./result.ts";
import { foldWidth, withoutGaps } from "./width.ts";

declare const brand: unique symbol;
/** 保険者番号: eight digits as text, the last one a check digit. */
export type InsurerNumber = string & { readonly [brand]: "InsurerNumber" };

/**
 * The check digit (検証番号) for the first seven digits: from the right times 2,1,2,1…, the digits
 * of the products summed, and what is missing to the next ten. (昭和51年 保発第45号 別表第一)
 */
export const insurerCheckDigit = (sevenDigits: string): number => {
  const sum = [...sevenDigits].reverse().reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Refuses with `insurer-number-form` or `insurer-number-check-digit`; spaces and width are forgiven. */
export const parseInsurerNumber = (text: string): Result<InsurerNumber> => {
  const digits = withoutGaps(foldWidth(text));
  if (!/^[0-9]{8}$/.test(digits)) return refuse("insurer-number-form");
  return isInsurerNumber(digits) ? ok(digits) : refuse("insurer-number-check-digit");
};

/** Exactly eight half-width digits with the right check digit. */
export const isInsurerNumber = (text: string): text is InsurerNumber =>
  /^[0-9]{8}$/.test(text) && insurerCheckDigit(text.slice(0, 7)) === Number(text[7]);
