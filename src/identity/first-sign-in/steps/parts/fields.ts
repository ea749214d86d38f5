import { type Field, needed } from "../../../../flow/index.ts";
import { parseDate } from "../../../../kernel/dates.ts";
import { refuse } from "../../../../kernel/result.ts";
import type { PlainDate } from "../../../../kernel/time.ts";
import { foldWidth, withoutGaps } from "../../../../kernel/width.ts";

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
