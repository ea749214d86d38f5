import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { looksRight } from "../journeys/browser-stories.ts";
import {
  atHome,
  choosesInProfile,
  entersPassword,
  signsOut,
  type Visit,
  visit,
} from "../journeys/factors-browser/steps.ts";
import { openStage, type Stage, type Story, storyOf } from "../journeys/new-browser/stage.ts";
import {
  arrives,
  begins,
  choosesMail,
  follow,
  givesAddress,
  isHome,
  newestMail,
  opensButton,
  press,
  proves,
  refused,
  typesPassword,
} from "../journeys/new-browser/steps.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { chosenPassword, newUserId } from "../journeys/stories.ts";
import { type Device, giveDevice, type Registered, registered } from "../world/factors.ts";
import { answers, shows } from "./reading.ts";

// Manual E line by line, as さくら工業's members read it; docs/manuals/e.md names each of these lines.

let stage: Stage;
before(async () => {
  stage = await openStage(["sakura"]);
});
after(() => stage.close());

const comesIn = async (t: TestContext, story: Story) => {
  const { page, at } = story;
  await t.test("[1] the entrance of one's own society", async () => {
    await page.goto(at("/"));
    await shows(page, "さくら工業健康保険組合", "ログイン");
  });
  await t.test("[2] the letter's user ID and password", () => begins(story));
  await t.test("[3] one's own birth date, and nothing else", async () => {
    assert.equal(await page.locator("#insurerNumber").count(), 0);
    await proves(story);
    await arrives(story, "terms");
  });
  await t.test("[4] 「同意する」 to the terms", async () => {
    await shows(page, "第1条");
    await press(page, "同意する");
    await arrives(story, "address");
  });
};

const provesTheAddress = async (t: TestContext, story: Story, email: string) => {
  const { page } = story;
  await t.test(
    "[5] the address of the file is shown; it may be changed, and need not be",
    async () => {
      assert.equal(await page.inputValue("#email"), story.holder.email ?? "");
      await givesAddress(story, email);
      await arrives(story, "address-check");
    },
  );
  await t.test("[6] the mail's button confirms it, on any device", async () => {
    const phone = await stage.browser.page();
    await opensButton(story, phone, await newestMail(story, email));
    await press(phone, "このアドレスを確認する");
    await shows(phone, "メールアドレスを確認しました");
  });
  await t.test("[7] back on the first page, 「更新」 goes on", async () => {
    await shows(page, "迷惑メール");
    await follow(page, "更新");
    await arrives(story, "user-id");
  });
};

const registers = async (t: TestContext, story: Story) => {
  const { page, holder } = story;
  const userId = newUserId();
  await t.test("[8] another user ID, if one likes; which characters it may not have", async () => {
    assert.equal(await page.inputValue("#userId"), holder.userId);
    await page.getByText("利用不可文字一覧を見る").click();
    await page.fill("#userId", userId);
    await press(page, "次へ");
    await arrives(story, "method");
  });
  await t.test("[8] one of three methods, the mailed code recommended", async () => {
    await shows(page, "必須フィールド", "認証方法", "生体認証");
    await shows(
      page,
      "ワンタイムパスワード (OTP) アプリ認証",
      "ワンタイムパスワード (OTP) メール認証",
    );
    await choosesMail(story);
    await arrives(story, "password");
  });
  await t.test("[9] a new password, twice; 「全てのデバイスからサインアウトする」", async () => {
    await shows(page, "パスワード", "パスワード確認用", "全てのデバイスからサインアウトする");
    await typesPassword(story, "another-one-2026");
    await press(page, "実行");
    await refused(page);
    await typesPassword(story);
    await press(page, "実行");
  });
  return userId;
};

const seesHome = (t: TestContext, story: Story) =>
  t.test(
    "[10] home: one's name and society, the services, 「お知らせはありません。」",
    async () => {
      await isHome(story);
      await shows(story.page, "さくら工業健康保険組合", "サービス", "お知らせはありません。");
      await looksRight(story.page, "manual-e-home");
    },
  );

describe("manual E, part I: the first sign-in", () => {
  test("sakura, 390 px, without JavaScript", async (t) => {
    const story = await storyOf(stage, "sakura", { javaScript: false });
    const email = "manual-e@example.jp";
    await comesIn(t, story);
    await provesTheAddress(t, story, email);
    const userId = await registers(t, story);
    await seesHome(t, story);
    await t.test("the address confirmed, nothing is asked for; the ID chosen opens", async () => {
      const seen = visit(stage.world, story.page, { code: "sakura", lang: "ja", name: "manual-e" });
      await newestMail(story, email);
      await signsOut(seen);
      await entersPassword(seen, { userId, password: chosenPassword });
      await story.page.fill("#mailCode", codeIn(await newestMail(story, email)));
      await press(story.page, "確認");
      await isHome(story);
    });
  });
});

type Own = { readonly seen: Visit; readonly whose: Registered; readonly phone: Device };

const mailTo = async ({ whose }: Own) => {
  const mails = await stage.world.mailsTo(whose.email ?? "");
  return codeIn(mails.findLast(({ subject }) => subject.startsWith("【")) ?? { text: "" });
};

const switches = async (t: TestContext, own: Own) => {
  const { seen, whose, phone } = own;
  const { page } = seen;
  await t.test("2. user ID and password", () => entersPassword(seen, whose));
  await t.test("3. the six digits of the app", async () => {
    await page.fill("#totpCode", phone.code());
    await press(page, "確認");
  });
  await t.test("4. signed in", () => atHome(seen, whose.person.name));
  await t.test("5. 「プロフィール変更」, and 「ログイン方法変更」 leads there too", async () => {
    await page.locator("summary").first().click();
    for (const name of ["ログイン方法変更", "プロフィール変更"]) {
      const link = page.getByRole("link", { name }).locator("visible=true").first();
      assert.match((await link.getAttribute("href")) ?? "", /^\/profile/);
    }
    await follow(page, "プロフィール変更");
    await shows(page, "認証方法", "わたしのスマートフォン");
  });
  await t.test("6. the mailed code is chosen, proved by a code, and in force", async () => {
    await choosesInProfile(seen, "mail-otp");
    await page.fill("#mailCode", await mailTo(own));
    await press(page, "確認");
    await page.waitForURL(/\/profile(\?|#|$)/);
    assert.equal(await page.inputValue("#method"), "mail-otp");
    await looksRight(page, "manual-e-profile");
  });
};

const comesBack = async (t: TestContext, own: Own) => {
  const { seen, whose } = own;
  const { page, world } = seen;
  world.clock.advance({ minutes: 2 });
  await t.test("【1】【2】 out, and in again by user ID and password", async () => {
    await signsOut(seen);
    await entersPassword(seen, whose);
    await page.locator("#mailCode").waitFor();
  });
  await t.test("【3】 the mail does not come: 「再送信」, and the newest code opens", async () => {
    const first = await mailTo(own);
    world.clock.advance({ minutes: 2 });
    await press(page, "再送信");
    const newest = await mailTo(own);
    assert.notEqual(newest, first);
    await page.fill("#mailCode", newest);
    await press(page, "確認");
  });
  await t.test("【4】 home", () => atHome(seen, whose.person.name));
};

describe("manual E, part II: from the app to codes by mail", () => {
  test("sakura, 390 px", async (t) => {
    const whose = await registered(stage.world, "sakura");
    const phone = await giveDevice(stage.world, whose);
    const page = await stage.browser.page();
    const seen = visit(stage.world, page, { code: "sakura", lang: "ja", name: "manual-e-2" });
    await t.test("1. the entrance of one's own society", async () => {
      await page.goto(`http://${stage.world.hostOf("sakura")}/`);
      await shows(page, "さくら工業健康保険組合", "ログイン");
    });
    await switches(t, { seen, whose, phone });
    await comesBack(t, { seen, whose, phone });
  });
});

describe("manual E, the questions", () => {
  test("sakura", async (t) => {
    const page = await stage.browser.page({ javaScript: false });
    await page.goto(`http://${stage.world.hostOf("sakura")}/help/faq`);
    const answered = (question: RegExp, ...words: readonly string[]) =>
      answers(page, question, words);
    await t.test("Q1 the user ID is not known", () =>
      answered(/ユーザID.*(忘れ|わかりません)/, "ユーザIDを忘れた方はこちら", "組合"),
    );
    await t.test("Q2 the password is forgotten", () =>
      answered(/パスワードを忘れ/, "パスワードを忘れた方はこちら", "組合"),
    );
    await t.test("Q3 password or account is locked", async () => {
      await answered(/パスワードがロック/, "24時間");
      await answered(/アカウントがロック/, "組合");
    });
    await t.test("Q4 「無効なユーザIDまたはパスワードです。」", () =>
      answered(/無効なユーザIDまたはパスワードです。/, "ユーザIDかパスワードが違っています"),
    );
    await t.test("Q5 six digits, and no way in", () =>
      answered(/6桁を入力しても/, "変わったばかりの番号", "開き直して"),
    );
  });
});
