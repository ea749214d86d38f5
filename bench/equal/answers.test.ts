import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../test/http-client.ts";
import { differenceOf, seenOf } from "./answers.ts";

const answer = (body: string, cookie = "kenpo-refused=abcdef; Path=/; HttpOnly"): Answer => ({
  status: 200,
  headers: { date: "now", "content-type": "text/html", "set-cookie": [cookie] },
  body,
  location: null,
  path: "/sign-in",
});

test("what is chance or typed is the same, what could tell somebody is not", () => {
  const page = (number: string, token: string, userId: string) =>
    `<input name="formToken" value="${token}"/><b>${number}</b><i>${userId}</i>`;
  const one = seenOf(answer(page("7K2P-9DQX", "aaaa", "hanako1")), ["hanako1"]);
  const same = answer(
    page("0000-1111", "bbbb", "nobody1"),
    "kenpo-refused=ghijkl; Path=/; HttpOnly",
  );
  assert.equal(seenOf(same, ["nobody1"]), one);
  const others: readonly Answer[] = [
    { ...same, status: 429 },
    { ...same, headers: { ...same.headers, "retry-after": "1" } },
    answer(`${same.body}.`),
    answer(same.body, "kenpo-refused=abcdefg; Path=/; HttpOnly"),
    answer(same.body, "kenpo-refused=abcdef; Path=/"),
    answer(same.body, "kenpo-session=abcdef; Path=/; HttpOnly"),
    answer(page("0000-1111", "bbbbb", "nobody1")),
  ];
  for (const other of others) {
    const seen = seenOf(other, ["nobody1"]);
    assert.notEqual(seen, one);
    assert.match(differenceOf(one, seen), /≠/);
  }
});
