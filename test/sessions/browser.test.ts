import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { axe, noSidewaysScroll, noTroubles, openBrowser, type TestBrowser } from "../browser.ts";
import { type Device, giveDevice, type Registered, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// What a page says by itself of its session's end: in a real browser, whose clock the story moves too.

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

const press = async (page: Page, selector: string) => {
  await Promise.all([page.waitForEvent("load"), page.click(selector)]);
};

const signsIn = async (page: Page, whose: Registered, phone: Device) => {
  await page.fill("#userId", whose.userId);
  await page.fill("#password", whose.password);
  await press(page, 'form[action="/sign-in"] button[type=submit]');
  await page.fill("#totpCode", phone.code());
  await press(page, "main form:has(#totpCode) button[type=submit]");
};

/** Time goes by, here and there. */
const waits = async (page: Page, seconds: number) => {
  world.clock.advance({ seconds });
  await page.clock.fastForward(seconds * 1000);
};

const soon = 'p[data-leaving="soon"]';

test("two minutes before the end a page says so; what was typed when it has come is not lost", async () => {
  const whose = await registered(world, "hikari");
  const phone = await giveDevice(world, whose);
  const page = await browser.page({ width: 390 });
  await page.clock.install();
  await page.goto(`http://${world.hostOf("hikari")}/profile/factors/${phone.id}/rename`);
  await signsIn(page, whose, phone);
  assert.equal(await page.isVisible(soon), false);

  await waits(page, 28 * 60);
  await page.waitForSelector(soon);
  assert.match(await page.innerText(soon), /まもなくログアウトします[\s\S]*にログアウトします。/);
  noTroubles(page);
  await axe(page);
  await noSidewaysScroll(page);
  await page.click(".leaving button");
  await page.waitForSelector(soon, { state: "hidden" });

  await waits(page, 28 * 60);
  await page.waitForSelector(soon);
  await page.fill("#name", "会社のスマートフォン");
  await waits(page, 2 * 60);
  await page.waitForSelector('p[data-leaving="over"]');
  await press(page, "main form button[type=submit]");
  assert.match(await page.innerText("main"), /お預かりしています/);
  await signsIn(page, whose, phone);
  assert.equal(await page.inputValue("#name"), "会社のスマートフォン");

  // Nothing typed since: the page itself leads to the sign-in.
  await waits(page, 28 * 60);
  await page.waitForSelector(soon);
  const load = page.waitForEvent("load");
  await waits(page, 2 * 60);
  await load;
  assert.match(page.url(), /\/sign-in\?to=/);

  // A question is received signed out as well: the page is left as it is.
  await signsIn(page, whose, phone);
  await page.goto(`http://${world.hostOf("hikari")}/contact`);
  await page.selectOption("#topic", "other");
  await page.fill("#text", "長く考えて書いた質問です。");
  await page.fill("#address", "hana@example.jp");
  await waits(page, 28 * 60);
  await page.waitForSelector(soon);
  await waits(page, 2 * 60);
  await page.waitForSelector('p[data-leaving="over"]');
  await press(page, 'form[action="/contact"] button[type=submit]');
  assert.match(page.url(), /\/contact\/sent$/);
  noTroubles(page);
});
