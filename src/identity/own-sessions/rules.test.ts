import assert from "node:assert/strict";
import { test } from "node:test";
import { asId } from "../../kernel/ids.ts";
import { judgeEnding } from "./rules.ts";

const [own, other, third] = ["1", "2", "3"].map((n) =>
  asId<"session">(`01977420-0000-7000-8000-00000000000${n}`),
);
if (!own || !other || !third) throw new Error("no ids");
const living = [own, other, third].map((id) => ({ id }));

const cases = [
  ["another one", other, living, { kind: "one", ids: [other], isOwnToo: false }],
  ["this one", own, living, { kind: "one", ids: [own], isOwnToo: true }],
  ["all others", "others", living, { kind: "others", ids: [other, third], isOwnToo: false }],
  ["all", "all", living, { kind: "all", ids: [own, other, third], isOwnToo: true }],
  [
    "all, where there is only this one",
    "all",
    [{ id: own }],
    { kind: "all", ids: [own], isOwnToo: true },
  ],
  ["others, where there are none", "others", [{ id: own }], { kind: "none" }],
  ["one that has ended, or is not theirs", "x", living, { kind: "none" }],
  ["nothing", "", living, { kind: "none" }],
] as const;

for (const [why, wanted, of, expected] of cases)
  test(`to end ${why}`, () => assert.deepEqual(judgeEnding(wanted, of, own), expected));
