import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
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
import { chosenPassword, newUserId } from "./stories.ts";

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
after(async () => {
  assert.deepEqual(world.failures, []);
  await browser.close();
  await world.close();
});

/** Each society once on a phone and once on a desk, over languages and with or without JavaScript. */
const looks: readonly (readonly [string, Look])[] = [
  ["hikari", { width: 390, lang: "ja", javaScript: true }],
  ["hikari", { width: 1280, lang: "en", javaScript: false }],
  ["minato", { width: 390, lang: "en", javaScript: true }],
  ["minato", { width: 1280, lang: "ja", javaScript: false }],
  ["kaede", { width: 390, lang: "ja", javaScript: false }],
  ["kaede", { width: 1280, lang: "en", javaScript: true }],
];

const words = {
  ja: {
    signIn: "ログイン",
    check: "確認",
    toConfirm: "入力内容確認",
    run: "実行",
    menu: "メニューへ",
    title: [
      "本人確認画面",
      "個人情報入力画面",
      "入力確認画面",
      "パスワード紛失等の注意事項出力画面",
    ],
    confirm: "このアドレスを確認する",
    signOut: "ログアウト",
  },
  en: {
    signIn: "Sign in",
    check: "Check",
    toConfirm: "Check the details",
    run: "Register",
    menu: "To the menu",
    title: [
      "Identity check",
      "Your details",
      "Check what you typed",
      "Registration done: please read",
    ],
    confirm: "Confirm this address",
    signOut: "Sign out",
  },
};

const looksRight = async (page: Page, name: string) => {
  noTroubles(page);
  await axe(page);
  await picture(page, name);
  await noSidewaysScroll(page);
};

for (const [code, look] of looks) {
  const lang = look.lang ?? "ja";
  const name = `${code}-${look.width}-${lang}-${look.javaScript ? "js" : "nojs"}`;
  describe(`${code} in a browser: ${look.width}px, ${lang}, JavaScript ${look.javaScript ? "on" : "off"}`, () => {
    test("from the letter to home, with every page looked at", async () => {
      const say = words[lang];
      const press = (button: string) =>
        page.getByRole("button", { name: button, exact: true }).click();
      const heading = (index: number) =>
        page.getByRole("heading", { level: 1, name: say.title[index] ?? "" }).waitFor();
      const person = await world.insuredPerson(code);
      const letter = await world.letterFor(code, person);
      const email = `${name}@example.jp`;
      const userId = newUserId();
      const page = await browser.page(look);
      await page.goto(`http://${world.hostOf(code)}/`);
      await looksRight(page, `${name}-1-sign-in`);
      await page.fill("#userId", letter.userId);
      await page.fill("#password", "wrong");
      await press(say.signIn);
      await looksRight(page, `${name}-2-sign-in-refused`);
      await page.fill("#password", letter.password);
      await press(say.signIn);

      await heading(0);
      await looksRight(page, `${name}-3-identity`);
      await page.fill("#birthDate", "1979822");
      await press(say.check);
      await page.locator("#summary-title").waitFor();
      await looksRight(page, `${name}-4-identity-errors`);
      assert.equal(await page.inputValue("#birthDate"), "1979822");
      await page.fill("#insurerNumber", world.society(code).insurerNumber);
      await page.fill("#birthDate", "19790822");
      await page.check("#terms");
      await press(say.check);

      await heading(1);
      await looksRight(page, `${name}-5-details`);
      await page.fill("#userId", "短い");
      await page.fill("#password", "password1");
      await page.fill("#email", "hanako.example.jp");
      await press(say.toConfirm);
      await page.locator("#summary-title").waitFor();
      await looksRight(page, `${name}-6-details-errors`);
      assert.equal(await page.inputValue("#password"), "");
      await page.fill("#userId", userId);
      await page.fill("#password", chosenPassword);
      await page.fill("#passwordAgain", chosenPassword);
      await page.fill("#email", email);
      await press(say.toConfirm);

      await heading(2);
      await looksRight(page, `${name}-7-confirm`);
      await page.goBack();
      await heading(1);
      await page.goForward();
      await heading(2);
      await press(say.run);

      await heading(3);
      await looksRight(page, `${name}-8-completed`);
      await page.getByRole("link", { name: say.menu }).click();
      await page.getByRole("heading", { level: 1, name: "鈴木　花子" }).waitFor();
      await looksRight(page, `${name}-9-home`);

      const [mail] = await world.mailsTo(email);
      const link = /http\S+\/confirm-address\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
      await page.goto(link);
      await looksRight(page, `${name}-10-confirm-address`);
      await press(say.confirm);
      await looksRight(page, `${name}-11-address-confirmed`);
      await page.goto(`http://${world.hostOf(code)}/`);
      if (look.width === 390) await page.locator("summary").first().click();
      await page.getByRole("button", { name: say.signOut }).locator("visible=true").first().click();
      await page.getByRole("heading", { level: 1, name: say.signIn }).waitFor();
      await looksRight(page, `${name}-12-signed-out`);
    });
  });
}
