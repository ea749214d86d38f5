import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  axe,
  type Look,
  noSidewaysScroll,
  noTroubles,
  openBrowser,
  picture,
  type TestBrowser,
} from "../browser.ts";
import { openWorld, type World } from "../world/world.ts";

/** Every page that a stranger can open, in a real browser. */

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});

const paths = [
  "/terms",
  "/notes",
  "/help/guide",
  "/help/faq",
  "/help/faq?q=メール",
  "/contact",
  "/forgot-id",
  "/forgot-password",
  "/first-sign-in",
  "/confirm-address/nothing",
  "/no-such-page",
];

const looks: readonly (readonly [string, Look])[] = [
  ["hikari", { width: 390, lang: "ja", javaScript: true }],
  ["asahi", { width: 1280, lang: "en", javaScript: false }],
];

const nameOf = (path: string) => path.replace(/\W+/g, "-").replace(/^-|-$/g, "");

for (const [code, look] of looks)
  test(`open pages of ${code}, ${look.width} px, ${look.lang}`, async () => {
    const page = await browser.page(look);
    for (const path of paths) {
      await page.goto(`http://${world.hostOf(code)}${path}`);
      noTroubles(page);
      await axe(page);
      await picture(page, `open-${code}-${look.lang}-${nameOf(path)}`);
      await noSidewaysScroll(page);
    }
  });

test("every page in large text, at 320 px", async () => {
  const page = await browser.page({ width: 390, lang: "ja", javaScript: true });
  await page.goto(`http://${world.hostOf("hikari")}/`);
  await page.getByRole("button", { name: "大きく", exact: true }).click();
  for (const path of ["/", ...paths]) {
    await page.goto(`http://${world.hostOf("hikari")}${path}`);
    assert.equal(await page.getAttribute("html", "data-size"), "large");
    await noSidewaysScroll(page);
  }
});
