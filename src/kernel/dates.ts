import { type Era, eraNamed } from "./eras.ts";
import { ok, type Result, refuse } from "./result.ts";
import type { PlainDate } from "./time.ts";
import { foldWidth, withoutGaps } from "./width.ts";

const eraNames = "[1-5]|[MTSHRmtshr]|明治?|大正?|昭和?|平成?|令和?";
const bothForms = (western: string, japanese: string) =>
  [new RegExp(`^(?:()${western})$`), new RegExp(`^(${eraNames})${japanese}$`)] as const;
const compact = bothForms("(\\d{4})(\\d\\d)(\\d\\d)", "(\\d\\d)(\\d\\d)(\\d\\d)");
const pointed = bothForms(
  "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})",
  "(?<!\\d)(元|\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{1,2})",
);
const worded = bothForms(
  "(\\d{4})年(\\d{1,2})月(\\d{1,2})日",
  "(?<!\\d)(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日",
);
const formsOf = (text: string) => {
  if (text.endsWith("日")) return worded;
  return /[-/.]/.test(text) ? pointed : compact;
};

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const isDay = (year: number, month: number, day: number) =>
  day >= 1 && day <= (lengths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);

type Parts = { era?: Era | undefined; year: number; month: number; day: number };

const match = (text: string): Parts | null => {
  const [western, japanese] = formsOf(text);
  const found = western.exec(text) ?? japanese.exec(text);
  if (!found) return null;
  const [, eraName, writtenYear, month, day] = found;
  const era = eraName ? eraNamed(eraName) : undefined;
  const year = writtenYear === "元" ? 1 : Number(writtenYear);
  // year 0 of an era lies before it, and is refused as such
  const before = era ? Number(era.from.slice(0, 4)) - 1 : 0;
  return { era, year: before + year, month: Number(month), day: Number(day) };
};

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
const common = /^[\x21-\x7e]*$/;

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
  const parts = match(common.test(text) ? text : withoutGaps(foldWidth(text)));
  if (!parts) return refuse("date-unreadable");
  const { era, year, month, day } = parts;
  if (!isDay(year, month, day)) return refuse("date-no-such-day");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as PlainDate;
  if (era && (date < era.from || era.until < date))
    return refuse("date-out-of-era", { era: era.kanji });
  if (year < 1868 || year > 2199) return refuse("date-out-of-range");
  if (notAfter && date > notAfter) return refuse("date-future", { date });
  return ok(date);
};
