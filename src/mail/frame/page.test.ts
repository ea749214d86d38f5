import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mailPage } from "./page.ts";
import type { Page } from "./types.ts";
import { widthOf, wrap } from "./wrap.ts";

const href = `https://login.kenpo.example/confirm/${"x".repeat(43)}`;
const page: Page = {
  language: "ja",
  society: {
    name: { ja: "ひかり電機健康保険組合", en: "Hikari Electric Health Insurance Society" },
    contact: {
      tel: "03-0000-0000",
      hours: { ja: "平日 9:00〜17:00", en: "Weekdays 9:00–17:00" },
      email: "kenpo@hikari.example",
      formUrl: null,
    },
    brand: { colour: "#0b5a8a", mark: "ひ" },
  },
  subject: "登録が完了しました",
  heading: "ご登録ありがとうございます",
  paragraphs: ["会員サービスへのご登録が完了しました。", "ボタンを押してください。"],
  button: { label: "メールアドレスを確認する", href },
  small: ["お心当たりがないときは、組合までお知らせください。"],
};

const words = (html: string) =>
  html
    .replace(/<(head|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
const bare = (text: string) => text.replace(/\s/g, "");

test("both parts carry the same words, the button's address and the society's contact", () => {
  const { text, html } = mailPage(page);
  const both = [
    page.heading,
    ...page.paragraphs,
    page.button?.label,
    href,
    ...(page.small ?? []),
    "03-0000-0000",
    "平日 9:00〜17:00",
    "kenpo@hikari.example",
    "ひかり電機健康保険組合",
  ];
  for (const expected of both) {
    assert.ok(bare(text).includes(bare(expected ?? "")), `text: ${expected}`);
    assert.ok(bare(words(html)).includes(bare(expected ?? "")), `html: ${expected}`);
  }
});

test("for whom it is stands first, the code alone on its line and in one piece", () => {
  for (const [language, first] of [
    ["ja", "H.S.様"],
    ["en", "Dear H.S.,"],
  ] as const) {
    const { text, html } = mailPage({ ...page, language, initials: "H.S.", code: "493027" });
    const seen = words(html)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    assert.deepEqual(seen.slice(0, 2), [page.society.name[language], first]);
    assert.deepEqual(text.split("\n").filter(Boolean).slice(0, 2), seen.slice(0, 2));
    assert.ok(seen.includes("493027"));
    assert.ok(text.split("\n").includes("493027"));
    assert.match(html, /letter-spacing:\d+px[^>]*>493027</);
  }
  const { text, html } = mailPage(page);
  assert.doesNotMatch(text + words(html), /様|undefined/);
});

test("English pages speak English throughout", () => {
  const english = { heading: "Welcome", paragraphs: ["Done."], button: { label: "Confirm", href } };
  const { small: _, ...rest } = page;
  const { text, html } = mailPage({ ...rest, ...english, language: "en", subject: "Done" });
  assert.match(html, /<html lang="en">/);
  assert.doesNotMatch(text + html.replace(/font-family:[^"]*/g, ""), /[ぁ-んァ-ヶ一-龠]/);
});

test("what a template puts in is text, never markup", () => {
  const evil = `<script>alert(1)</script>"'&<img src=x>`;
  const { html } = mailPage({
    ...page,
    subject: evil,
    heading: evil,
    paragraphs: [evil],
    small: [evil],
    button: { label: evil, href: `https://a.example/?q="><img>` },
  });
  assert.doesNotMatch(html, /<script|<img/);
  assert.equal(bare(words(html)).split(bare(evil)).length - 1, 4);
});

test("the HTML part loads nothing and runs nothing", () => {
  const { html } = mailPage(page);
  assert.doesNotMatch(html, /<(img|link|script|iframe|form|object)\b|\bon\w+=|url\(|@import/i);
  assert.deepEqual(
    [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]),
    [href, href],
  );
});

test("lines break at 70 columns by the Japanese rules", () => {
  const line = "健康保険組合の会員サービスへのご登録が完了しました。「パスワード」は、".repeat(8);
  const lines = wrap(line).split("\n");
  assert.equal(lines.join(""), line);
  assert.ok(lines.length >= 8);
  for (const one of lines) {
    assert.ok(widthOf(one) <= 70, one);
    assert.doesNotMatch(one, /^[、。」ー]|「$/);
  }
});

test("an address on the net is never broken", () => {
  const long = `https://login.kenpo.example/${"a".repeat(200)}`;
  assert.ok(wrap(`次のアドレスを開いてください: ${long} どうぞ`).includes(long));
});

test("wrapping loses and adds nothing but white space", () => {
  const any = fc.string({ unit: fc.constantFrom(..."健康保険ーァ、。「」(a) bc.d\nｱ㈱𠮷") });
  fc.assert(fc.property(any, (text) => assert.equal(bare(wrap(text)), bare(text))));
});

test("the short ways of measuring say what the segmenter says", () => {
  const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
  const alone = fc.string({
    unit: fc.constantFrom(
      ..."あァ、。「」ー漢Ａ゛ヽ",
      "は\u3099",
      "e\u0301",
      " ",
      "a",
      "1",
      "𠮷",
      "ｱ",
    ),
  });
  const columns = (text: string) => {
    let width = 0;
    for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
    return width;
  };
  fc.assert(fc.property(alone, (text) => assert.equal(widthOf(text), columns(text))));
});
