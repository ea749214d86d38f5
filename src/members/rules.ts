// 資格・年齢: whether a person is covered, and how old, on a day.
import type { PlainDate } from "../kernel/time.ts";
import type { Eligibility } from "./types.ts";

/** 資格喪失日 is the first day without cover. */
export const isCovered = ({ acquiredOn, lostOn }: Eligibility, on: PlainDate): boolean =>
  acquiredOn <= on && (lostOn === null || on < lostOn);

/** 成年: 18 years (民法4条, since 2022-04-01). */
export const adultAge = 18;

/** The latest day on which one can be born to be `years` old. */
export const bornBy = (years: number, on: PlainDate): PlainDate => {
  const year = Number(on.slice(0, 4)) - years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = on.endsWith("-02-29") && !isLeap ? "-02-28" : on.slice(4);
  return `${String(year).padStart(4, "0")}${day}` as PlainDate;
};

/** Who was born on 29 February is older from 1 March on in other years. */
export const isAdult = (bornOn: PlainDate, on: PlainDate): boolean =>
  bornOn <= bornBy(adultAge, on);
