import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Instant, later, type PlainDate } from "../../kernel/time.ts";
import { defaultPolicy } from "../../society/index.ts";
import { coverAt } from "../after-cover/index.ts";
import {
  type FoundAccount,
  isTooMany,
  judgeAccount,
  judgeOpening,
  mailsADay,
  missOf,
  type Opened,
  passwordWayOf,
  type Reason,
} from "./rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const policy = { ...defaultPolicy, afterLoss: { readOnlyDays: 430 } };

describe("what an account and a typed address come to", () => {
  const account: FoundAccount = {
    email: "hanako@example.jp",
    secondEmail: "private@example.jp",
    lockedAt: null,
    awaitsLetter: false,
    lostOn: null,
  };
  const on = (lostOn: string) => ({ lostOn: lostOn as PlainDate });
  const cases: readonly (readonly [string, Partial<FoundAccount>, string, Reason])[] = [
    ["the first address", {}, "hanako@example.jp", "matched"],
    ["in another case", {}, "Hanako@Example.JP", "matched"],
    ["the second address", {}, "private@example.jp", "matched"],
    ["another address", {}, "hanako@example.com", "email-differs"],
    ["no address at all", { email: null, secondEmail: null }, "hanako@example.jp", "no-address"],
    ["the second one alone", { email: null }, "private@example.jp", "matched"],
    ["locked by staff", { lockedAt: now }, "hanako@example.jp", "staff-lock"],
    ["waiting for a letter", { awaitsLetter: true }, "hanako@example.jp", "awaits-letter"],
    ["locked, and another address", { lockedAt: now }, "x@example.jp", "email-differs"],
    ["cover lost yesterday", on("2026-11-19"), "hanako@example.jp", "matched"],
    ["the last day of reading", on("2025-09-17"), "hanako@example.jp", "matched"],
    ["the day after it", on("2025-09-16"), "hanako@example.jp", "cover-ended"],
  ];
  for (const [what, own, typed, reason] of cases)
    test(`${what}: ${reason}`, () => {
      const found = { ...account, ...own };
      assert.equal(judgeAccount(found, typed, coverAt(found.lostOn, { policy, now })), reason);
    });
});

describe("what a claim found", () => {
  const found = { household: 3, kanaFits: 1, birthFits: 1, memberId: "m", accountId: "a" };
  const nobody = { ...found, memberId: null, accountId: null };
  type Found = Parameters<typeof missOf>[0];
  const cases: readonly (readonly [Found, boolean, Reason | null])[] = [
    [found, true, null],
    [found, false, "no-society"],
    [{ ...nobody, household: 0, kanaFits: 0, birthFits: 0 }, true, "no-member"],
    [{ ...nobody, kanaFits: 0 }, true, "kana-differs"],
    [{ ...nobody, birthFits: 0 }, true, "birth-differs"],
    [{ ...nobody, kanaFits: 0, birthFits: 0 }, true, "person-differs"],
    // The name of one and the birth date of another.
    [nobody, true, "person-differs"],
    [{ ...nobody, memberId: "m" }, true, "not-registered"],
  ];
  for (const [one, isSociety, reason] of cases)
    test(`${JSON.stringify(one)} → ${reason}`, () => {
      assert.equal(missOf(one, isSociety), reason);
    });
});

describe("the button of a mail", () => {
  const open = { expiresAt: later(now, { minutes: 1 }), outcome: null };
  const cases: readonly (readonly [string, Parameters<typeof judgeOpening>, Opened])[] = [
    ["in time", [open, null, now], "open"],
    ["at its end", [open, null, open.expiresAt], "expired"],
    ["used, and late", [{ ...open, outcome: "used" }, null, open.expiresAt], "used"],
    ["with a newer one", [{ ...open, outcome: "replaced" }, null, now], "replaced"],
    ["of a locked account", [open, "staff-lock", now], "refused"],
    ["of which no mail went", [{ ...open, expiresAt: null }, null, now], "invalid"],
  ];
  for (const [what, given, opened] of cases)
    test(`${what}: ${opened}`, () => assert.equal(judgeOpening(...given), opened));
});

test("property: one mail a minute, and after five in a day one an hour, however often somebody asks", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 });
  fc.assert(
    fc.property(gaps, (minutes) => {
      const sent: Instant[] = [];
      let at = now;
      for (const gap of minutes) {
        at = later(at, { seconds: gap * 20 });
        const today = sent.filter((one) => one > later(at, { days: -1 }));
        const lately = { sentToday: today.length, lastSentAt: today.at(-1) ?? null };
        if (!isTooMany(lately, at)) sent.push(at);
      }
      return sent.every((one, n) => {
        const before = sent[n - 1];
        const sixth = sent[n - mailsADay];
        return (
          (before === undefined || one >= later(before, { minutes: 1 })) &&
          (sixth === undefined ||
            sixth <= later(one, { days: -1 }) ||
            (before !== undefined && one >= later(before, { hours: 1 })))
        );
      });
    }),
  );
});

test("what a page says of a password is said for all who may read it", () => {
  assert.equal(passwordWayOf(["link"]), "link");
  assert.equal(
    passwordWayOf(["provisional-by-mail", "provisional-by-mail"]),
    "provisional-by-mail",
  );
  assert.equal(passwordWayOf(["provisional-by-mail", "link"]), "mixed");
});
