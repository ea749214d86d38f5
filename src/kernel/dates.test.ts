import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseDate } from "./dates.ts";
import { eras, formatEra } from "./eras.ts";
import type { PlainDate } from "./time.ts";

const today = "2026-11-20" as PlainDate;

const read: readonly (readonly [string, string])[] = [
  ["1979-08-22", "1979-08-22"],
  ["1979/8/22", "1979-08-22"],
  ["1979.08.22", "1979-08-22"],
  ["19790822", "1979-08-22"],
  ["1979年8月22日", "1979-08-22"],
  ["S54.8.22", "1979-08-22"],
  ["s54/08/22", "1979-08-22"],
  ["S540822", "1979-08-22"],
  ["昭54.8.22", "1979-08-22"],
  ["昭和54年8月22日", "1979-08-22"],
  ["3540822", "1979-08-22"],
  ["１９７９／８／２２", "1979-08-22"],
  ["Ｓ５４．８．２２", "1979-08-22"],
  ["３５４０８２２", "1979-08-22"],
  ["昭和５４年　８月２２日", "1979-08-22"],
  ["S54. 8.22", "1979-08-22"],
  ["㍼54年8月22日", "1979-08-22"],
  ["明治45年7月29日", "1912-07-29"],
  ["大正元年7月30日", "1912-07-30"],
  ["大正15年12月25日", "1926-12-25"],
  ["昭和元年12月25日", "1926-12-25"],
  ["昭和64年1月7日", "1989-01-07"],
  ["平成元年1月8日", "1989-01-08"],
  ["平成31年4月30日", "2019-04-30"],
  ["令和元年5月1日", "2019-05-01"],
  ["令和1年5月1日", "2019-05-01"],
  ["5010501", "2019-05-01"],
  ["1450729", "1912-07-29"],
  ["2000-02-29", "2000-02-29"],
];

const refused: readonly (readonly [string, string])[] = [
  ["", "date-unreadable"],
  ["不明", "date-unreadable"],
  ["1979-08", "date-unreadable"],
  ["79-08-22", "date-unreadable"],
  ["6010101", "date-unreadable"],
  ["0540822", "date-unreadable"],
  ["354.8.22", "date-unreadable"],
  ["X54.8.22", "date-unreadable"],
  ["1979-08-22 0:00:00", "date-unreadable"],
  ["1980-02-30", "date-no-such-day"],
  ["1900-02-29", "date-no-such-day"],
  ["19790431", "date-no-such-day"],
  ["S54.13.1", "date-no-such-day"],
  ["3540800", "date-no-such-day"],
  ["S64.3.1", "date-out-of-era"],
  ["昭和0年1月1日", "date-out-of-era"],
  ["昭和元年12月24日", "date-out-of-era"],
  ["平成31.5.1", "date-out-of-era"],
  ["平成元年1月7日", "date-out-of-era"],
  ["令和元年4月30日", "date-out-of-era"],
  ["0001-01-01", "date-out-of-range"],
  ["9999-12-31", "date-out-of-range"],
  ["5540822", "date-future"],
  ["2026-11-21", "date-future"],
];

describe("parseDate", () => {
  for (const [text, date] of read)
    test(`${text} is ${date}`, () => {
      assert.deepEqual(parseDate(text, today), { ok: true, value: date });
    });
  for (const [text, code] of refused)
    test(`「${text}」 is refused: ${code}`, () => {
      const result = parseDate(text, today);
      assert.equal(result.ok ? result.value : result.code, code);
    });
  test("without a limit the future is a day like any other", () => {
    assert.deepEqual(parseDate("5540822"), { ok: true, value: "2072-08-22" });
    assert.deepEqual(parseDate("2026-11-20", today), { ok: true, value: today });
  });

  const day = fc
    .date({ min: new Date("1868-01-25"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10) as PlainDate);

  test("property: what formatEra prints is read back as the same day", () => {
    // 令和100年 is in 2118
    fc.assert(
      fc.property(
        day.filter((on) => on < "2118"),
        (on) => assert.deepEqual(parseDate(formatEra(on)), { ok: true, value: on }),
      ),
    );
  });
  test("property: the compact form of every era is read only within that era", () => {
    const anyEra = fc.constantFrom(...eras);
    fc.assert(
      fc.property(day, anyEra, (on, era) => {
        const year = Number(on.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1;
        fc.pre(year >= 1 && year <= 99);
        const text = `${era.code}${String(year).padStart(2, "0")}${on.slice(5, 7)}${on.slice(8)}`;
        return parseDate(text).ok === (era.from <= on && on <= era.until);
      }),
    );
  });
  test("property: a space before it, which must be folded away, changes nothing", () => {
    const unit = fc.constantFrom(..."0123459MSHR昭和平成元年月日./-");
    const asWritten = fc
      .tuple(day, fc.constantFrom("-", "/", ".", ""))
      .map(([on, by]) => on.replaceAll("-", by));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), asWritten), (text) =>
        assert.deepEqual(parseDate(` ${text}`), parseDate(text)),
      ),
    );
  });
  test("property: no text makes it throw, and what it answers is a real day", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const result = parseDate(text);
        return !result.ok || Temporal.PlainDate.from(result.value).toString() === result.value;
      }),
    );
  });
  test("property: agrees with the calendar on every eight digits", () => {
    const part = (max: number) => fc.nat(max).map((n) => String(n).padStart(2, "0"));
    fc.assert(
      fc.property(fc.integer({ min: 1868, max: 2199 }), part(13), part(32), (y, m, d) => {
        const real =
          !Number.isNaN(Date.parse(`${y}-${m}-${d}`)) &&
          new Date(`${y}-${m}-${d}`).toISOString().startsWith(`${y}-${m}-${d}`);
        return parseDate(`${y}${m}${d}`).ok === real;
      }),
    );
  });
});

test("formatEra agrees with Intl on every boundary and first year", () => {
  const intl = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const days = ["1912-07-29", "1912-07-30", "1926-12-24", "1926-12-25", "1989-01-07", "1989-01-08"];
  for (const on of [...days, "2019-04-30", "2019-05-01", "2020-01-01", "1979-08-22"])
    assert.equal(formatEra(on as PlainDate), intl.format(new Date(on)));
  assert.equal(formatEra("1867-12-31" as PlainDate), "1867年12月31日");
});
