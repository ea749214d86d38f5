import { z } from "zod";
import { count, dial } from "./dial.ts";

export const maintenance = z
  .strictObject({
    dayOfMonth: dial(count(1, 28).default(25), {
      ja: "メンテナンスの日",
      en: "Day of the month",
    }),
    from: dial(
      z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .default("21:00"),
      {
        ja: "始まりの時刻(日本時間)",
        en: "Start, HH:MM in Asia/Tokyo",
      },
    ),
    to: dial(
      z
        .string()
        .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
        .default("24:00"),
      {
        ja: "終わりの時刻(日本時間、24:00まで)",
        en: "End on the same day, HH:MM in Asia/Tokyo, 24:00 at the latest",
      },
    ),
    onNonWorkingDay: dial(z.enum(["earlier", "same-day"]).default("earlier"), {
      ja: "土曜日・日曜日・祝日にあたる時(繰り上げ、そのまま)",
      en: "On Saturday, Sunday or a holiday: the working day before, or the same day",
    }),
    announceDays: dial(count(1, 31).default(14), {
      unit: "days",
      ja: "何日前から知らせるか",
      en: "How many days ahead it is announced on the sign-in page",
    }),
  })
  .nullable();
