import assert from "node:assert/strict";
import { test } from "node:test";
import { testClock } from "../../../test/clock.ts";
import { lately } from "./lately.ts";

const hours = 3_600_000;

const counting = (patienceMs = hours) => {
  const clock = testClock();
  let asked = 0;
  let answer: () => Promise<number> = async () => asked;
  const ask = () => {
    asked += 1;
    return answer();
  };
  const read = lately({ clock, seconds: 5, patienceMs, ask });
  const answers = (next: typeof answer) => {
    answer = next;
  };
  return { clock, read, answers, asked: () => asked };
};

test("however many ask, and however often, it is looked up once in five seconds", async () => {
  const { clock, read } = counting();
  assert.deepEqual(await Promise.all([read(), read(), read()]), [1, 1, 1]);
  clock.advance({ seconds: 4 });
  assert.equal(await read(), 1);
  clock.advance({ seconds: 1 });
  assert.equal(await read(), 2);
});

test("a clock that was set back does not keep an answer", async () => {
  const { clock, read } = counting();
  await read();
  clock.advance({ hours: -1 });
  assert.equal(await read(), 2);
});

test("a failure is null, and no older answer stands in for it", async () => {
  const { clock, read, answers } = counting();
  assert.equal(await read(), 1);
  clock.advance({ seconds: 5 });
  answers(() => Promise.reject(new Error("away")));
  assert.equal(await read(), null);
  answers(async () => 7);
  clock.advance({ seconds: 5 });
  assert.equal(await read(), 7);
});

test("who asks something that hangs gets null, and it is not asked again meanwhile", async () => {
  const { clock, read, answers, asked } = counting(1);
  const hanging = Promise.withResolvers<number>();
  answers(() => hanging.promise);
  assert.equal(await read(), null);
  clock.advance({ seconds: 60 });
  assert.equal(await read(), null);
  assert.equal(asked(), 1);
  hanging.resolve(9);
  await hanging.promise;
  assert.equal(await read(), 9);
  assert.equal(asked(), 1);
});
