import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsIn, wordsIn } from "./markup.ts";
import { all, galleries, htmlOf, pages, settingsOf } from "./shown.ts";

for (const { name, title } of galleries)
  test(`${title.en}: every sample is sound in both languages, in every society`, () => {
    for (const { feature, sample } of all.filter(({ feature }) => feature === name)) {
      if ("pdf" in sample) continue;
      for (const lang of ["ja", "en"] as const)
        for (const html of htmlOf(sample, lang))
          assert.deepEqual(faultsIn(html), [], `${feature}/${sample.name} ${lang}`);
    }
  });

/** Japanese that English pages may have: names of people, words as printed on a card, dates as typed. */
const names =
  /鈴木 花子|スズキ ハナコ|「[^」]*」|(?:昭和|平成|令和)\d+年\d+月\d+日|“[^”]{1,2}”|\([一-龠々・]+\)/g;
const japanese = /.{0,30}[ぁ-んァ-ヶ一-龠々].{0,30}/g;

test("English pages and mails say nothing in Japanese but names and labels", () => {
  for (const { feature, sample } of all) {
    if ("page" in sample && sample.isInternal) continue;
    const isJapanese =
      "mail" in sample &&
      settingsOf(sample, "en").some((setting) => sample.mail(setting).language === "ja");
    if (isJapanese) continue;
    for (const html of htmlOf(sample, "en"))
      assert.deepEqual(
        wordsIn(html).replace(names, "").match(japanese) ?? [],
        [],
        `${feature}/${sample.name}`,
      );
  }
});

test("both parts of every mail are there, and neither has a hole", () => {
  for (const { sample } of all)
    for (const lang of ["ja", "en"] as const)
      for (const setting of settingsOf(sample, lang)) {
        if (!("mail" in sample)) continue;
        const { subject, text, html } = sample.mail(setting).content;
        assert.match(subject, /\S/);
        assert.doesNotMatch(`${subject}\n${text}`, /undefined|NaN|\[object |\bnull\b/);
        assert.ok(
          html.includes(setting.society.contact.tel) && text.includes(setting.society.contact.tel),
        );
      }
});

test("no page has an inline style, script or handler", () => {
  for (const { feature, sample } of pages)
    for (const html of htmlOf(sample, "ja"))
      assert.doesNotMatch(
        html,
        / style=| on[a-z]+=|<style|<script(?![^>]* src=)|javascript:/,
        `${feature}/${sample.name}`,
      );
});

const sound = "<!doctype html><html><head><title>x</title></head><body><main><h1>x</h1>";
const wrong: readonly (readonly [string, string, RegExp])[] = [
  ["a second h1", `${sound}<h1>y</h1></main></body></html>`, /2 h1/],
  ["a level left out", `${sound}<h3>y</h3></main></body></html>`, /h3 after/],
  [
    "a field without a label",
    `${sound}<input type="text" id="a"/></main></body></html>`,
    /no label/,
  ],
  ["a list in a paragraph", `${sound}<p><ul></ul></p></main></body></html>`, /<ul> in <p>/],
  ["an open element", `${sound}<div></main></body></html>`, /closes nothing/],
  ["a name twice", `${sound}<i id="a"></i><b id="a"></b></main></body></html>`, /two elements/],
  ["a name of nothing", `${sound}<a href="#b">x</a></main></body></html>`, /nothing is #b/],
  ["a value that is not there", `${sound}undefined</main></body></html>`, /undefined/],
];

for (const [what, html, told] of wrong)
  test(`told: ${what}`, () => assert.match(faultsIn(html).join("\n"), told));
