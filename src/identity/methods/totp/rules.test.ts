import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { bytesOfBase32, codeOf, hotp } from "../../../../test/authenticators/totp.ts";
import type { FactorId } from "../../../kernel/ids.ts";
import { type Instant, instantOf, later } from "../../../kernel/time.ts";
import { codesOf, newSeed } from "./codes.ts";
import { judgeCode, lastUsed, noStep, stepAt } from "./rules.ts";

// Codes are made by the app of the tests, and judged by what the portal has: neither knows the other.

const seeds = fc.constant(null).map(newSeed);
const instants = fc
  .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2126, 0) })
  .map((ms) => instantOf(ms));
/** One pair of steps in a million has the same code: those are another test's. */
const distinct = (seed: string, now: Instant): void => {
  const codes = [-2, -1, 0, 1, 2].map((off) => codeOf(seed, later(now, { seconds: 30 * off })));
  fc.pre(new Set(codes).size === codes.length);
};
const runs = { numRuns: 500 };

type Try = { readonly seed: string; readonly code: string; readonly now: Instant };
const judge = ({ seed, code, now }: Try, lastStep = noStep) =>
  judgeCode(codesOf(seed, code), lastStep, now);

test("at any moment the code of the step, the one before and the one after pass, as their steps", () => {
  fc.assert(
    fc.property(seeds, instants, fc.constantFrom(-1, 0, 1), (seed, now, off) => {
      distinct(seed, now);
      const code = codeOf(seed, later(now, { seconds: 30 * off }));
      assert.deepEqual(judge({ seed, code, now }), { ok: true, value: stepAt(now) + off });
    }),
    runs,
  );
});

test("codes of other steps fail, and of other seeds, and of any digits", () => {
  const near = (seed: string, now: Instant) =>
    [-1, 0, 1].map((off) => codeOf(seed, later(now, { seconds: 30 * off })));
  const wrongs = fc.record({
    off: fc.integer({ min: 2, max: 2880 }).chain((far) => fc.constantFrom(far, -far)),
    other: seeds,
    digits: fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, "0")),
  });
  fc.assert(
    fc.property(seeds, instants, wrongs, (seed, now, { off, other, digits }) => {
      const codes = [codeOf(seed, later(now, { seconds: 30 * off })), codeOf(other, now), digits];
      for (const code of codes) {
        // One in a million is the same by chance.
        const isSame = near(seed, now).includes(code);
        const facts = { at: now };
        const expected = { ok: false, code: "totp-wrong", facts };
        if (!isSame) assert.deepEqual(judge({ seed, code, now }), expected);
      }
    }),
    runs,
  );
});

test("whatever is typed in whatever order, each step passes once and none after a later one", () => {
  const tries = fc.array(
    fc.record({ wait: fc.integer({ min: -40, max: 70 }), off: fc.integer({ min: -2, max: 2 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(seeds, instants, tries, (seed, start, all) => {
      let [now, last] = [start, noStep];
      const taken: number[] = [];
      for (const { wait, off } of all) {
        now = later(now, { seconds: wait });
        const judged = judge(
          { seed, code: codeOf(seed, later(now, { seconds: 30 * off })), now },
          last,
        );
        if (judged.ok) taken.push(judged.value);
        if (judged.ok) last = judged.value;
      }
      assert.deepEqual(
        taken,
        [...new Set(taken)].toSorted((a, b) => a - b),
      );
    }),
    runs,
  );
});

test("the same code once more is told from a wrong one, and so is an older one", () => {
  fc.assert(
    fc.property(seeds, instants, (seed, now) => {
      distinct(seed, now);
      const codeAgo = (seconds: number) => codeOf(seed, later(now, { seconds: -seconds }));
      const last = stepAt(now);
      const used = { ok: false, code: "totp-used", facts: {} };
      assert.deepEqual(judge({ seed, code: codeAgo(0), now }, last), used);
      assert.deepEqual(judge({ seed, code: codeAgo(30), now }, last), used);
      assert.ok(judge({ seed, code: codeAgo(-30), now }, last).ok);
    }),
    runs,
  );
});

test("two steps of one code: it is the newer one's, and good once", () => {
  const now = "2026-11-20T01:32:40.000Z" as Instant;
  const isCodeOf = (step: number) => step !== stepAt(now);
  assert.deepEqual(judgeCode(isCodeOf, noStep, now), { ok: true, value: stepAt(now) + 1 });
  assert.equal(judgeCode(isCodeOf, stepAt(now) + 1, now).ok, false);
});

test("every step is asked, right or wrong: the time tells nothing", () => {
  const now = "2026-11-20T01:32:40.000Z" as Instant;
  for (const right of [-1, 0, 1, 2]) {
    const asked: number[] = [];
    judgeCode(
      (step) => asked.push(step - stepAt(now)) > 0 && step - stepAt(now) === right,
      noStep,
      now,
    );
    assert.deepEqual(asked, [-1, 0, 1]);
  }
});

test("the library that verifies and the app of the tests make the same codes, far beyond our time", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 2 ** 40 }), (seed, step) => {
      const [code, next] = [step, step + 1].map((one) => hotp(bytesOfBase32(seed), one));
      fc.pre(code !== next);
      assert.ok(codesOf(seed, code ?? "")(step));
      assert.equal(codesOf(seed, next ?? "")(step), false);
    }),
    { numRuns: 200 },
  );
});

test("a seed has 160 bits, and none is like another", () => {
  const all = Array.from({ length: 1000 }, newSeed);
  assert.equal(new Set(all).size, 1000);
  for (const seed of all) assert.equal(bytesOfBase32(seed).length, 20);
});

describe("devices", () => {
  const device = (name: string, addedAt: string, usedAt: string | null = null) => ({
    id: name as FactorId,
    name,
    addedAt: addedAt as Instant,
    usedAt: usedAt as Instant | null,
  });
  const cases: readonly (readonly [
    string,
    readonly ReturnType<typeof device>[],
    string | undefined,
  ])[] = [
    ["none", [], undefined],
    ["one", [device("a", "2026-01-01")], "a"],
    [
      "the last used",
      [device("a", "2026-01-01", "2026-03-01"), device("b", "2026-02-01", "2026-02-02")],
      "a",
    ],
    [
      "a new one was used when it was added",
      [device("a", "2026-01-01", "2026-02-01"), device("b", "2026-03-01")],
      "b",
    ],
    ["none used yet", [device("a", "2026-01-01"), device("b", "2026-03-01")], "b"],
  ];
  for (const [name, devices, expected] of cases)
    test(`at hand: ${name}`, () => assert.equal(lastUsed(devices)?.id, expected));
});
