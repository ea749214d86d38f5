import assert from "node:assert/strict";
import { test } from "node:test";
import { loadOf } from "./load.ts";
import { isMet, summaryOf, table } from "./report.ts";
import type { Bench } from "./types.ts";

const bench: Bench = {
  name: "x",
  says: "ours ÷ limit",
  goals: [
    { figure: "low", unit: "ratio", atMost: 1.25 },
    { figure: "high", unit: "/s", atLeast: 100 },
    { figure: "free", unit: "ms" },
  ],
  prepare: () => Promise.reject(new Error("not here")),
};

test("median, range and goals", () => {
  const rounds = [1.2, 9, 1.1].map((low) => ({ low, high: 99, free: 1234 }));
  const { lines, ...rest } = summaryOf(bench, rounds);
  assert.deepEqual(rest, { name: "x", says: "ours ÷ limit" });
  assert.deepEqual([lines[0]?.median, lines[0]?.least, lines[0]?.most], [1.2, 1.1, 9]);
  assert.deepEqual(lines.map(isMet), [true, false, true]);
  const text = table([{ ...rest, lines }]);
  assert.match(text, /low +1\.2 \[1\.1–9\] +≤ 1\.25 +✔/);
  assert.match(text, /high +99 \/s \[99–99\] +≥ 100 +✖ missed/);
});

test("a round without a figure is a fault of the bench", () => {
  assert.throws(() => summaryOf(bench, [{ low: 1, high: 1 }]), /without "free"/);
  assert.throws(() => summaryOf(bench, []), /without "low"/);
});

test("an even number of rounds has its median between the two", () => {
  const { lines } = summaryOf(
    bench,
    [1, 2].map((low) => ({ low, high: 1, free: 1 })),
  );
  assert.equal(lines[0]?.median, 1.5);
});

test("latencies by rank", () => {
  const latencies = Array.from({ length: 100 }, (_, i) => i + 1);
  assert.deepEqual(loadOf(latencies, 500), {
    count: 100,
    perSecond: 200,
    p50: 51,
    p99: 100,
    most: 100,
  });
});
