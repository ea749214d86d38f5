import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName, isNameTaken } from "./names.ts";

test("names are told apart by what people see", () => {
  const devices = [{ name: "わたしの スマートフォン" }, { name: "iPhone" }];
  for (const same of [
    "わたしのスマートフォン",
    "わたしの　スマートフォン",
    "ｉＰｈｏｎｅ",
    "IPHONE",
    "ワタシのスマートフォン",
  ])
    assert.ok(isNameTaken(same, devices), same);
  assert.equal(isNameTaken("iPhone 2", devices), false);
});

test("an offered name is always free", () => {
  const names: { name: string }[] = [];
  for (const expected of ["My phone", "My phone 2", "My phone 3"]) {
    const name = freeName("My phone", names);
    assert.equal(name, expected);
    names.push({ name });
  }
  assert.equal(freeName("My phone", [{ name: "Tablet" }, { name: "my phone" }]), "My phone 2");
});
