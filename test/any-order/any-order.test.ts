import assert from "node:assert/strict";
import { test } from "node:test";
import { tryAnyOrder } from "./property.ts";

// More of them, or others: KENPO_STORIES=200000 KENPO_SEED=7 scripts/node --test test/any-order/any-order.test.ts
const runs = Number(process.env.KENPO_STORIES ?? 5_000);
const seed = Number(process.env.KENPO_SEED ?? 20_261_120);

test("whatever is asked in whatever order, only who did every step gets an account", async (t) => {
  const { requests = 0, ...outcomes } = await tryAnyOrder({ runs, seed });
  t.diagnostic(`${runs} stories, ${requests} answered requests: ${JSON.stringify(outcomes)}`);
  const share = (outcome: string) => (outcomes[outcome] ?? 0) / runs;
  // Or the stories would prove little: most come to an account, and every other end is there.
  assert.ok(share("complete") > 0.4, `${share("complete")} of the stories came to an account`);
  for (const end of ["declined", "too-many-tries", "registered-elsewhere", "letter-replaced"])
    assert.ok(share(end) > 0.005, `${share(end)} of the stories ended as ${end}`);
  assert.ok(share("cover-ended") > 0.005, "covers ended");
});
