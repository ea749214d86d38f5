import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { titleOf } from "../journeys/stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { codeIn, linkIn, otherThan, storiesOf, wordsOf } from "./stories.ts";

// 「パスワードを忘れた方」 up to the reset (src/identity/password-reset), and 「パスワード初期化」.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { claimOf, factsOf, forgetsId, forgetsPassword, member, mailsTo, newestTo } = stories;
const { newestRequest, presses, types, change } = stories;

const classic = ["hikari", "minato", "kaede"] as const;
const byLink = ["asahi", "sakura"] as const;

const isReset = ({ path }: { readonly path: string }) => path.startsWith("/reset-password/");

for (const code of classic)
  test(`${code}: user ID and address, neutral page, a provisional password by mail`, async () => {
    const whose = await member(code);
    const browser = world.browser(code);
    await browser.get("/sign-in");
    assert.match(browser.page().body, /href="\/forgot-password"/);
    await browser.get("/forgot-password");
    const typed = wordsOf(browser.page());
    assert.ok(typed.includes("個人アカウント仮パスワード再発行入力画面"));
    for (const label of ["ユーザID", "メールアドレス", "実行", "戻る"])
      assert.ok(typed.includes(label), label);
    const sent = await forgetsPassword(browser, whose.userId, whose.email ?? "");
    assert.match(titleOf(sent), /個人アカウント仮パスワード再発行結果画面/);
    assert.ok(wordsOf(sent).includes("登録と一致した場合、"));
    assert.ok(wordsOf(sent).includes("ログイン画面へ"));
    assert.equal(sent.body.includes('name="code"'), false, "there is no code to type");
    const mail = await newestTo(whose);
    assert.equal(mail.text.includes("/recover/"), false);
    const [fact] = await factsOf(whose, "account.temporary-password-sent");
    assert.deepEqual(fact?.details, { voidsPassword: false });
    assert.equal((await newestRequest()).reason, "matched");
  });

for (const code of byLink)
  test(`${code}: user ID and address, a mail, its button; a second press goes on where it stands`, async () => {
    const whose = await member(code);
    await giveDevice(world, whose);
    const browser = world.browser(code);
    const sent = await forgetsPassword(
      browser,
      ` ${whose.userId.toUpperCase()} `,
      whose.email ?? "",
    );
    assert.match(titleOf(sent), /パスワード再設定のメール/);
    const mail = await newestTo(whose);
    assert.match(mail.subject, /^パスワード再設定のお知らせ\(/);
    const link = linkIn(mail);
    const phone = world.browser(code);
    const reset = await presses(phone, link);
    assert.ok(isReset(reset), reset.path);
    const [fact] = await factsOf(whose, "account.reset-begun");
    assert.deepEqual(fact?.details, { ground: "link" });
    await phone.get(link);
    assert.ok(isReset(await phone.follow()), "the link once more");
    const used = wordsOf(await world.browser(code).get(link));
    assert.ok(used.includes("もう使われています"));
    assert.ok(used.includes("もう一度申し込む"));
  });

test("the code of the mail leads on where it was asked; a wrong one does not", async () => {
  const whose = await member("sakura");
  const browser = world.browser("sakura");
  await forgetsPassword(browser, whose.userId, whose.email ?? "");
  const code = codeIn(await newestTo(whose));
  assert.ok(wordsOf(await types(browser, otherThan(code))).includes("あと4回"));
  assert.ok(isReset(await types(browser, code)));
  await browser.get("/forgot-password/sent");
  assert.ok(isReset(await browser.follow()), "back at the page that waited");
});

test("the second address does as well as the first", async () => {
  const whose = await member("asahi");
  await stories.giveSecondAddress(whose, "private@example.jp");
  await forgetsPassword(world.browser("asahi"), whose.userId, "PRIVATE@example.jp");
  const mail = (await world.mailsTo("private@example.jp")).at(-1);
  assert.ok(mail && linkIn(mail));
  assert.equal((await mailsTo(whose)).length, 0);
});

test("「パスワード初期化」, classic: the password is nobody's, one mail goes, however often it is pressed", async () => {
  const whose = await member("hikari");
  const browser = world.browser("hikari");
  await forgetsId(browser, await claimOf(whose));
  const result = await presses(browser, linkIn(await newestTo(whose)));
  assert.ok(wordsOf(result).includes("いまのパスワードは使えなくなります"));
  const { fields } = browser.form("/forgot-id/result");
  await Promise.all([1, 2].map(() => browser.post("/forgot-id/result", fields)));
  await browser.post("/forgot-id/result", fields);
  const done = await browser.follow();
  assert.match(titleOf(done), /個人アカウント仮パスワード再発行結果画面/);
  assert.ok(wordsOf(done).includes("処理が正常に終了しました。"));
  assert.ok(wordsOf(done).includes("■仮パスワードがメールにて送信されますので、ご確認ください。"));
  assert.equal((await mailsTo(whose)).length, 2);
  const facts = await factsOf(whose, "account.temporary-password-sent");
  assert.deepEqual(
    facts.map(({ details }) => details),
    [{ voidsPassword: true }],
  );
  assert.equal((await factsOf(whose, "recovery.password-initialised")).length, 1);
  const again = await browser.get("/forgot-id/result");
  assert.ok(again.body.includes(whose.userId), "the ID may still be read");
});

test("「パスワード初期化」, new: the reset begins, and knows that 本人確認 was done", async () => {
  const whose = await member("sakura");
  const browser = world.browser("sakura");
  await forgetsId(browser, await claimOf(whose));
  await presses(browser, linkIn(await newestTo(whose)));
  await browser.submit({}, { action: "/forgot-id/result" });
  assert.ok(isReset(await browser.follow()));
  const [fact] = await factsOf(whose, "account.reset-begun");
  assert.deepEqual(fact?.details, { ground: "recovered-id" });
});

test("「パスワード初期化」 of who was locked since, or too late, changes nothing", async () => {
  for (const how of ["locked", "late"] as const) {
    const whose = await member("minato");
    const browser = world.browser("minato");
    await forgetsId(browser, await claimOf(whose));
    await presses(browser, linkIn(await newestTo(whose)));
    const { fields } = browser.form("/forgot-id/result");
    if (how === "locked") await change(whose, { lockedAt: world.clock.now() });
    else world.clock.advance({ minutes: 10 });
    const refused = await browser.post("/forgot-id/result", fields);
    assert.equal(refused.location, how === "locked" ? "/contact" : "/forgot-id/result");
    assert.equal((await mailsTo(whose)).length, 1);
    assert.equal((await factsOf(whose, "account.temporary-password-sent")).length, 0);
  }
});

test("what cannot be read is said beside its field", async () => {
  const refused = await forgetsPassword(world.browser("asahi"), "", "hanako");
  assert.match(titleOf(refused), /^エラー:パスワードの再設定/);
  assert.ok(wordsOf(refused).includes("ユーザIDを入力してください。"));
  assert.ok(refused.body.includes('value="hanako"'));
});
