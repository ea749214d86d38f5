import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { questionsFor, search } from "../../src/guidance/faq/faq.ts";
import { sampleCodes, sampleRegistry } from "../../src/society/index.ts";
import type { FaqCategory } from "../../src/society/types.ts";
import { unescapeHtml } from "../html-form.ts";
import { signsIn } from "../journeys/stories.ts";
import { registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { becomes } from "./societies.ts";

/** よくある質問: what the manuals' readers ask, answered as this portal behaves. */

const registry = sampleRegistry("http://localhost:3000");
const questionsOf = (code: string, lang: "ja" | "en" = "ja") => {
  const society = registry.byCode(code);
  assert.ok(society);
  const facts = { policy: society.policy, mailDomain: "portal.example" };
  return questionsFor(lang, { facts, own: society.texts.faq });
};
const answerOf = (code: string, id: string) => {
  const found = questionsOf(code).find((one) => one.id === id);
  assert.ok(found, `${code}: ${id}`);
  return { ...found, text: found.answer.join("\n") };
};

// Manual D, question by question: what people would type, which question answers, what it says.
const manualD: readonly [string, string, string, RegExp][] = [
  [
    "Q1",
    "ユーザーID 忘れ",
    "sign-in-forgotten-id",
    /「ユーザIDを忘れた方はこちら」.*お問い合わせ/s,
  ],
  [
    "Q2",
    "メール 届かない",
    "mail-not-arrived",
    /迷惑メール.*ドメイン.*スレッド.*アドレスが正しいか/s,
  ],
  [
    "Q3",
    "パスワードを忘れ",
    "sign-in-forgotten-password",
    /「パスワードを忘れた方はこちら」.*60分/s,
  ],
  ["Q4", "パスワード ロック", "sign-in-locked", /10回.*24時間.*「パスキーでログイン」/s],
  ["Q5", "アカウント ロック", "sign-in-account-locked", /10回.*自動で元に戻ります.*組合/s],
  [
    "Q6",
    "パスワード 文字",
    "first-sign-in-password",
    /8文字以上、64文字以下.*半角の英字、数字、記号.*ユーザID/s,
  ],
  ["Q7", "無効なユーザID", "sign-in-invalid", /ユーザIDかパスワードが違っています/],
  [
    "Q8",
    "6桁",
    "second-factor-code-not-taken",
    /変わったばかり.*開き直して.*「自動」.*「認証するデバイス」/s,
  ],
  ["Q9", "ワンタイムパスワードが正しくありません", "second-factor-code-wrong", /30秒.*10分/s],
  ["Q10", "2台", "second-factor-two-devices", /できます/],
  ["Q11", "使わなくなった", "second-factor-remove-device", /消せます.*いまお使いの機器を消さない/s],
  ["Q12", "名前 違い", "account-name", /組合/],
  [
    "Q13",
    "機種変更",
    "second-factor-lost-device",
    /「パスワードを忘れた方はこちら」.*「認証の機器をなくした方」/s,
  ],
  ["Q14", "ﾊﾟｿｺﾝ 使えますか", "devices-computer", /使えます.*認証アプリ/s],
  ["Q15", "セキュリティキー", "second-factor-key-invalid", /パスワードマネージャー.*会社/s],
  ["Q16", "カメラ メーカー", "second-factor-passkey-qr", /初めから入っているカメラ.*FIDO/s],
  ["Q17", "認証方法 変え", "second-factor-change-method", /「プロフィール変更」.*「認証方法」/s],
  ["Q18", "webmaster", "mail-senders", /no-reply@.*ワンタイムパスワード.*info@.*webmaster@/s],
  ["Q19", "スキャンできませんか", "second-factor-app-qr", /「QRコードをスキャン」.*キー/s],
  ["Q20", "ＢＬＵＥＴＯＯＴＨ", "second-factor-passkey-qr", /Android 8以下.*iOS 12以下/s],
];

describe("manual D's twenty questions at asahi", () => {
  for (const [nth, typed, id, words] of manualD)
    test(`${nth} ${id}`, () => {
      assert.match(answerOf("asahi", id).text, words);
      const found = search(questionsOf("asahi"), typed).map((one) => one.id);
      assert.ok(found.includes(id), `${typed} finds ${found.join(" ")}`);
    });
});

const manualE: readonly [string, string, RegExp][] = [
  ["Q1", "sign-in-forgotten-id", /「ユーザIDを忘れた方はこちら」.*登録していない方.*組合/s],
  ["Q2", "sign-in-forgotten-password", /「パスワードを忘れた方はこちら」.*登録していない方.*組合/s],
  ["Q3", "sign-in-locked", /24時間.*組合/s],
  ["Q4", "sign-in-invalid", /違っています/],
  ["Q5", "second-factor-code-not-taken", /1度使った番号は.*開き直して/s],
];
for (const [nth, id, words] of manualE)
  test(`manual E ${nth} at sakura: ${id}`, () => assert.match(answerOf("sakura", id).text, words));

test("answers follow the society's own policy", () => {
  assert.match(
    answerOf("hikari", "sign-in-forgotten-password").text,
    /仮パスワードがメールで届きます.*60分/s,
  );
  assert.match(answerOf("hikari", "sign-in-forgotten-id").text, /「IDを忘れた方はこちら」/);
  assert.match(
    answerOf("sakura", "second-factor-lost-device").text,
    /ほかの方法がないときは、組合に/,
  );
  assert.match(answerOf("kaede", "sign-in-password-expiry").text, /360日/);
  assert.ok(!questionsOf("hikari").some(({ id }) => id === "sign-in-password-expiry"));
  assert.match(
    answerOf("hikari", "services-hours").text,
    /毎月25日の21:00から24:00まで.*その前の平日/,
  );
  assert.doesNotMatch(answerOf("asahi", "services-hours").text, /毎月/);
  assert.doesNotMatch(answerOf("hikari", "mail-senders").text, /info@/);
  assert.ok(!questionsOf("hikari").some(({ id }) => id === "services-notices"));
});

test("both languages have the same questions with the same ways on", () => {
  for (const code of sampleCodes) {
    const said = (lang: "ja" | "en") =>
      questionsOf(code, lang).map(({ id, links }) => ({ id, links }));
    assert.deepEqual(said("en"), said("ja"));
  }
});

// What is typed → whether it finds the forgotten user ID.
const spellings = [
  "ユーザID",
  "ユーザーＩＤ",
  "ﾕｰｻﾞｰid",
  "ゆーざ 忘れ",
  "忘れ　ユーザ",
  "ユーザ ID を",
];
for (const typed of spellings)
  test(`「${typed}」 finds the forgotten user ID`, () => {
    const ids = search(questionsOf("asahi"), typed).map(({ id }) => id);
    assert.ok(ids.includes("sign-in-forgotten-id"), ids.join(" "));
  });

describe("in the running portal", () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  afterEach(() => becomes(world, "minato"));
  after(async () => {
    await world.close();
    assert.deepEqual(world.failures, []);
  });

  test("every link of every answer opens a page", async () => {
    const whose = await registered(world, "kaede");
    const browser = world.browser("kaede");
    await signsIn(browser, whose.userId, whose.password);
    await browser.follow();
    const { body } = await browser.get("/help/faq");
    const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
    const hrefs = new Set([...main.matchAll(/href="(\/[^"#]*)/g)].map(([, href = ""]) => href));
    assert.ok(hrefs.size > 8);
    for (const href of hrefs) {
      await browser.get(href);
      const page = browser.page().location ? await browser.follow() : browser.page();
      assert.equal(page.status, 200, `${href} → ${page.path}`);
    }
  });

  test("a society's own questions stand in their category, are searched, and are its alone", async () => {
    const question = { ja: "窓口はどこですか。", en: "Where is the office?" };
    const answer = { ja: "本社の3階です。\n平日だけ開いています。", en: "On the third floor." };
    await becomes(world, "minato", (document) => ({
      ...document,
      texts: {
        ...document.texts,
        faq: [{ category: "services" as FaqCategory, question, answer }],
      },
    }));
    const whose = await registered(world, "minato");
    const browser = world.browser("minato");
    await signsIn(browser, whose.userId, whose.password);
    await browser.follow();
    const found = unescapeHtml((await browser.get("/help/faq?q=%E6%9C%AC%E7%A4%BE")).body);
    assert.match(found, /「本社」を含む質問は1件です/);
    assert.match(found, /窓口はどこですか。.*本社の3階です。.*平日だけ開いています。/s);
    const stranger = await world.browser("minato").get("/help/faq");
    assert.ok(!stranger.body.includes("窓口はどこですか"), "nobody knows whose it is yet");
  });

  test("the guide names the senders, as the society has them", async () => {
    for (const [code, hasUpdates] of [
      ["asahi", true],
      ["hikari", true],
    ] as const) {
      const { body } = await world.browser(code).get("/help/guide");
      assert.match(body, /no-reply@[a-z.]+/);
      assert.match(body, /webmaster@[a-z.]+/);
      assert.equal(
        /info@/.test(body.slice(body.indexOf("<main"), body.indexOf("</main>"))),
        hasUpdates,
      );
    }
  });
});
