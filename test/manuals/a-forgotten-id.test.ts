import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { type Look, noTroubles, openBrowser, type TestBrowser } from "../browser.ts";
import { looksRight } from "../journeys/browser-stories.ts";
import { follow, press } from "../journeys/new-browser/steps.ts";
import { provisionalIn } from "../password-reset/stories.ts";
import { scans } from "../scanner/scans.ts";
import { registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { at, linkIn, mailOf, type Seen, signsIn, typesCard } from "./member.ts";
import { shows } from "./reading.ts";

// Manual A, 1-1: the forgotten ID, line by line, as ひかり電機's members do it; docs/manuals/a.md names each.

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

const cast = async (name: string, look: Look = {}): Promise<Seen> => {
  const whose = await registered(world, "hikari");
  return { world, browser, whose, page: await browser.page(look), name };
};

const subject = /ログインIDの再通知/;
const newPassword = "kawa-to-mori-2026";

/** Without JavaScript the pages are the same: looked at once. */
const looks = async ({ page, name }: Seen, what: string) =>
  name.endsWith("nojs") ? noTroubles(page) : looksRight(page, `${name}-${what}`);

/** From the identity check to the page that says that a mail went. */
const asks = async (seen: Seen) => {
  await seen.page.goto(at(seen, "/forgot-id/identity"));
  await typesCard(seen);
  await seen.page.fill("#email", seen.whose.email ?? "");
  await press(seen.page, "確認");
};

const readsConditions = async (t: TestContext, seen: Seen) => {
  const { page } = seen;
  await page.goto(at(seen, "/sign-in"));
  await t.test("① 「IDを忘れた方はこちら」 on the sign-in page", () =>
    follow(page, "IDを忘れた方はこちら"),
  );
  await t.test("(ア)–(エ) for whom it is", async () => {
    await shows(page, "これまでにログインしたことがある", "メールアドレスを登録している");
    await shows(
      page,
      "登録したメールアドレスのメールを読める",
      "資格確認書または資格情報のお知らせ",
    );
    await looks(seen, "1-conditions");
  });
  await t.test("(オ)(カ) for whom it is not, and where they go", async () => {
    await shows(page, "はじめてログインする方", "仮のユーザIDと仮パスワードでログインしてください");
    await shows(page, "メールアドレスを登録していない方・忘れた方", "お問い合わせ");
    await page.getByRole("link", { name: "ログイン画面へ" }).first().waitFor();
  });
  await t.test("「進む」 leads to 「本人確認情報入力画面」", async () => {
    await follow(page, "進む");
    await page.getByRole("heading", { level: 1, name: "本人確認情報入力画面" }).waitFor();
    await shows(page, "保険者番号", "記号", "番号", "カナ", "生年月日", "登録メールアドレス");
  });
};

const provesWhoTheyAre = async (t: TestContext, seen: Seen) => {
  const { page, whose } = seen;
  await t.test("② what is missing is told beside its field, and what was typed stays", async () => {
    await page.fill("#nameKana", whose.person.nameKana);
    await press(page, "確認");
    await page.locator("#summary-title").waitFor();
    assert.equal(await page.inputValue("#nameKana"), whose.person.nameKana);
    await looks(seen, "2-identity-refused");
  });
  await t.test("② all of it, from the card, and 「確認」", async () => {
    await typesCard(seen);
    await page.fill("#email", whose.email ?? "");
    await press(page, "確認");
  });
  await t.test(
    "③ 「通知メール送信完了画面」: 「あなたのメールアドレス」 as it was typed",
    async () => {
      await page.getByRole("heading", { level: 1, name: "通知メール送信完了画面" }).waitFor();
      await shows(page, "登録と一致した場合", "あなたのメールアドレス", whose.email ?? "", "戻る");
      await shows(page, "お問い合わせ番号");
      await looks(seen, "3-sent");
    },
  );
  await t.test("◆ what to do when no mail comes", () =>
    shows(page, "迷惑メール", "受信するドメインを指定している方は", "no-reply@"),
  );
};

const readsTheMail = async (t: TestContext, seen: Seen) => {
  const { page, whose } = seen;
  await t.test(
    "④ the mail comes to the registered address; its link opens a page with a button",
    async () => {
      const mail = await mailOf(seen, subject);
      assert.match(mail.from.address, /^no-reply@/);
      assert.ok(!mail.text.includes(whose.userId) && !mail.text.includes(whose.person.name));
      await page.goto(linkIn(mail));
      await looks(seen, "4-link");
    },
  );
  await t.test("⑤-1 「ログインID再通知画面」: 「あなたのID」", async () => {
    await press(page, "ログインIDを表示する");
    await page.getByRole("heading", { level: 1, name: "ログインID再通知画面" }).waitFor();
    await shows(page, "あなたのログインIDは下記になります。", "あなたのID", whose.userId);
    await shows(page, "パスワード初期化", "ログイン画面へ");
    await looks(seen, "5-result");
  });
  await t.test("⑤-1 loaded again, and by the back button, it is there still", async () => {
    await page.reload();
    await shows(page, whose.userId);
    await follow(page, "ログイン画面へ");
    await page.goBack();
    await shows(page, whose.userId);
  });
};

const initialises = async (t: TestContext, seen: Seen) => {
  const { page, whose } = seen;
  await t.test("⑥⑦ 「パスワード初期化」: 「処理が正常に終了しました。」", async () => {
    await press(page, "パスワード初期化");
    await page
      .getByRole("heading", { level: 1, name: "個人アカウント仮パスワード再発行結果画面" })
      .waitFor();
    await shows(page, "処理が正常に終了しました。");
    await shows(
      page,
      "■仮パスワードがメールにて送信されますので、ご確認ください。",
      "ログイン画面へ",
    );
    await looks(seen, "7-initialised");
  });
  const mail = await mailOf(seen, /仮パスワード/);
  await t.test("⑦ the password until then opens nothing any more", async () => {
    await signsIn(seen, whose.password);
    await shows(page, "無効なユーザIDまたはパスワードです。");
  });
  await t.test(
    "⑦ the provisional one of the mail opens the page of a new one, and then home",
    async () => {
      await signsIn(seen, provisionalIn(mail).toLowerCase());
      await typesNewPassword(seen);
    },
  );
};

/** Who has only the mailbox to show is asked who they are once more; here it was asked already. */
const typesNewPassword = async ({ page, whose, ...seen }: Seen) => {
  await page.locator("#passwordAgain").waitFor();
  await looks({ ...seen, page, whose }, "8-new-password");
  await page.fill("#password", newPassword);
  await page.fill("#passwordAgain", newPassword);
  await press(page, "実行");
  await page.goto(at({ ...seen, whose }, "/"));
  await page.getByRole("heading", { level: 1, name: whose.person.name }).waitFor();
};

describe("manual A, 1-1: the forgotten ID", () => {
  for (const javaScript of [true, false])
    test(`hikari, 390 px, JavaScript ${javaScript ? "on" : "off"}`, async (t) => {
      const seen = await cast(`manual-a-id-${javaScript ? "js" : "nojs"}`, { javaScript });
      await readsConditions(t, seen);
      await provesWhoTheyAre(t, seen);
      await readsTheMail(t, seen);
      await initialises(t, seen);
    });
});

const isVoid = async (seen: Seen, link: string, because: string) => {
  const { page } = seen;
  await page.goto(link);
  await shows(page, "無効なURLです。", "再度本人確認からやり直してください。", because);
  await shows(page, "本人確認画面へ", "閉じる");
};

describe("manual A, 1-1: 「URL無効通知画面」", () => {
  test("hikari, 1280 px", async (t) => {
    const seen = await cast("manual-a-void", { width: 1280 });
    const { page, whose } = seen;
    await asks(seen);
    const first = linkIn(await mailOf(seen, subject));
    await t.test("3) a newer mail was sent: the older link says so", async () => {
      world.clock.advance({ minutes: 2 });
      await asks(seen);
      await mailOf(seen, subject);
      await isVoid(seen, first, "新しいメール");
    });
    const second = linkIn(await mailOf(seen, subject));
    await t.test(
      "4) a filter of the company has opened it before: it works all the same",
      async () => {
        await scans({ browser, origin: at(seen, "/") }, await mailOf(seen, subject));
        await page.goto(second);
        await press(page, "ログインIDを表示する");
        await shows(page, whose.userId);
      },
    );
    await t.test("1) it was used before: another browser is told so", async () => {
      const other = { ...seen, page: await browser.page() };
      await isVoid(other, second, "もう使われています");
      await looks(other, "used");
    });
    await t.test("2) ⑤-2 an hour is over", async () => {
      world.clock.advance({ minutes: 2 });
      await asks(seen);
      const third = linkIn(await mailOf(seen, subject));
      world.clock.advance({ minutes: 61 });
      await isVoid(seen, third, "時間が過ぎました");
      await looks(seen, "expired");
    });
    await t.test("⑤-2 「閉じる」, and 「本人確認画面へ」 begins anew", async () => {
      await follow(page, "閉じる");
      await shows(page, "閉じて");
      await page.goBack();
      await follow(page, "本人確認画面へ");
      await page.getByRole("heading", { level: 1, name: "本人確認情報入力画面" }).waitFor();
    });
  });
});
