import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toKeep } from "./rules.ts";

const path = "/profile/factors/1/rename";
type Fields = Readonly<Record<string, string>>;
type Case = readonly [why: string, form: Fields, names: readonly string[], kept: Fields | null];

const cases: readonly Case[] = [
  ["what the list says", { name: "スマホ", other: "x" }, ["name"], { name: "スマホ" }],
  ["what was left empty, beside more", { a: "", b: "1" }, ["a", "b"], { a: "", b: "1" }],
  ["nothing that was typed", { a: "" }, ["a"], null],
  ["a field that was not sent", {}, ["a"], null],
  ["never a password, also where a list says so", { password: "x" }, ["password"], null],
  ["nor a code", { mailCode: "123456", a: "1" }, ["mailCode", "a"], { a: "1" }],
  ["nor what is longer than any field", { b: "x".repeat(2001), a: "1" }, ["a", "b"], { a: "1" }],
  ["nor the token of the form", { formToken: "x" }, ["formToken"], null],
];

for (const [why, form, names, kept] of cases)
  test(`kept is ${why}`, () => assert.deepEqual(toKeep(form, names, path), kept));

test("a path that no page of ours has keeps nothing", () => {
  assert.equal(toKeep({ a: "1" }, ["a"], `/${"x".repeat(200)}`), null);
});

test("whatever is sent, nothing is kept but what the list names, as it was typed", () => {
  const names: fc.Arbitrary<string> = fc.constantFrom(
    "name",
    "email",
    "password",
    "newPasswordAgain",
    "proof",
    "turn",
  );
  const form = fc.dictionary(names, fc.string());
  fc.assert(
    fc.property(form, fc.array(names), (typed, listed) => {
      for (const [name, value] of Object.entries(toKeep(typed, listed, path) ?? {})) {
        assert.ok(listed.includes(name) && typed[name] === value, name);
        assert.doesNotMatch(name, /password|proof|turn/i);
      }
    }),
  );
});
