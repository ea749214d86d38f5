import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { formatEra } from "../../src/kernel/eras.ts";
import { type Look, openBrowser, type TestBrowser } from "../browser.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  type Holder,
  holdersOf,
  issuesLetters,
  looksRight,
  pressSignOut,
} from "./browser-stories.ts";
import { chosenPassword, newUserId } from "./stories.ts";

/** From a members file to the home page, as the society and the member do it. */

let world: World;
let browser: TestBrowser;
const holders = new Map<string, readonly Holder[]>();
const folder = mkdtempSync(join(tmpdir(), "kenpo-letters-"));

before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  for (const code of ["hikari", "minato", "kaede"]) {
    await issuesLetters(world, folder, code);
    holders.set(code, await holdersOf(world, folder, code));
  }
});
after(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** Each society on a phone and on a desk, over languages, with and without JavaScript. */
const looks: readonly (readonly [code: string, letter: number, look: Look])[] = [
  ["hikari", 0, { width: 390, lang: "ja", javaScript: true }],
  ["hikari", 1, { width: 1280, lang: "en", javaScript: false }],
  ["minato", 0, { width: 390, lang: "en", javaScript: true }],
  ["minato", 1, { width: 1280, lang: "ja", javaScript: false }],
  ["kaede", 0, { width: 390, lang: "ja", javaScript: false }],
  ["kaede", 1, { width: 1280, lang: "en", javaScript: true }],
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

type Story = {
  readonly page: Page;
  readonly name: string;
  readonly say: (typeof words)["ja"];
  readonly code: string;
  readonly email: string;
};

const press = ({ page }: Story, button: string) =>
  page.getByRole("button", { name: button, exact: true }).click();
const heading = ({ page, say }: Story, index: number) =>
  page.getByRole("heading", { level: 1, name: say.title[index] ?? "" }).waitFor();
const refused = ({ page }: Story) => page.locator("#summary-title").waitFor();

const signsInWithTheLetter = async (story: Story, letter: Holder) => {
  const { page, name, say, code } = story;
  await page.goto(`http://${world.hostOf(code)}/`);
  await looksRight(page, `${name}-1-sign-in`);
  await page.fill("#userId", letter.userId);
  await page.fill("#password", "wrong");
  await press(story, say.signIn);
  await refused(story);
  await looksRight(page, `${name}-2-sign-in-refused`);
  assert.equal(await page.inputValue("#userId"), letter.userId);
  await page.fill("#password", letter.password);
  await press(story, say.signIn);
  await heading(story, 0);
};

const provesWhoTheyAre = async (story: Story, bornOn: string) => {
  const { page, name, say, code } = story;
  await looksRight(page, `${name}-3-identity`);
  await page.fill("#birthDate", "1979822");
  await press(story, say.check);
  await refused(story);
  await looksRight(page, `${name}-4-identity-errors`);
  assert.equal(await page.inputValue("#birthDate"), "1979822");
  await page.fill("#insurerNumber", world.society(code).insurerNumber);
  await page.fill("#birthDate", bornOn);
  await page.check("#terms");
  await press(story, say.check);
  await heading(story, 1);
};

const choosesIdAndPassword = async (story: Story) => {
  const { page, name, say, email } = story;
  await looksRight(page, `${name}-5-details`);
  await page.fill("#userId", "短い");
  await page.fill("#password", "password1");
  await page.fill("#email", "hanako.example.jp");
  await press(story, say.toConfirm);
  await refused(story);
  await looksRight(page, `${name}-6-details-errors`);
  assert.equal(await page.inputValue("#password"), "");
  await page.fill("#userId", newUserId());
  await page.fill("#password", chosenPassword);
  await page.fill("#passwordAgain", chosenPassword);
  await page.fill("#email", email);
  await press(story, say.toConfirm);
  await heading(story, 2);
};

const finishes = async (story: Story, memberName: string) => {
  const { page, name, say } = story;
  await looksRight(page, `${name}-7-confirm`);
  await page.goBack();
  await heading(story, 1);
  await page.goForward();
  await heading(story, 2);
  await press(story, say.run);
  await heading(story, 3);
  await looksRight(page, `${name}-8-completed`);
  await page.getByRole("link", { name: say.menu }).click();
  await page.getByRole("heading", { level: 1, name: memberName }).waitFor();
  await looksRight(page, `${name}-9-home`);
};

const confirmsTheAddress = async (story: Story) => {
  const { page, name, say, email } = story;
  const [mail] = await world.mailsTo(email);
  const link = /http\S+\/confirm-address\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  await page.goto(link);
  await looksRight(page, `${name}-10-confirm-address`);
  await press(story, say.confirm);
  await page.waitForURL(/\/done$/);
  await looksRight(page, `${name}-11-address-confirmed`);
};

const signsOut = async (story: Story, isPhone: boolean) => {
  const { page, name, say, code } = story;
  await page.goto(`http://${world.hostOf(code)}/`);
  await pressSignOut(page, say.signOut, isPhone);
  await page.getByRole("heading", { level: 1, name: say.signIn }).waitFor();
  await looksRight(page, `${name}-12-signed-out`);
};

for (const [code, n, look] of looks) {
  const lang = look.lang ?? "ja";
  const name = `${code}-${look.width}-${lang}-${look.javaScript ? "js" : "nojs"}`;
  describe(`${code}, ${look.width} px, ${lang}, JavaScript ${look.javaScript ? "on" : "off"}`, () => {
    test("from the printed letter to home and out, every page looked at", async () => {
      const letter = holders.get(code)?.[n];
      assert.ok(letter);
      const page = await browser.page(look);
      const story = { page, name, say: words[lang], code, email: `${name}@example.jp` };
      await signsInWithTheLetter(story, letter);
      await provesWhoTheyAre(
        story,
        lang === "ja" ? formatEra(letter.bornOn) : letter.bornOn.replaceAll("-", ""),
      );
      await choosesIdAndPassword(story);
      await finishes(story, letter.name);
      await confirmsTheAddress(story);
      await signsOut(story, look.width === 390);
    });
  });
}
