import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isReached, nextStep } from "./plan.ts";

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 8 });
const planAndDone = names.chain((plan) =>
  fc.record({ plan: fc.constant(plan), done: fc.subarray(plan), order: fc.shuffledSubarray(plan) }),
);

test("the next step is the first of the plan that is not done, in whatever order they were done", () =>
  fc.assert(
    fc.property(planAndDone, ({ plan, done, order }) => {
      const next = nextStep(plan, done);
      const open = plan.filter((name) => !done.includes(name));
      assert.equal(next, open[0] ?? null);
      assert.equal(nextStep(plan, order), plan.find((name) => !order.includes(name)) ?? null);
    }),
  ));

test("no step after the next one is reached, and nothing outside the plan", () =>
  fc.assert(
    fc.property(planAndDone, fc.string(), ({ plan, done }, other) => {
      const next = nextStep(plan, done);
      const at = next === null ? -1 : plan.indexOf(next);
      for (const [i, name] of plan.entries())
        assert.equal(isReached(plan, done, name), next !== null && i <= at);
      if (!plan.includes(other)) assert.equal(isReached(plan, done, other), false);
    }),
  ));
