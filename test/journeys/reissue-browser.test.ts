import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { type Look, openBrowser, type TestBrowser } from "../browser.ts";
import type { Insured } from "../world/people.ts";
import { openWorld, type World } from "../world/world.ts";
import { looksRight } from "./browser-stories.ts";
import { codeIn, newStoriesOf } from "./new-stories.ts";
import { newPassword, type Printed, reissueStoriesOf } from "./reissue-stories.ts";
import { chosenPassword, storiesOf } from "./stories.ts";

// A registered member with a new letter, in a real browser: what they have is there, and home again.

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
const { reissues, clear } = reissueStoriesOf(() => world);
after(async () => {
  clear();
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const classic = storiesOf(() => world);
const newWay = newStoriesOf(() => world);

/** The one main button of a page, and the page that comes. */
const goesOn = async (page: Page) => {
  const button = page.locator("main .btn--main").last();
  await Promise.all([page.waitForEvent("load"), button.click()]);
};

const signsIn = async (page: Page, code: string, { userId, password }: Printed) => {
  await page.goto(`http://${world.hostOf(code)}/sign-in`);
  await page.fill("#userId", userId);
  await page.fill("#password", password);
  await goesOn(page);
};

/** What is asked of a mailbox beside a password, or a letter. */
const typesMailedCode = async (page: Page, email: string) => {
  await page.fill("#mailCode", codeIn(await newWay.newestMail(email)));
  const button = page.locator("main form:has(#mailCode) .btn--main");
  await Promise.all([page.waitForEvent("load"), button.click()]);
};

const words = {
  ja: { had: /いまのご登録の内容/, ownId: /いまのユーザIDが/, ownAddress: /ご登録のアドレスを/ },
  en: { had: /Your present details/, ownId: /present user ID/, ownAddress: /that you registered/ },
};

type Story = {
  readonly page: Page;
  readonly code: string;
  readonly name: string;
  readonly say: (typeof words)["ja"];
  readonly person: Insured;
  readonly userId: string;
  readonly email: string;
};

const says = async ({ page, name }: Story, what: RegExp, picture: string) => {
  assert.match(await page.locator("main").innerText(), what);
  await looksRight(page, `${name}-${picture}`);
};

const typesPassword = async ({ page }: Story) => {
  await page.fill("#password", newPassword);
  await page.fill("#passwordAgain", newPassword);
};

const inTheClassicWay = async (story: Story) => {
  const { page, code, person, say, userId, email } = story;
  await page.fill("#insurerNumber", world.society(code).insurerNumber);
  await page.fill("#birthDate", person.bornOn.replaceAll("-", ""));
  await page.check('input[name="terms"][value="agree"]');
  await goesOn(page);
  await says(story, say.had, "details");
  assert.equal(await page.inputValue("#userId"), userId);
  assert.equal(await page.inputValue("#email"), email);
  await typesPassword(story);
  await goesOn(page);
  await goesOn(page);
  await goesOn(page);
};

const inTheNewWay = async (story: Story) => {
  const { page, person, say, userId, email } = story;
  await page.fill("#birthDate", person.bornOn.replaceAll("-", ""));
  await goesOn(page);
  await looksRight(page, `${story.name}-verify`);
  await typesMailedCode(page, email);
  await page.locator('main button[value="agree"]').click();
  await page.waitForURL(/\/address$/);
  await says(story, say.ownAddress, "address");
  assert.equal(await page.inputValue("#email"), email);
  await goesOn(page);
  await page.fill("#code", codeIn(await newWay.newestMail(email)));
  await goesOn(page);
  await says(story, say.ownId, "user-id");
  assert.equal(await page.inputValue("#userId"), userId);
  await goesOn(page);
  await looksRight(page, `${story.name}-password`);
  await typesPassword(story);
  await goesOn(page);
};

const looks: readonly (readonly [code: string, look: Look])[] = [
  ["hikari", { width: 390, lang: "ja", javaScript: true }],
  ["hikari", { width: 1280, lang: "en", javaScript: false }],
  ["asahi", { width: 1280, lang: "ja", javaScript: false }],
  ["sakura", { width: 390, lang: "en", javaScript: true }],
];

const registers = async (code: string, email: string) => {
  if (world.society(code).policy.firstSignIn.style === "classic")
    return { ...(await classic.registers(code, { email })), email };
  const story = await newWay.registers(code);
  return { ...story, userId: story.letter.userId };
};

describe("a new letter for a registered member", () => {
  for (const [n, [code, look]] of looks.entries())
    test(`${code}, ${look.width} px, ${look.lang}`, async () => {
      const had = await registers(code, `in-a-browser${n}@example.jp`);
      const { style } = world.society(code).policy.firstSignIn;
      const page = await browser.page(look);
      const { userId } = had;
      // A code that is asked for later would overtake what waits.
      await newWay.newestMail(had.email);
      await signsIn(page, code, { userId, password: chosenPassword });
      if (style === "new") await typesMailedCode(page, had.email);
      await page.getByRole("heading", { level: 1, name: "鈴木" }).waitFor();
      const printed = await reissues(code, userId);
      await page.reload();
      await page.locator("#password").waitFor();
      await signsIn(page, code, printed);
      const name = `reissue-${code}-${look.width}-${look.lang}`;
      const story = { ...had, page, code, name, say: words[look.lang ?? "ja"] };
      await (style === "classic" ? inTheClassicWay(story) : inTheNewWay(story));
      await page.getByRole("heading", { level: 1, name: "鈴木" }).waitFor();
    });
});
