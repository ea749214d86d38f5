import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import {
  axe,
  noSidewaysScroll,
  noTroubles,
  openBrowser,
  picture,
  type TestBrowser,
} from "../browser.ts";
import { giveDevice, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// The profile in a real browser: looked at on a phone and on a desk, and by axe.

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

type Walk = {
  readonly width: 390 | 1280;
  readonly lang: "ja" | "en";
  readonly javaScript: boolean;
};

const looksAt =
  (page: Page, { width, lang }: Walk) =>
  async (name: string) => {
    noTroubles(page);
    await axe(page);
    await noSidewaysScroll(page);
    await picture(page, `profile-${name}-${lang}-${width}`);
  };

const press = async (page: Page, selector: string) => {
  await Promise.all([page.waitForEvent("load"), page.click(selector)]);
};

/** What is still missing of a new password, as it is typed; without JavaScript the hint says it. */
const isAdvised = async (page: Page, { javaScript }: Walk) => {
  const met = () => page.locator(".advice li.is-met").count();
  assert.equal(await page.locator(".advice").isVisible(), javaScript);
  if (!javaScript) return;
  const all = await page.locator(".advice li").count();
  await page.fill("#password", "kawa");
  assert.equal(await met(), 2, "a letter, and not the user ID");
  await page.fill("#password", "kawa-to-hashi-27");
  assert.equal(await met(), all - 1, "all but the second time");
  await page.fill("#passwordAgain", "kawa-to-hashi-27");
  assert.equal(await met(), all);
  await page.locator("[data-says]", { hasText: /そろいました|Nothing is missing/ }).waitFor({
    state: "attached",
  });
};

const walk = async (own: Walk) => {
  const whose = await registered(world, "hikari");
  const phone = await giveDevice(world, whose);
  const page = await browser.page(own);
  const looks = looksAt(page, own);
  await page.goto(`http://${world.hostOf("hikari")}/profile`);
  await page.fill("#userId", whose.userId);
  await page.fill("#password", whose.password);
  await press(page, 'form[action="/sign-in"] button[type=submit]');
  await page.fill("#totpCode", phone.code());
  await press(page, "main form:has(#totpCode) button[type=submit]");
  await giveDevice(world, whose, "会社のパソコンで使っているとても長い名前の認証アプリ");
  await page.reload();
  await looks("plain");
  world.clock.advance({ minutes: 11 });
  await press(page, `a[href="/profile/factors/${phone.id}/delete"]`);
  await looks("asked-again");
  await page.fill("#password", whose.password);
  await press(page, "main form:has(#password) button[type=submit]");
  await looks("asked-code");
  await page.check(`input[value="${phone.id}"]`);
  await page.fill("#totpCode", phone.code());
  await press(page, "main form:has(#totpCode) button[type=submit]");
  await looks("delete");
  await press(page, "button.btn--danger");
  await looks("deleted");
  await page.selectOption("#method", "passkey");
  await press(page, 'form[action="/profile/method"] button[type=submit]');
  await looks("enrol-passkey");
  await page.goto(`http://${world.hostOf("hikari")}/profile/factors/new`);
  await looks("add");
  await press(page, 'form[action="/profile/factors/new"] button[type=submit]');
  await looks("choose");
  await page.check('input[value="totp"]');
  await press(page, "main form button[type=submit]");
  const key = keyOnPage(await page.content());
  await page.fill("#totpCode", codeOf(key, world.clock.now()));
  await press(page, "main form:has(#totpCode) button[type=submit]");
  await looks("codes");
  await press(page, "main form .btn--main");
  await looks("added");
  await page.selectOption("#method", "none");
  await press(page, 'form[action="/profile/method"] button[type=submit]');
  await looks("off");
  await press(page, "button.btn--danger");
  await looks("turned-off");
  await page.goto(`http://${world.hostOf("hikari")}/profile/password`);
  await isAdvised(page, own);
  await looks("password");
  await page.goto(`http://${world.hostOf("hikari")}/`);
  await looks("home");
};

const walks: readonly Walk[] = [
  { width: 390, lang: "ja", javaScript: false },
  { width: 1280, lang: "ja", javaScript: true },
  { width: 390, lang: "en", javaScript: true },
];

for (const own of walks)
  test(`looked at ${own.javaScript ? "with" : "without"} JavaScript, ${own.lang}, ${own.width} px`, () =>
    walk(own));
