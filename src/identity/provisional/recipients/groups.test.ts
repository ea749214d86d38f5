import assert from "node:assert/strict";
import { test } from "node:test";
import type { Workplace } from "../../../letters/types.ts";
import { groupLetters } from "./groups.ts";

const groupsOf = (...workplaces: readonly Workplace[]) => {
  const grouping = groupLetters();
  for (const [i, workplace] of workplaces.entries()) grouping.add(workplace, i + 1);
  return grouping.groups().map(({ workplace, ...range }) => [workplace.name, range]);
};
const of = (code: string | null, name: string | null): Workplace => ({ code, name });

test("one after the other of the same code lie under one cover, however their name is written", () => {
  assert.deepEqual(groupsOf(of("1", "本社"), of("1", "本　社"), of("2", "本社")), [
    ["本社", { count: 2, first: 1, last: 2 }],
    ["本社", { count: 1, first: 3, last: 3 }],
  ]);
});
test("without a code the name tells them apart; without either they lie together", () => {
  assert.deepEqual(groupsOf(of(null, "本社"), of(null, "支社"), of(null, null), of(null, null)), [
    ["本社", { count: 1, first: 1, last: 1 }],
    ["支社", { count: 1, first: 2, last: 2 }],
    [null, { count: 2, first: 3, last: 4 }],
  ]);
});
test("nobody, no cover", () => assert.deepEqual(groupsOf(), []));
