import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser, type TestBrowser } from "../browser.ts";
import { looksRight } from "../journeys/browser-stories.ts";
import { atHome, entersPassword, visit } from "../journeys/factors-browser/steps.ts";
import { follow, press } from "../journeys/new-browser/steps.ts";
import { giveDevice, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { answers, shows } from "./reading.ts";

// Manual D: its twenty questions and the two help pages, found and read as あさひ精工's members do on
// a phone. What the answers promise is shown elsewhere: docs/manuals/d.md names both.

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

const signedIn = async (): Promise<Page> => {
  const whose = await registered(world, "asahi");
  const phone = await giveDevice(world, whose);
  const page = await browser.page();
  const seen = visit(world, page, { code: "asahi", lang: "ja", name: "manual-d" });
  await entersPassword(seen, whose);
  await page.fill("#totpCode", phone.code());
  await press(page, "確認");
  await atHome(seen, whose.person.name);
  return page;
};

const opensHelp = async (page: Page, name: string) => {
  await page.goto(new URL("/", page.url()).href);
  await page.locator("summary").first().click();
  await shows(page, "ヘルプ・サポート", "ご利用案内", "よくある質問");
  await page.getByRole("link", { name, exact: true }).locator("visible=true").first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
};

const asksOfSigningIn = async (t: TestContext, page: Page) => {
  const answered = (question: RegExp, ...words: readonly string[]) =>
    answers(page, question, words);
  await t.test("Q1 the user ID is not known", () =>
    answered(/ユーザID.*(忘れ|わかりません)/, "ユーザIDを忘れた方はこちら"),
  );
  await t.test("Q2 no mail arrives", () =>
    answered(/メールが届きません。/, "迷惑メール", "スレッド", "ドメイン", "アドレス"),
  );
  await t.test("Q3 the password is forgotten", () =>
    answered(/パスワードを忘れ/, "パスワードを忘れた方はこちら"),
  );
  await t.test("Q4 the password is locked", () =>
    answered(/パスワードがロック/, "24時間", "パスワードを忘れた方はこちら"),
  );
  await t.test("Q5 the account is locked", () => answered(/アカウントがロック/, "組合"));
  await t.test("Q6 what a password may be", () =>
    answered(/パスワードには、どのような文字/, "8文字以上、64文字以下", "ユーザID"),
  );
  await t.test("Q7 「無効なユーザIDまたはパスワードです。」", () =>
    answered(/無効なユーザIDまたはパスワードです。/, "ユーザIDかパスワードが違っています"),
  );
};

const readsContact = (t: TestContext, page: Page) =>
  t.test("Q1 ④ the contact page: the society, its form, a QR code", async () => {
    await page.goto(new URL("/contact", page.url()).href);
    await shows(page, "あさひ精工健康保険組合", "075-012-3456");
    const form = page.locator('main a[href="https://asahi.example/kenpo/contact"]');
    await form.first().waitFor();
    await page.locator("main svg[role=img]").first().waitFor();
    await looksRight(page, "manual-d-contact");
  });

const asksOfCodes = async (t: TestContext, page: Page) => {
  const answered = (question: RegExp, ...words: readonly string[]) =>
    answers(page, question, words);
  await t.test("Q8 six digits, and no way in", () =>
    answered(
      /6桁を入力しても/,
      "変わったばかりの番号",
      "開き直して",
      "「自動」",
      "「認証するデバイス」",
    ),
  );
  await t.test("Q9 「ワンタイムパスワードが正しくありません」", () =>
    answered(/「ワンタイムパスワードが正しくありません」/, "もう一度お確かめください", "30秒"),
  );
  await t.test("Q10 two devices", () => answered(/2台のスマートフォン/, "できます", "2台目を追加"));
  await t.test("Q11 a device that is not used any more", () =>
    answered(/使わなくなったスマートフォン/, "消せます", "いまお使いの機器を消さないよう"),
  );
  await t.test("Q12 the name is another one", () => answered(/名前が違います/, "組合"));
  await t.test("Q13 a new phone, or a lost one", () =>
    answered(/機種変更した、またはなくしました/, "パスワードを忘れた方はこちら"),
  );
};

const asksOfDevices = async (t: TestContext, page: Page) => {
  const answered = (question: RegExp, ...words: readonly string[]) =>
    answers(page, question, words);
  await t.test("Q14 a computer instead of a phone", () =>
    answered(/パソコンでも使えますか/, "使えます"),
  );
  await t.test("Q15 「セキュリティキーの登録が無効です」", () =>
    answered(/「セキュリティキーの登録が無効です」/, "パスワード", "会社"),
  );
  await t.test("Q16 and Q20 the QR code of a passkey cannot be read", () =>
    answered(/生体認証.*QRコード/, "Bluetooth", "Android", "iOS"),
  );
  await t.test("Q17 another method", () =>
    answered(/認証方法は、どのように変えますか/, "プロフィール変更", "認証方法"),
  );
  await t.test("Q18 which addresses mails come from", () =>
    answered(/どのアドレスからメール/, "no-reply@", "info@", "webmaster@"),
  );
  await t.test("Q19 the QR code for the app cannot be read", () =>
    answered(/認証アプリに登録するQRコード/, "「スキャンできませんか？」"),
  );
};

describe("manual D: the questions and the help pages", () => {
  test("asahi, 390 px", async (t) => {
    const page = await signedIn();
    await t.test("[2](1) the menu leads to 「ご利用案内」", async () => {
      await opensHelp(page, "ご利用案内");
      await shows(page, "主な機能", "推奨OSおよびブラウザ");
      await looksRight(page, "manual-d-guide");
    });
    await t.test(
      "[2](2) the menu leads to 「よくある質問」: a category, a question, its answer",
      async () => {
        await opensHelp(page, "よくある質問");
        await shows(page, "ログイン", "認証方法(二段階認証)", "メール");
      },
    );
    await asksOfSigningIn(t, page);
    await asksOfCodes(t, page);
    await asksOfDevices(t, page);
    await t.test("a word finds its questions", async () => {
      await page.fill("#q", "ﾊﾟｽﾜｰﾄﾞ");
      await press(page, "探す");
      await shows(page, "パスワードがロックされました。");
      await follow(page, "すべての質問を見る");
      await looksRight(page, "manual-d-faq");
    });
    await readsContact(t, page);
  });
});
