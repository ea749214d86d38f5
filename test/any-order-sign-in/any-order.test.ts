import assert from "node:assert/strict";
import { test } from "node:test";
import { tryAnyOrder } from "./property.ts";

// More of them, or others: KENPO_STORIES=200000 KENPO_SEED=7 scripts/node --test test/any-order-sign-in/any-order.test.ts
const runs = Number(process.env.KENPO_STORIES ?? 5_000);
const seed = Number(process.env.KENPO_SEED ?? 20_261_120);

test("whatever is asked in whatever order, only who shows what is enrolled and demanded gets in", async (t) => {
  const { requests = 0, ...outcomes } = await tryAnyOrder({ runs, seed });
  t.diagnostic(`${runs} stories, ${requests} answered requests: ${JSON.stringify(outcomes)}`);
  const share = (outcome: string) => (outcomes[outcome] ?? 0) / runs;
  // Or the stories would prove little.
  assert.ok(share("complete") > 0.4, `${share("complete")} of the stories came to a session`);
  for (const end of ["changed", "factor-locked"])
    assert.ok(share(end) > 0.01, `${share(end)} of the stories ended as ${end}`);
  for (const amr of ["otp", "mail", "passkey", "recovery"])
    assert.ok(share(`session: password ${amr}`) > 0.005, `sessions by ${amr}`);
});
