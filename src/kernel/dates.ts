import { type Era, eraNamed } from "./eras.ts";
import { ok, type Result, refuse } from "./result.ts";
import type { PlainDate } from "./time.ts";
import { foldWidth, withoutGaps } from "./width.ts";

const eraNames = "[1-5]|[MTSHRmtshr]|明治?|大正?|昭和?|平成?|令和?";
const western = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d\d)(\d\d)$/,
];
const japanese = [
  new RegExp(`^(${eraNames})(\\d\\d)(\\d\\d)(\\d\\d)$`),
  new RegExp(`^(?!\\d)(${eraNames})(元|\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{1,2})$`),
  new RegExp(`^(?!\\d)(${eraNames})(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日$`),
];

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const isDay = (year: number, month: number, day: number) =>
  day >= 1 && day <= (lengths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);

type Parts = { era?: Era | undefined; year: number; month: number; day: number };

const match = (text: string): Parts | null => {
  for (const form of western) {
    const found = form.exec(text);
    if (found) return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  }
  for (const form of japanese) {
    const found = form.exec(text);
    const era = found?.[1] && eraNamed(found[1]);
    if (!found || !era) continue;
    const eraYear = found[2] === "元" ? 1 : Number(found[2]);
    // year 0 of an era lies before it, and is refused as such
    const year = Number(era.from.slice(0, 4)) + eraYear - 1;
    return { era, year, month: Number(found[3]), day: Number(found[4]) };
  }
  return null;
};

/**
 * A day in any of the styles that core systems and people write: `1979-08-22`, `1979/8/22`,
 * `19790822`, `1979年8月22日`, `S54.8.22`, `S540822`, `昭和54年8月22日`, `昭和元年12月25日`,
 * `3540822` (era code 1–5); full width and spaces are forgiven.
 *
 * Refuses with `date-unreadable`, `date-no-such-day`, `date-out-of-era` (昭和64年3月1日; fact `era`),
 * `date-out-of-range` (before 1868 or after 2199), or `date-future` when `notAfter` is given and
 * the day is later (fact `date`).
 */
export const parseDate = (text: string, notAfter?: PlainDate): Result<PlainDate> => {
  const parts = match(withoutGaps(foldWidth(text)));
  if (!parts) return refuse("date-unreadable");
  const { era, year, month, day } = parts;
  if (!isDay(year, month, day)) return refuse("date-no-such-day");
  const two = (n: number) => String(n).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as PlainDate;
  if (era && (date < era.from || era.until < date))
    return refuse("date-out-of-era", { era: era.kanji });
  if (year < 1868 || year > 2199) return refuse("date-out-of-range");
  if (notAfter && date > notAfter) return refuse("date-future", { date });
  return ok(date);
};
