import assert from "node:assert/strict";
import { test } from "node:test";
import { ahead } from "./ahead.ts";

async function* numbers(count: number) {
  for (let n = 0; n < count; n += 1) yield n;
}

/** Works that end when they are told to. */
const openWorks = () => {
  const begun: number[] = [];
  const works = new Map<number, PromiseWithResolvers<number>>();
  const workOf = (n: number) => {
    const work = works.get(n) ?? Promise.withResolvers<number>();
    works.set(n, work);
    return work;
  };
  return {
    begun,
    workOf,
    work: (n: number) => {
      begun.push(n);
      return workOf(n).promise;
    },
  };
};

test("answers in the order of the source, whichever ends first", async () => {
  const { work, workOf } = openWorks();
  for (const n of [3, 2, 1, 0]) workOf(n).resolve(n * 10);
  assert.deepEqual(await Array.fromAsync(ahead(numbers(4), 2, work)), [0, 10, 20, 30]);
});

test("works on so many at a time, and no more", async () => {
  const { work, workOf, begun } = openWorks();
  const results = ahead(numbers(5), 2, work);
  const first = results.next();
  for (const n of [0, 1]) workOf(n).resolve(n);
  await first;
  assert.deepEqual(begun, [0, 1]);
  await results.next();
  assert.deepEqual(begun, [0, 1, 2]);
  for (const n of [2, 3, 4]) workOf(n).resolve(n);
  assert.deepEqual(await Array.fromAsync(results), [2, 3, 4]);
});

test("a failure is told in its place, after nothing is under way any more", async () => {
  const { work, workOf } = openWorks();
  const results = ahead(numbers(3), 2, work);
  workOf(0).reject(new Error("no hash"));
  let isTold = false;
  const told = assert.rejects(results.next(), /no hash/).then(() => {
    isTold = true;
  });
  await new Promise(setImmediate);
  assert.ok(!isTold);
  workOf(1).resolve(1);
  await told;
});

test("whoever stops waits for what was begun", async () => {
  const { work, workOf } = openWorks();
  workOf(0).resolve(0);
  const results = ahead(numbers(3), 2, work);
  await results.next();
  let hasStopped = false;
  const stopped = results.return(undefined).then(() => {
    hasStopped = true;
  });
  await new Promise(setImmediate);
  assert.ok(!hasStopped);
  workOf(1).resolve(1);
  await stopped;
});

test("nothing comes of nothing", async () => {
  assert.deepEqual(await Array.fromAsync(ahead(numbers(0), 2, openWorks().work)), []);
});
