import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Answer } from "../http-client.ts";
import { chosenPassword, details, newUserId, signsIn, titleOf } from "../journeys/stories.ts";
import { openWorld, type World } from "../world/world.ts";
import { says } from "./reading.ts";

// Manuals B and C, the classic first sign-in, line by line; docs/manuals names each of these lines.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** Somebody with a letter at the society's entrance. */
const holder = async (code: string) => {
  const person = await world.insuredPerson(code);
  const letter = await world.letterFor(code, person, { password: "abcd 2345 efgh" });
  return { person, letter, browser: world.browser(code), society: world.society(code) };
};
type Holder = Awaited<ReturnType<typeof holder>>;

const reachesIdentity = async (one: Holder) => {
  await signsIn(one.browser, one.letter.userId, one.letter.password);
  return one.browser.follow();
};

const proves = async ({ browser, society, person }: Holder) => {
  const birthDate = person.bornOn.replaceAll("-", "");
  const insurerNumber = society.insurerNumber;
  await browser.submit({ insurerNumber, birthDate, terms: "agree" });
  return browser.follow();
};

const signInPage = async (t: TestContext, { browser }: Holder) => {
  const page = await browser.get("/sign-in");
  await t.test("the sign-in page: ID, password, ways for who forgot", () =>
    says(
      page,
      "ユーザID",
      "パスワード",
      "ログイン",
      "IDを忘れた方はこちら",
      "パスワードを忘れた方はこちら",
    ),
  );
  await t.test("the sign-in page says when it rests, and where the notes are", () =>
    says(
      page,
      "11月25日(水)21時から24時まで、お休みします",
      "注意事項・免責事項・セキュリティポリシー等",
    ),
  );
};

const identityPage = async (t: TestContext, one: Holder) => {
  const page = await reachesIdentity(one);
  await t.test(
    "the letter's ID and password open 「本人確認画面」, with the society's name",
    () => {
      assert.match(titleOf(page), /^本人確認画面/);
      says(page, one.society.name.ja);
    },
  );
  await t.test("「保険者番号」 says which number it is, and which it is not", () =>
    says(page, "保険者番号", "8桁の番号です。記号・番号ではありません。"),
  );
  await t.test("「生年月日」 in eight digits, with an example", () =>
    says(page, "生年月日", "8桁", "入力例:19790822"),
  );
  await t.test("the terms stand there in full, to agree to or not, and 「確認」", () =>
    says(page, "第1条", "利用規約", "同意する", "同意しない", "確認"),
  );
};

const detailsPage = async (t: TestContext, one: Holder) => {
  const page = await proves(one);
  await t.test("what was right leads on to 「個人情報入力画面」", () =>
    assert.match(titleOf(page), /^個人情報入力画面/),
  );
  await asks[one.society.code]?.(t, page);
};

const refusesTheLetters = async (t: TestContext, { browser, letter }: Holder) => {
  const password = letter.password.replaceAll(" ", "");
  await browser.submit(details({ userId: letter.userId, password, passwordAgain: password }));
  const page = await browser.follow();
  await t.test("the letter's ID and its password are refused beside their fields", () => {
    assert.match(titleOf(page), /^エラー:個人情報入力画面/);
    says(page, "仮のユーザIDと同じものは使えません", "仮パスワードと同じものは使えません");
  });
};

const confirmPage = async (t: TestContext, { browser }: Holder) => {
  const userId = newUserId();
  const email = `${userId}@example.jp`;
  await browser.submit(details({ userId, email }));
  const page = await browser.follow();
  await t.test(
    "「入力内容確認」 leads to 「入力確認画面」, where only the password is hidden",
    () => {
      assert.match(titleOf(page), /^入力確認画面/);
      says(page, userId, email, "表示していません", "実行", "戻る");
      assert.ok(!page.body.includes(chosenPassword));
    },
  );
  await t.test("「戻る」 leads back, with what was typed", async () => {
    const again = await browser.get("/first-sign-in/details");
    assert.ok(again.body.includes(`value="${userId}"`) && again.body.includes(`value="${email}"`));
    await browser.submit(details({ userId, email }));
    await browser.follow();
  });
  return email;
};

const lastPage = async (t: TestContext, { browser, person }: Holder, email: string) => {
  await browser.submit({});
  const page = await browser.follow();
  await t.test(
    "「実行」 registers: 「パスワード紛失等の注意事項出力画面」 tells what to do when it is lost",
    () => {
      assert.match(titleOf(page), /^パスワード紛失等の注意事項出力画面/);
      says(
        page,
        "登録が終わりました",
        "パスワードを忘れた方はこちら",
        "メールアドレスの登録が必要です",
      );
    },
  );
  await t.test(
    "a mail goes to the address, and the page says what it means if none comes",
    async () => {
      says(page, "確認のメールを送りました", "webmaster@", "アドレスの入力が間違っている");
      const [mail] = await world.mailsTo(email);
      assert.match(mail?.from.address ?? "", /^webmaster@/);
    },
  );
  await t.test("「メニューへ」 leads home, where the services will be", async () => {
    says(page, "メニューへ");
    says(await browser.get("/"), person.name, "サービス");
  });
};

const asks: Readonly<Record<string, (t: TestContext, page: Answer) => Promise<void>>> = {
  minato: async (t, page) => {
    await t.test("a user ID of 8 to 13, digits alone to 12, not the letter's", () => {
      says(
        page,
        "8文字から13文字まで",
        "数字だけのときは12文字までです。",
        "仮のユーザIDは使えません。",
      );
    });
    await t.test("a password of 8 to 20, letters and digits", () => {
      says(page, "8文字から20文字まで", "英字と数字を、それぞれ1文字以上", "パスワード確認用");
    });
    await t.test("the address is needed, the notice of updates is a choice", () => {
      says(page, "必須", "メールアドレス", "通知情報", "通知情報更新時のメール通知");
    });
  },
  kaede: async (t, page) => {
    await t.test("a user ID of 8 to 13 that cannot be changed", () => {
      says(page, "8文字から13文字まで", "一度登録すると変更できません。");
    });
    await t.test("a password of letters and digits from 8 on, for 360 days, typed twice", () => {
      says(page, "8文字から", "英字と数字を、それぞれ1文字以上", "有効期限は360日です");
      says(page, "パスワード確認用");
    });
    await t.test("which address: the company's, or one's own for who is away", () => {
      says(page, "会社のメールアドレス", "海外赴任・社外出向・休職・任意継続");
      says(page, "パスワードを忘れたときのご案内に使います");
    });
    await t.test("before 「実行」 the page says whose mails are to be let through", () => {
      says(page, "webmaster@", "受け取れるように");
    });
  },
};

for (const code of Object.keys(asks))
  describe(`the classic first sign-in, line by line: ${code}`, () => {
    test("from the letter to the menu", async (t) => {
      const one = await holder(code);
      await signInPage(t, one);
      await identityPage(t, one);
      await detailsPage(t, one);
      await refusesTheLetters(t, one);
      const email = await confirmPage(t, one);
      await lastPage(t, one, email);
    });
  });
