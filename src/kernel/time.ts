declare const brand: unique symbol;
/** An instant as `2026-11-20T01:02:03.004Z`: always UTC, always milliseconds, so `<` is right. */
export type Instant = string & { readonly [brand]: "Instant" };
/** A calendar day as `1979-08-22`, so `<` is right. */
export type PlainDate = string & { readonly [brand]: "PlainDate" };
/** A month as `2026-11`. */
export type YearMonth = string & { readonly [brand]: "YearMonth" };

/** Where time comes from. Only `platform/clock` reads the machine's. */
export type Clock = { readonly now: () => Instant };

export type Span = {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
};

const spanMs = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span) =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;
export const epochMsOf = (at: Instant): number => Date.parse(at);

/** `at` later by `span`; a negative span is earlier. */
export const later = (at: Instant, span: Span): Instant => instantOf(epochMsOf(at) + spanMs(span));
export const secondsBetween = (from: Instant, to: Instant): number =>
  (epochMsOf(to) - epochMsOf(from)) / 1000;

const people = "Asia/Tokyo";

/** The wall clock of people (Asia/Tokyo), whatever `TZ` says. */
export const inTokyo = (at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(people);

export const todayInTokyo = (at: Instant): PlainDate =>
  inTokyo(at).toPlainDate().toString() as PlainDate;

/** The instant at which a clock in Tokyo shows this day and time (`HH:MM`). */
export const instantInTokyo = (on: PlainDate, time = "00:00"): Instant =>
  instantOf(Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(people).epochMilliseconds);
