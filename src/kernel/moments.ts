import { type Instant, inTokyo, later, type PlainDate, todayInTokyo } from "./time.ts";

type Language = "ja" | "en";

const weekdays = {
  ja: ["月", "火", "水", "木", "金", "土", "日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const timeIn = (lang: Language, hour: number, minute: number) => {
  const two = String(minute).padStart(2, "0");
  if (lang === "en") return `${hour}:${two}`;
  return minute === 0 ? `${hour}時` : `${hour}時${two}分`;
};

/**
 * A moment as people say it in Tokyo: 11月25日(水)21時. With `sameDayAs` only the time, and the
 * midnight that ends that day is 24時.
 */
export const momentIn = (lang: Language, at: Instant, sameDayAs?: Instant): string => {
  const { month, day, dayOfWeek, hour, minute } = inTokyo(at);
  if (sameDayAs) {
    const isMidnight = hour === 0 && minute === 0 && at > sameDayAs;
    return timeIn(lang, isMidnight ? 24 : hour, minute);
  }
  const weekday = weekdays[lang][dayOfWeek - 1];
  const date =
    lang === "ja" ? `${month}月${day}日(${weekday})` : `${weekday}, ${months[month - 1]} ${day}, `;
  return `${date}${timeIn(lang, hour, minute)}`;
};

/**
 * The end of a span as people say it: the time alone where it ends on the day it began, 24時 at that
 * day's midnight; else with its day.
 */
export const endIn = (lang: Language, to: Instant, from: Instant): string => {
  const lastDay = todayInTokyo(later(to, { seconds: -1 }));
  return lastDay === todayInTokyo(from) ? momentIn(lang, to, from) : momentIn(lang, to);
};

/** The time alone, minutes always: 「10時05分」, 10:05. As a clock shows it, to be compared. */
export const clockIn = (lang: Language, at: Instant): string => {
  const { hour, minute } = inTokyo(at);
  const two = String(minute).padStart(2, "0");
  return lang === "ja" ? `${hour}時${two}分` : `${hour}:${two}`;
};

/** With its seconds: 「10時05分09秒」, 10:05:09. To be laid beside the clock of a phone. */
export const clockToSecondIn = (lang: Language, at: Instant): string => {
  const seconds = String(inTokyo(at).second).padStart(2, "0");
  return lang === "ja" ? `${clockIn(lang, at)}${seconds}秒` : `${clockIn(lang, at)}:${seconds}`;
};

/** A day with its year: 2026年11月1日, 1 Nov 2026. */
export const dayIn = (lang: Language, on: PlainDate): string => {
  const [year, month, day] = on.split("-").map(Number);
  return lang === "ja"
    ? `${year}年${month}月${day}日`
    : `${day} ${months[(month ?? 1) - 1]} ${year}`;
};
