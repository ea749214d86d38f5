import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { noTroubles, openBrowser, type TestBrowser } from "../browser.ts";
import { looksRight } from "../journeys/browser-stories.ts";
import { follow, press } from "../journeys/new-browser/steps.ts";
import { provisionalIn } from "../password-reset/stories.ts";
import { registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { at, mailOf, type Seen, signsIn } from "./member.ts";
import { shows } from "./reading.ts";

// Manual A, 1-2: the forgotten password, line by line, as ひかり電機's members do it; see docs/manuals/a.md.

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

const title = "個人アカウント仮パスワード再発行";
const newPassword = "kawa-to-mori-2026";

/** Without JavaScript the pages are the same: looked at once. */
const looks = async ({ page, name }: Seen, what: string) =>
  name.endsWith("nojs") ? noTroubles(page) : looksRight(page, `${name}-${what}`);

const asks = async (t: TestContext, seen: Seen) => {
  const { page, whose } = seen;
  await t.test("① the sign-in page", async () => {
    await page.goto(at(seen, "/sign-in"));
    await shows(
      page,
      "ユーザID",
      "パスワード",
      "お休みします",
      "注意事項・免責事項・セキュリティポリシー等",
    );
  });
  await t.test("② 「パスワードを忘れた方はこちら」", async () => {
    await follow(page, "パスワードを忘れた方はこちら");
    await page.getByRole("heading", { level: 1, name: `${title}入力画面` }).waitFor();
    await shows(page, "ユーザID", "メールアドレス", "実行", "戻る");
    await looks(seen, "1-input");
  });
  await t.test("② who has no address registered asks the society", () =>
    shows(page, "メールアドレスを登録していない方", "健康保険組合へお問い合わせください"),
  );
  await t.test("③ 「戻る」 leads back to the sign-in", async () => {
    await follow(page, "戻る");
    await shows(page, "パスワードを忘れた方はこちら");
    await page.goBack();
  });
  await t.test(
    "③ user ID and address, 「実行」: 「個人アカウント仮パスワード再発行結果画面」",
    async () => {
      await page.fill("#userId", whose.userId);
      await page.fill("#email", whose.email ?? "");
      await press(page, "実行");
      await page.getByRole("heading", { level: 1, name: `${title}結果画面` }).waitFor();
      await shows(
        page,
        "登録と一致した場合",
        whose.email ?? "",
        "お問い合わせ番号",
        "ログイン画面へ",
      );
      await looks(seen, "2-result");
    },
  );
};

const comesIn = async (t: TestContext, seen: Seen) => {
  const { page, whose } = seen;
  const mail = await mailOf(seen, /仮パスワード/);
  await t.test(
    "③ a provisional password comes to the registered address, and no ID beside it",
    () => {
      assert.match(mail.from.address, /^no-reply@/);
      assert.match(provisionalIn(mail), /^[\w-]{12,}$/);
      assert.ok(!mail.text.includes(whose.userId));
    },
  );
  await t.test("it opens the page of a new password, and nothing else", async () => {
    await signsIn(seen, provisionalIn(mail));
    await page.goto(at(seen, "/profile"));
    await shows(page, "ログイン");
    await page.goto(at(seen, "/reset-password"));
    await page.locator("#passwordAgain").waitFor();
    await looks(seen, "3-new-password");
  });
  await t.test("a new password, and home", async () => {
    await page.fill("#password", newPassword);
    await page.fill("#passwordAgain", newPassword);
    await press(page, "実行");
    await looks(seen, "4-done");
    await page.goto(at(seen, "/"));
    await page.getByRole("heading", { level: 1, name: whose.person.name }).waitFor();
  });
};

describe("manual A, 1-2: the forgotten password", () => {
  for (const javaScript of [true, false])
    test(`hikari, 390 px, JavaScript ${javaScript ? "on" : "off"}`, async (t) => {
      const whose = await registered(world, "hikari");
      const page = await browser.page({ javaScript });
      const name = `manual-a-password-${javaScript ? "js" : "nojs"}`;
      const seen = { world, browser, whose, page, name };
      await asks(t, seen);
      await comesIn(t, seen);
    });
});
