import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import {
  noSidewaysScroll,
  noTroubles,
  openBrowser,
  picture,
  type TestBrowser,
} from "../browser.ts";
import { openGallery } from "./server.ts";
import { all, htmlOf, pages, type Told } from "./shown.ts";

// Every sample in a real browser. One document is shown after another in the same page: a
// navigation for each would take minutes.

let gallery: Awaited<ReturnType<typeof openGallery>>;
let browser: TestBrowser;
before(async () => {
  [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
});
after(async () => {
  await browser.close();
  gallery.close();
  assert.deepEqual(gallery.failures, []);
});

/** Shows the document in place of the one before, under the same stylesheets. */
const put = `(html) => {
  const next = new DOMParser().parseFromString(html, "text/html");
  const { documentElement: root } = document;
  root.lang = next.documentElement.lang;
  root.dataset.size = next.documentElement.dataset.size ?? "standard";
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  return root.scrollWidth - root.clientWidth;
}`;
const show = (page: Page, html: string) =>
  page.evaluate<number>(`(${put})(${JSON.stringify(html)})`);

const first = ({ sample }: Told, lang: "ja" | "en"): string => htmlOf(sample, lang)[0] ?? "";
const mails = all.filter(({ sample }) => "mail" in sample);

const open = async (width: 390 | 1280 = 390) => {
  const page = await browser.page({ width });
  await page.goto(`${gallery.baseUrl}/gallery/parts/form?lang=ja`);
  return page;
};

test("at 320 px nobody scrolls sideways, in either language", async () => {
  const page = await open();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const told of pages)
    for (const lang of ["ja", "en"] as const)
      assert.equal(await show(page, first(told, lang)), 0, `too wide: ${told.path} ${lang}`);
});

test("mails fit a phone of 320 px too, under a policy of their own", async () => {
  const page = await browser.page({ width: 390 });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { path } of mails)
    for (const lang of ["ja", "en"] as const) {
      await page.goto(`${gallery.baseUrl}${path}?lang=${lang}`);
      await noSidewaysScroll(page);
      noTroubles(page);
    }
});

/** Elements in pairs as they follow each other, by their names, classes and roles. */
const pairsIn = (html: string): readonly string[] =>
  (html.match(/<[a-z][^>]*>/g) ?? [])
    .map((tag) => tag.replace(/ (?!class|role|type)([\w-]+)="[^"]*"/g, " $1"))
    .map((tag, i, tags) => tag + (tags[i + 1] ?? ""));

const require = createRequire(import.meta.url);
const axeSource = () =>
  readFileSync(
    createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
    "utf8",
  );
const judge = `axe.run(document, {
  iframes: false,
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`;

test("axe is content with every page that has something new, at 390 px", async () => {
  const page = await open();
  await page.evaluate(axeSource());
  const seen = new Set<string>();
  for (const told of pages.filter(({ sample }) => sample.name !== "unknown-host")) {
    const html = first(told, "ja");
    const pairs = pairsIn(html);
    if (pairs.every((pair) => seen.has(pair))) continue;
    for (const pair of pairs) seen.add(pair);
    await show(page, html);
    assert.deepEqual(await page.evaluate(judge), [], told.path);
  }
});

/** The journeys take pictures of these. */
const isTaken = ({ feature, sample }: Told) =>
  ["home", "first-sign-in-classic", "first-sign-in-new"].includes(feature) ||
  (feature === "guidance" && sample.name !== "maintenance");

/** The first state of each page: the others are alike enough for one look. */
const pictured = Object.values(
  Object.groupBy(pages, ({ feature, sample }) => `${feature} ${sample.title.ja}`),
)
  .flatMap((told = []) => told.slice(0, 1))
  .filter((told) => !isTaken(told));

for (const width of [390, 1280] as const)
  test(`a picture of each page at ${width} px, under the real headers`, async () => {
    const page = await browser.page({ width });
    for (const { path, feature, sample } of pictured) {
      await page.goto(`${gallery.baseUrl}${path}?lang=ja`);
      await picture(page, `gallery-${feature}-${sample.name}-${width}`);
      noTroubles(page);
    }
  });

test("the contents and the comparison: frames of ourselves, axe, 320 px, pictures", async () => {
  const page = await browser.page({ width: 1280 });
  const places = ["", "/sign-in/empty/frames", "/mail-check/mail-check/frames"];
  for (const [i, place] of places.entries()) {
    await page.goto(`${gallery.baseUrl}/gallery${place}?society=asahi`);
    assert.equal(page.frames().length, place === "" ? 1 : 5);
    for (const frame of page.frames().slice(1)) {
      await frame.waitForLoadState();
      assert.match(await frame.title(), /\S/);
    }
    await picture(page, `gallery-itself-${i}`);
    noTroubles(page);
    await noSidewaysScroll(page);
    await page.evaluate(axeSource());
    assert.deepEqual(await page.evaluate(judge), [], place);
  }
});
