import assert from "node:assert/strict";
import { test } from "node:test";
import { Check, Choices, ErrorSummary, Field, Form, Page, Steps } from "../index.ts";
import type { View } from "../view.ts";

const view: View = {
  lang: "ja",
  size: "standard",
  path: "/first-sign-in/identity?a=1",
  formToken: "token",
  requestId: "r",
  frame: {
    name: "ひかり電機健康保険組合",
    mark: "ひ",
    brandHref: "/b",
    contact: null,
    member: null,
  },
};

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((hit) => hit[1]);
const idsIn = (html: string) => all(html, / id="([^"]+)"/g);
const describersIn = (html: string) =>
  all(html, /aria-describedby="([^"]+)"/g).flatMap((ids) => ids?.split(" ") ?? []);

const base = { view, name: "birthDate", label: "生年月日", need: "must" } as const;

test("a field's label, hint and error are wired to its input", () => {
  const html = String(Field({ ...base, hint: "8桁", error: "7桁です", value: "1979822" }));
  assert.deepEqual(all(html, /for="([^"]+)"/g), ["birthDate"]);
  assert.deepEqual(describersIn(html), ["birthDate-hint", "birthDate-error"]);
  for (const id of [...describersIn(html), "birthDate"]) assert.ok(idsIn(html).includes(id), id);
  assert.match(html, /aria-invalid="true"/);
  assert.match(html, /required/);
  assert.match(html, /value="1979822"/);
  assert.match(html, /<span class="sr">エラー:<\/span>7桁です/);
  assert.ok(html.indexOf("8桁") < html.indexOf("7桁です"), "hint before error");
  assert.ok(html.indexOf("7桁です") < html.indexOf("<input"), "error before input");
});

test("a field without hint and error names neither", () => {
  const html = String(Field({ ...base, need: "may" }));
  assert.doesNotMatch(html, /aria-describedby|aria-invalid|required/);
  assert.match(html, /任意/);
});

test("radio groups and boxes are wired too, and the first radio carries the field's id", () => {
  const options = ["yes", "no"].map((value) => ({ value, label: value }));
  const radios = String(Choices({ ...base, options, value: "no", error: "選んでください" }));
  assert.deepEqual(all(radios, /<input[^>]* id="([^"]+)"/g), ["birthDate", "birthDate-2"]);
  assert.deepEqual(all(radios, /for="([^"]+)"/g), ["birthDate", "birthDate-2"]);
  assert.deepEqual(describersIn(radios), ["birthDate-error"]);
  assert.deepEqual(all(radios, /value="([^"]+)" checked/g), ["no"]);
  const box = String(Check({ ...base, error: "印を付けてください" }));
  assert.deepEqual(describersIn(box), ["birthDate-error"]);
  assert.doesNotMatch(box, / checked/);
});

test("the summary counts and links every field; a message of the whole form is its heading", () => {
  const errors = { birthDate: "7桁です", terms: "選んでください" };
  const html = String(ErrorSummary({ view, errors }));
  assert.match(html, /2か所をご確認ください/);
  assert.deepEqual(all(html, /href="([^"]+)"/g), ["#birthDate", "#terms"]);
  assert.match(html, /role="alert"[^>]*tabindex="-1"/);
  const whole = String(ErrorSummary({ view, errors: { "": "無効です。" } }));
  assert.match(whole, /<h2[^>]*>.*無効です。/);
  assert.doesNotMatch(whole, /か所|<ul>/);
  assert.equal(String(ErrorSummary({ view, errors: {} }) ?? ""), "");
  const en = { ...view, lang: "en" } as const;
  assert.match(String(ErrorSummary({ view: en, errors: { a: "x" } })), /Please check 1 field</);
});

test("the title of a page with errors says so first", () => {
  const of = (errors: Record<string, string>, lang: "ja" | "en") =>
    String(Page({ view: { ...view, lang }, title: "本人確認", kind: "sheet", errors }));
  assert.match(of({ a: "x" }, "ja"), /<title>エラー:本人確認｜ひかり電機健康保険組合<\/title>/);
  assert.match(of({ a: "x" }, "en"), /<title>Error: 本人確認｜/);
  assert.match(of({}, "ja"), /<title>本人確認｜/);
});

test("a page names its language and size, and leads back to itself", () => {
  const html = String(Page({ view: { ...view, size: "large" }, title: "a", kind: "desk" }));
  assert.match(html, /^<!doctype html><html lang="ja" data-size="large">/);
  assert.match(html, /\/preferences\/language\/en\?return=%2Ffirst-sign-in%2Fidentity%3Fa%3D1"/);
  assert.match(html, /name="return" value="\/first-sign-in\/identity\?a=1"/);
  assert.match(html, /href="\/contact"/);
});

test("a form carries its token and hidden values", () => {
  const html = String(Form({ view, action: "/x", hidden: { step: "3" } }));
  assert.match(html, /<form[^>]*method="post"[^>]*novalidate/);
  assert.match(html, /type="hidden" name="formToken" value="token"/);
  assert.match(html, /type="hidden" name="step" value="3"/);
});

test("steps say where one is, for eyes and for ears", () => {
  const html = String(Steps({ view, names: ["一", "二", "三"], current: 1 }));
  assert.match(html, /手順 2 \/ 3.*次は「三」/);
  assert.equal(all(html, /(aria-current="step")/g).length, 1);
  assert.match(html, /1 一<span class="sr">\(済み\)/);
  assert.doesNotMatch(String(Steps({ view, names: ["一", "二"], current: 1 })), /次は/);
});
