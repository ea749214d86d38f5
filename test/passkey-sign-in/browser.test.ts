import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, noTroubles, openBrowser, type TestBrowser } from "../browser.ts";
import { openWorld, type World } from "../world/world.ts";

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

const signIn = "パスキーでログイン";

for (const code of ["hikari", "asahi"])
  test(`${code}: the button is there where the browser knows passkeys, beside the password`, async () => {
    const page = await browser.page();
    await page.goto(`http://${world.hostOf(code)}/sign-in`);
    assert.ok(await page.getByRole("button", { name: signIn }).isVisible());
    assert.ok(await page.getByRole("button", { name: "ログイン", exact: true }).isVisible());
    assert.ok(!(await page.locator("[data-passkey-failed]").isVisible()));
    await axe(page);
    noTroubles(page);
  });

test("a phone without a passkey: told in words, and pressed once more it asks once more", async () => {
  const page = await browser.page();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable", {});
  // A phone without any passkey of ours.
  const options = {
    ...({ protocol: "ctap2", transport: "internal" } as const),
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  };
  await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  await page.goto(`http://${world.hostOf("hikari")}/sign-in`);
  for (let times = 0; times < 2; times += 1) {
    await page.getByRole("button", { name: signIn }).click();
    await page.getByRole("alert").getByText("パスキーでログインできませんでした。").waitFor();
  }
  await axe(page);
  noTroubles(page);
});

test("without JavaScript there is no button that could do nothing", async () => {
  const page = await browser.page({ javaScript: false });
  await page.goto(`http://${world.hostOf("hikari")}/sign-in`);
  assert.ok(!(await page.getByText(signIn, { exact: true }).isVisible()));
  assert.ok(await page.getByRole("button", { name: "ログイン", exact: true }).isVisible());
  await axe(page);
});
