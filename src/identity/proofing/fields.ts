import { andThen, digits, type Field, line, needed } from "../../flow/index.ts";
import { parseDate } from "../../kernel/dates.ts";
import { type InsurerNumber, isInsurerNumber } from "../../kernel/insurer-number.ts";
import { isKana } from "../../kernel/kana.ts";
import { ok, refuse } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { foldWidth, withoutGaps } from "../../kernel/width.ts";

/**
 * 生年月日 as people write it: eight digits, or with an era's name. Digits of another count are told
 * so: 7 digits are a forgotten zero far more often than an era's code.
 */
export const birthDate = (today: PlainDate): Field<PlainDate> =>
  needed((typed) => {
    const text = withoutGaps(foldWidth(typed));
    if (/^\d+$/.test(text) && text.length !== 8)
      return refuse("birth-date-digits", { length: text.length });
    const read = parseDate(text, today);
    return read.ok || read.code !== "date-unreadable" ? read : refuse("birth-date-unreadable");
  });

/** 本人確認情報 as somebody claims them; nothing of it was compared yet. */
export type Claim = {
  readonly insurerNumber: InsurerNumber;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly nameKana: string;
  readonly birthDate: PlainDate;
};

// Longer ones are nobody's: an import refuses them too.
const longestSymbol = 30;
const longestName = 60;

/** The five fields of 「本人確認情報入力画面」, the address apart. */
export const claimFields = (
  today: PlainDate,
): { readonly [Name in keyof Claim]: Field<Claim[Name]> } => ({
  insurerNumber: andThen(digits(8), (number) =>
    isInsurerNumber(number) ? ok(number) : refuse("insurer-number-check"),
  ),
  symbol: line(longestSymbol),
  memberNumber: line(longestSymbol),
  nameKana: andThen(line(longestName), (name) => (isKana(name) ? ok(name) : refuse("name-kana"))),
  birthDate: birthDate(today),
});
