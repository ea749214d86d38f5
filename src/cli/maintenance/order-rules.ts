import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type Instant, instantInTokyo, later, type PlainDate } from "../../kernel/time.ts";

/* メンテナンス by hand: what an operator asks for. */

export type Whom =
  | { readonly kind: "society"; readonly code: string }
  | { readonly kind: "entrance"; readonly host: string }
  | { readonly kind: "all" };

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Exactly one of --society, --entrance, --all. */
export const readWhom = ({ society, entrance, all }: Values): Result<Whom> => {
  const named = [society, entrance, all].filter((one) => one !== undefined && one !== false);
  if (named.length !== 1) return refuse("whom-once");
  if (typeof society === "string") return ok({ kind: "society", code: society });
  if (typeof entrance === "string") return ok({ kind: "entrance", host: entrance });
  return ok({ kind: "all" });
};

const moment = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})$/;

const isDay = (on: string) => {
  try {
    return Temporal.PlainDate.from(on, { overflow: "reject" }).toString() === on;
  } catch {
    return false;
  }
};

/** A moment in Tokyo, such as `2026-12-01 21:00`; `24:00` is the midnight that ends its day. */
export const readMoment = (typed: string): Result<Instant> => {
  const [, on = "", hour = "", minute = ""] = moment.exec(typed.trim()) ?? [];
  const isEnd = hour === "24" && minute === "00";
  if (!isDay(on) || (!isEnd && (hour > "23" || minute > "59")))
    return refuse("moment-form", { typed });
  const day = on as PlainDate;
  return ok(
    isEnd ? later(instantInTokyo(day), { days: 1 }) : instantInTokyo(day, `${hour}:${minute}`),
  );
};

const longestReason = 200;

export type Reason = { readonly ja: string; readonly en: string } | null;

/** In both languages, or in none: half of the members would not read it. */
export const readReason = (values: Values): Result<Reason> => {
  const [ja, en] = ["reason-ja", "reason-en"].map((name) => String(values[name] ?? "").trim());
  if (!ja && !en) return ok(null);
  if (!ja || !en) return refuse("reason-pair");
  const length = Math.max([...ja].length, [...en].length);
  if (length > longestReason) return refuse("reason-long", { max: longestReason, length });
  return ok({ ja, en });
};

/** 1 to 31; 14 unless told. */
export const readAnnounceDays = (typed: string | boolean | undefined): Result<number> => {
  if (typed === undefined) return ok(14);
  const days = /^\d{1,2}$/.test(String(typed)) ? Number(typed) : 0;
  return days >= 1 && days <= 31 ? ok(days) : refuse("announce-days", { typed: String(typed) });
};
