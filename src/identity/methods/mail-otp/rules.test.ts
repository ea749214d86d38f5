import assert from "node:assert/strict";
import { test } from "node:test";
import { asId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { codeTries, type KeptCheck } from "../../mail-check/index.ts";
import { judgeTyped } from "./judge.ts";
import { mailLimits, markOf, type Unsent, whyUnsent } from "./rules.ts";

const now = "2026-11-20T01:32:40.000Z" as Instant;
const email = "hanako@example.jp";
const nothing = { email, inHour: 0, inDay: 0, nextFrom: null, now };
const { anHour, aDay } = mailLimits;

const sendings: readonly (readonly [
  string,
  Partial<Parameters<typeof whyUnsent>[0]>,
  Unsent | null,
])[] = [
  ["the first", {}, null],
  ["no address", { email: null, inDay: aDay }, "no-address"],
  ["a mail has just gone", { nextFrom: later(now, { seconds: 1 }) }, "too-soon"],
  ["its minute is over", { nextFrom: now }, null],
  ["one below an hour's", { inHour: anHour - 1, inDay: anHour - 1 }, null],
  ["an hour's", { inHour: anHour, inDay: anHour }, "hour"],
  ["one below a day's", { inHour: 1, inDay: aDay - 1 }, null],
  ["a day's", { inHour: 1, inDay: aDay }, "day"],
  ["both", { inHour: anHour, inDay: aDay }, "day"],
  ["too soon is said first", { inDay: aDay, nextFrom: later(now, { seconds: 9 }) }, "too-soon"],
];
for (const [name, given, expected] of sendings)
  test(`sending, ${name}: ${expected ?? "goes"}`, () =>
    assert.equal(whyUnsent({ ...nothing, ...given }), expected));

const marks: readonly (readonly [string, number, string])[] = [
  ["2026-11-20T01:32:40.000Z", 1, "10:32"],
  ["2026-11-20T01:32:40.000Z", 2, "10:32 B"],
  ["2026-11-20T01:32:40.000Z", 10, "10:32 J"],
  ["2026-11-20T00:05:00.000Z", 1, "9:05"],
  ["2026-11-19T15:00:00.000Z", 3, "0:00 C"],
  ["2026-11-20T01:32:40.000Z", 0, "10:32"],
];
for (const [at, nth, mark] of marks)
  test(`mail ${nth} of ${at} is 【${mark}】`, () => assert.equal(markOf(at as Instant, nth), mark));

const check: KeptCheck = {
  id: asId("01977420-0000-7000-8000-000000000004"),
  flowId: asId("01977420-0000-7000-8000-000000000022"),
  step: "verify",
  email,
  codeMac: "",
  nth: 1,
  wrong: 0,
  sentAt: now,
  codeUntil: later(now, { minutes: 10 }),
  linkUntil: later(now, { minutes: 10 }),
  confirmedAt: null,
  mailState: "sent",
};

type Case = {
  readonly name: string;
  readonly check: KeptCheck | null;
  readonly isRight: boolean;
  readonly at?: Instant;
  /** Null: right. */
  readonly told: string | null;
  readonly isCounted?: boolean;
  readonly left?: number;
};
const last = codeTries - 1;
const cases: readonly Case[] = [
  { name: "right", check, isRight: true, told: null },
  { name: "right at the last try", check: { ...check, wrong: last }, isRight: true, told: null },
  { name: "wrong", check, isRight: false, told: "mail-otp-wrong", isCounted: true, left: 4 },
  {
    name: "wrong for the last time",
    check: { ...check, wrong: last },
    isRight: false,
    told: "mail-otp-used-up",
    isCounted: true,
  },
  { name: "used up", check: { ...check, wrong: codeTries }, isRight: true, told: "mail-otp-over" },
  { name: "taken", check: { ...check, confirmedAt: now }, isRight: true, told: "mail-otp-over" },
  { name: "none was sent", check: null, isRight: true, told: "mail-otp-none" },
  { name: "late", check, isRight: true, at: check.codeUntil, told: "mail-otp-expired" },
  { name: "late and wrong", check, isRight: false, at: check.codeUntil, told: "mail-otp-expired" },
];
for (const { name, check: newest, isRight, at = now, told, isCounted = false, left } of cases)
  test(`a code, ${name}: ${told ?? "taken"}`, () => {
    const judged = judgeTyped({ check: newest, isRight: () => isRight, now: at });
    if (told === null) {
      assert.equal(judged.kind, "right");
      assert.equal(judged.changes.length, 1, "it is taken");
      return;
    }
    assert.ok(judged.kind === "wrong");
    assert.equal(judged.errors.mailCode?.code, told);
    assert.equal(judged.errors.mailCode?.facts.left, left);
    assert.equal(judged.isCounted, isCounted);
    assert.equal(judged.changes.length, isCounted ? 1 : 0, "what is judged is counted");
  });
