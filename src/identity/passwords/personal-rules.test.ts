import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isMadeOf } from "../../kernel/known-words.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { birthDigits, isOwnData } from "./personal-rules.ts";

const hanako = {
  bornOn: "1979-08-22" as PlainDate,
  nameKana: "スズキ　ハナコ",
  memberNumber: "1204",
  names: ["hana.suzuki", "umineko7"],
};

for (const [typed, isOwn] of [
  ["xq19790822zz", true],
  ["1979-08-22 ok", true],
  ["tori/1979.8.22", true],
  ["neko790822", true],
  ["neko540822", true],
  ["kumo22081979", true],
  ["１９７９０８２２ab", true],
  ["hanako1979", true],
  ["HanakoSuzuki", true],
  ["suzuki-0822!", true],
  ["haruto-suzuki", false],
  ["はなこ1979!", true],
  ["ﾊﾅｺ1204!!", true],
  ["suzuki1204", true],
  ["hana.suzuki!1", true],
  ["umineko7!!", true],
  ["hanako-no-umi-2026", false],
  ["umi-to-yama-2026", false],
  ["tsuki-ga-kirei-7391", false],
  ["1204-kaze-fuku", false],
] as const)
  test(`${typed}: ${isOwn ? "known to others" : "her own affair"}`, () =>
    assert.equal(isOwnData(typed, hanako), isOwn));

test("a birth date in digits, of each era, and never shorter than six", () => {
  assert.ok(birthDigits("2019-05-01" as PlainDate).includes("010501"));
  assert.ok(birthDigits("1926-12-25" as PlainDate).includes("011225"));
  assert.ok(birthDigits("2001-01-02" as PlainDate).every((form) => form.length >= 6));
});

test("short pieces count for nothing, so that nobody called あい is refused everything", () => {
  assert.equal(isMadeOf("aiaiaiai", ["ai"]), false);
  assert.equal(isMadeOf("abcabc", ["abc"]), true);
  assert.equal(isMadeOf("kaze", ["hanako"]), false, "what is short without any piece");
});

test("whatever else is put around a whole birth date, it is found", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1926-12-26"), max: new Date("2025-12-31"), noInvalidDate: true }),
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      (date, before, after) => {
        const bornOn = date.toISOString().slice(0, 10) as PlainDate;
        return isOwnData(`${before} ${bornOn.replaceAll("-", "")} ${after}`, { bornOn });
      },
    ),
    { numRuns: 300 },
  );
});
