import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { assets, brandStylesheet, scriptHref, stylesheetHref } from "../assets.ts";

const textAt = (path: string) => {
  const asset = assets.serve(path);
  assert.ok(asset, path);
  assert.deepEqual(gunzipSync(asset.gzip), Buffer.from(asset.body));
  return Buffer.from(asset.body).toString("utf8");
};

test("the stylesheet asks nothing of a browser that iOS 13 and Chrome 69 do not have", () => {
  const css = textAt(stylesheetHref);
  assert.doesNotMatch(css, /@layer|@property|@container|:is\(|:where\(|:has\(|:not\([^)]*,/);
  assert.doesNotMatch(css, /color-mix|clamp\(|aspect-ratio|[;{]inset:|[;{]translate:|url\(/);
  const blocks = [...css.matchAll(/\{([^{}]*)\}/g)].map((hit) => hit[1] ?? "");
  const flexible = blocks.filter((block) => /display:(inline-)?flex/.test(block));
  assert.ok(flexible.length > 10);
  assert.deepEqual(
    flexible.filter((block) => /(^|;)(grid-)?gap:/.test(block)),
    [],
  );
});

test("a rule with :focus-visible holds nothing that older browsers must see", () => {
  const css = textAt(stylesheetHref);
  const selectors = [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].map((hit) => hit[1] ?? "");
  const mixed = selectors
    .filter((list) => list.includes(":focus-visible"))
    .filter((list) => list.split(",").some((one) => !one.includes(":focus-visible")));
  assert.deepEqual(mixed, []);
  assert.ok(selectors.some((list) => list.includes("button:focus,") || list.endsWith(":focus")));
});

test("every custom property that is used is set", () => {
  const css = textAt(stylesheetHref);
  const set = new Set([...css.matchAll(/(--[\w-]+):/g)].map((hit) => hit[1]));
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map((hit) => hit[1]);
  assert.deepEqual(
    [...new Set(used)].filter((name) => !set.has(name)),
    [],
  );
});

test("the client script is there and is no module", () => {
  assert.match(textAt(scriptHref("page")), /data-sending/);
  assert.equal(assets.serve(scriptHref("page"))?.type, "text/javascript; charset=utf-8");
});

test("the scripts of a page that needs both are no more than 6 KB on the line", () => {
  const sent = [scriptHref("page"), scriptHref("passkey")].map((href) => assets.serve(href)?.gzip);
  const bytes = sent.reduce((sum, gzip) => sum + (gzip?.length ?? Number.NaN), 0);
  assert.ok(bytes <= 6 * 1024, `${bytes} bytes`);
});

test("a brand's stylesheet sets the colour and nothing else", () => {
  assert.equal(textAt(brandStylesheet("#006173")), ":root{--brand:#006173}");
  assert.notEqual(brandStylesheet("#006173"), brandStylesheet("#006174"));
});

test("anything else is not there", () => {
  const known = brandStylesheet("#006173");
  for (const path of [
    "/assets/",
    "/assets/portal.css",
    "/assets/portal.000000000000.css",
    "/assets/../styles/base.css",
    known.replace("006173", "006174"),
    `${known}?x`,
    known.toUpperCase(),
  ])
    assert.equal(assets.serve(path), undefined, path);
});
