import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { titleOf, triesToSignIn } from "../journeys/stories.ts";
import { openWorld, type World } from "../world/world.ts";
import { allSocieties, codeIn, linkIn, otherThan, storiesOf, wordsOf } from "./stories.ts";

// 「IDを忘れた方」 from the sign-in page to the ID.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { claimOf, forgetsId, member, newestRequest, newestTo, mailsTo, presses, types } = stories;
const { change, factsOf, rename, requests } = stories;

const isResult = (answer: { readonly body: string }) =>
  answer.body.includes("あなたのログインIDは下記になります。");

for (const code of allSocieties)
  test(`${code}: conditions, identity check, neutral page, mail, button, the ID`, async () => {
    const whose = await member(code);
    const browser = world.browser(code);
    await browser.get("/sign-in");
    assert.match(browser.page().body, /href="\/forgot-id"/);
    const conditions = await browser.get("/forgot-id");
    assert.match(conditions.body, /はじめてログインする方/);
    assert.match(conditions.body, /href="\/forgot-id\/identity"/);
    const sent = await forgetsId(browser, await claimOf(whose));
    assert.match(titleOf(sent), /通知メール送信完了画面/);
    const words = wordsOf(sent);
    assert.ok(words.includes("登録と一致した場合、"));
    assert.ok(words.includes(`あなたのメールアドレス ${whose.email}`));
    const { reference, reason } = await newestRequest();
    assert.equal(reason, "matched");
    assert.ok(words.includes(`お問い合わせ番号 ${reference}`));

    const mail = await newestTo(whose);
    assert.match(mail.subject, /^ログインIDの再通知のお知らせ\(\d+時\d\d分\)$/);
    assert.ok(mail.text.includes("H.S."), "couples share an address");
    assert.ok(!mail.text.includes(whose.userId), "the ID is on the page alone");
    // On the telephone, where the mail is read.
    const phone = world.browser(code);
    const result = await presses(phone, linkIn(mail));
    assert.match(titleOf(result), /ログインID再通知画面/);
    assert.ok(isResult(result));
    assert.ok(wordsOf(result).includes(`あなたのID ${whose.userId}`));
    assert.ok(wordsOf(result).includes("パスワード初期化"));
    assert.ok(wordsOf(result).includes("ログイン画面へ"));
    const [fact] = await factsOf(whose, "recovery.id-shown");
    assert.equal(fact?.actorKind, "member");
  });

test("the code of the mail, typed on the page that asked", async () => {
  const whose = await member("sakura");
  const browser = world.browser("sakura");
  await forgetsId(browser, await claimOf(whose));
  const mail = await newestTo(whose);
  const wrong = await types(browser, otherThan(codeIn(mail)));
  assert.ok(wordsOf(wrong).includes("あと4回"));
  assert.match(titleOf(wrong), /^エラー:/);
  const wide = [...codeIn(mail)].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
  assert.ok(isResult(await types(browser, wide.join(" "))));
  assert.equal((await newestRequest()).wrong, 1, "the right one is no wrong one");
  // The other page of the mail, at another browser: used.
  const late = await presses(world.browser("sakura"), linkIn(mail)).catch((error) => error);
  assert.ok(late instanceof Error, "no button is left");
});

test("reload, back and a second press by the same browser lead to the same ID, for ten minutes", async () => {
  const whose = await member("hikari");
  const browser = world.browser("hikari");
  await forgetsId(browser, await claimOf(whose));
  const link = linkIn(await newestTo(whose));
  await browser.get(link);
  const fields = browser.form(link).fields;
  await browser.post(link, fields);
  assert.ok(isResult(await browser.follow()));
  await browser.post(link, fields);
  assert.ok(isResult(await browser.follow()), "pressed twice");
  await browser.get(link);
  assert.ok(isResult(await browser.follow()), "the link once more");
  await browser.get("/forgot-id/sent");
  assert.ok(isResult(await browser.follow()), "back to the page that waited");
  const other = world.browser("hikari");
  const used = await other.get(link);
  assert.ok(wordsOf(used).includes("無効なURLです。"));
  assert.ok(wordsOf(used).includes("もう使われています"));
  assert.ok(wordsOf(used).includes("再度本人確認からやり直してください。"));
  assert.ok(wordsOf(used).includes("本人確認画面へ"));
  assert.ok(wordsOf(used).includes("閉じる"));
  world.clock.advance({ minutes: 10 });
  assert.ok(wordsOf(await browser.get("/forgot-id/result")).includes("表示を終わりました"));
  assert.ok(wordsOf(await browser.get(link)).includes("もう使われています"));
  assert.equal((await other.get("/forgot-id/result")).body.includes(whose.userId), false);
});

test("the ID closes with a lock of staff, another address, and its owner's sign-in in that browser", async () => {
  for (const how of ["lock", "address", "sign-in"] as const) {
    const whose = await member("minato");
    const browser = world.browser("minato");
    await forgetsId(browser, await claimOf(whose));
    assert.ok(isResult(await presses(browser, linkIn(await newestTo(whose)))));
    const { fields } = browser.form("/forgot-id/result");
    world.clock.advance({ minutes: 1 });
    if (how === "lock") await change(whose, { lockedAt: world.clock.now() });
    if (how === "address") await change(whose, { email: "else@example.jp" });
    if (how === "sign-in") {
      await triesToSignIn(browser, whose.userId, whose.password);
      await browser.get("/profile");
      await browser.post("/sign-out", browser.form("/session/stay").fields);
    }
    const page = await browser.get("/forgot-id/result");
    assert.ok(!page.body.includes(whose.userId), how);
    assert.ok(wordsOf(page).includes("表示を終わりました"), how);
    await browser.post("/forgot-id/result", fields);
    assert.deepEqual(await factsOf(whose, "recovery.password-initialised"), [], how);
  }
});

test("the typed address is no longer shown in full after ten minutes, and not at all after a sign-out", async () => {
  const whose = await member("minato");
  const browser = world.browser("minato");
  assert.ok(wordsOf(await forgetsId(browser, await claimOf(whose))).includes(whose.email ?? "-"));
  world.clock.advance({ minutes: 10 });
  assert.ok(!wordsOf(await browser.get("/forgot-id/sent")).includes(whose.email ?? "-"));
  await triesToSignIn(browser, whose.userId, whose.password);
  await browser.get("/profile");
  await browser.post("/sign-out", browser.form("/session/stay").fields);
  assert.equal((await browser.get("/forgot-id/sent")).location, "/forgot-id/identity");
});

test("what a scanner does changes nothing; an hour later the link has expired", async () => {
  const whose = await member("minato");
  const browser = world.browser("minato");
  await forgetsId(browser, await claimOf(whose));
  const link = linkIn(await newestTo(whose));
  const before = await newestRequest();
  const scanner = world.browser("minato");
  for (const method of ["GET", "HEAD", "GET"])
    assert.equal((await scanner.get(link, { method })).status, 200);
  assert.equal((await scanner.post(link, {})).status, 403, "no form token");
  assert.deepEqual(await newestRequest(), before);
  world.clock.advance({ minutes: 59 });
  assert.match((await browser.get(link)).body, /ログインIDを表示する/);
  const stale = browser.form(link).fields;
  world.clock.advance({ minutes: 1 });
  await browser.post(link, stale);
  assert.ok(wordsOf(await browser.follow()).includes("使える時間が過ぎました"));
  assert.equal((await newestRequest()).outcome, null);
});

test("a newer mail voids the one before it: its button and its code", async () => {
  const whose = await member("asahi");
  const claim = await claimOf(whose);
  const browser = world.browser("asahi");
  await forgetsId(browser, claim);
  const first = await newestTo(whose);
  world.clock.advance({ seconds: 61 });
  await forgetsId(browser, claim);
  const second = await newestTo(whose);
  assert.notEqual(linkIn(first), linkIn(second));
  const old = await browser.get(linkIn(first));
  assert.ok(wordsOf(old).includes("いちばん新しいメール"));
  await browser.get("/forgot-id/sent");
  const wrong = await types(browser, codeIn(first));
  // Six digits are the same once in a million.
  assert.ok(wordsOf(wrong).includes("番号が正しくないか"));
  assert.ok(isResult(await types(browser, codeIn(second))));
});

test("a button pressed twice asks once; after it one mail a minute, after five one an hour, and nobody is told", async () => {
  const whose = await member("kaede");
  const claim = await claimOf(whose);
  const browser = world.browser("kaede");
  await browser.get("/forgot-id/identity");
  const { fields } = browser.form("/forgot-id/identity");
  const both = [1, 2].map(() => browser.post("/forgot-id/identity", { ...fields, ...claim }));
  await Promise.all(both);
  const asked = (await requests()).length;
  assert.equal((await mailsTo(whose)).length, 1);
  const other = world.browser("kaede");
  assert.match(titleOf(await forgetsId(other, claim)), /通知メール送信完了画面/);
  assert.equal((await requests()).length, asked + 1);
  assert.equal((await mailsTo(whose)).length, 1, "within the minute");
  assert.equal((await newestRequest()).reason, "too-many");
  // The mail that went works on: who asks again and again does not shut its reader out.
  for (let n = 2; n <= 6; n += 1) {
    world.clock.advance({ minutes: 20 });
    await forgetsId(world.browser("kaede"), claim);
    assert.equal((await mailsTo(whose)).length, Math.min(n, 5));
  }
  world.clock.advance({ minutes: 40 });
  await forgetsId(world.browser("kaede"), claim);
  assert.equal((await mailsTo(whose)).length, 6, "an hour after the fifth");
  const last = (await mailsTo(whose)).at(-1);
  assert.ok(last && isResult(await presses(world.browser("kaede"), linkIn(last))));
});

test("who guesses the card with the address learns nothing after fifteen; a day later it is told again", async () => {
  const whose = await member("asahi");
  const claim = await claimOf(whose);
  const guesses = (count: number, from: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const browser = world.browser("asahi");
        await forgetsId(browser, { ...claim, memberNumber: String(70000 + from + n) });
      }),
    );
  // Who knows the address alone shuts nobody out.
  for (let n = 0; n < 16; n += 1)
    await forgetsId(world.browser("asahi"), {
      ...{ ...claim, memberNumber: String(80000 + n), nameKana: "ベツノ　ヒト" },
    });
  // The same mistake again and again is one.
  for (let n = 0; n < 16; n += 1) await guesses(1, 0);
  await guesses(13, 1);
  await forgetsId(world.browser("asahi"), claim);
  assert.equal((await mailsTo(whose)).length, 1, "after fourteen");
  await guesses(1, 14);
  world.clock.advance({ minutes: 2 });
  const sent = await forgetsId(world.browser("asahi"), claim);
  assert.match(titleOf(sent), /通知メール送信完了画面/);
  assert.equal((await mailsTo(whose)).length, 1, "after fifteen");
  assert.equal((await newestRequest()).reason, "too-many-claims");
  world.clock.advance({ hours: 24 });
  await forgetsId(world.browser("asahi"), claim);
  assert.equal((await mailsTo(whose)).length, 2);
});

test("five wrong codes are all; the button still works", async () => {
  const whose = await member("hikari");
  const browser = world.browser("hikari");
  await forgetsId(browser, await claimOf(whose));
  const mail = await newestTo(whose);
  for (let left = 4; left > 0; left -= 1)
    assert.ok(wordsOf(await types(browser, otherThan(codeIn(mail)))).includes(`あと${left}回`));
  const unread = await types(browser, "12a");
  assert.ok(wordsOf(unread).includes("6桁の数字を入力してください"));
  assert.equal((await newestRequest()).wrong, 4, "what is no code is not counted");
  const { fields } = browser.form("/sent");
  const over = await types(browser, otherThan(codeIn(mail)));
  assert.ok(wordsOf(over).includes("番号は、もう入力できません"));
  await browser.post("/forgot-id/sent", { ...fields, code: codeIn(mail) });
  assert.ok(wordsOf(await browser.follow()).includes("番号は、もう入力できません"));
  assert.equal((await newestRequest()).wrong, 5);
  assert.ok(isResult(await presses(browser, linkIn(mail))));
});

test("the code of ten minutes ago is over, and is told as a wrong one is", async () => {
  const whose = await member("sakura");
  const browser = world.browser("sakura");
  await forgetsId(browser, await claimOf(whose));
  const code = codeIn(await newestTo(whose));
  world.clock.advance({ minutes: 10 });
  assert.ok(wordsOf(await types(browser, code)).includes("番号が正しくないか"));
});

test("as people type it: full width, half-width kana, an era, another hyphen, another case", async () => {
  const whose = await member("hikari");
  const claim = await claimOf(whose);
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));
  await forgetsId(world.browser("hikari"), {
    insurerNumber: wide(claim.insurerNumber),
    symbol: wide(claim.symbol),
    memberNumber: ` ${wide(claim.memberNumber)}　`,
    nameKana: "ｽｽﾞｷ ﾊﾅｺ",
    birthDate: "昭和５４年８月２２日",
    email: (whose.email ?? "").toUpperCase(),
  });
  assert.equal((await newestRequest()).reason, "matched");
  assert.equal((await mailsTo(whose)).length, 1);
});

test("a name is known by how it is said: ヴ or バ, small kana or not, and no more than that", async () => {
  const whose = await member("minato");
  const claim = await claimOf(whose);
  for (const [onFile, typed] of [
    ["ヴァレリー　ショウコ", "バレリー ショウコ"],
    ["バレリー　シヨウコ", "ｳﾞｧﾚﾘｰ ｼｮｳｺ"],
    ["ルヴオフ　ヴ", "るぼふ-ぶ"],
  ] as const) {
    await rename(whose, onFile);
    const isKnown = !typed.includes("-");
    await forgetsId(world.browser("minato"), { ...claim, nameKana: typed });
    assert.equal((await newestRequest()).reason, isKnown ? "matched" : "kana-differs", typed);
    world.clock.advance({ minutes: 1 });
  }
});

test("whatever rubbish is typed, the messages come: no cookie is longer than a browser keeps", async () => {
  for (const one of ["\0", "\ud83d", "あ", '"']) {
    const browser = world.browser("asahi");
    const typed = Object.fromEntries(
      ["insurerNumber", "symbol", "memberNumber", "nameKana", "birthDate", "email"].map(
        (name) => [name, one.repeat(200)] as const,
      ),
    );
    await browser.get("/forgot-id/identity");
    await browser.submit(typed, { action: "/forgot-id/identity" });
    for (const [name, value] of browser.cookies) assert.ok(name.length + value.length < 4096, name);
    assert.match(titleOf(await browser.follow()), /^エラー:/);
  }
});

test("what cannot be read is said beside its field, and what was typed stays", async () => {
  const browser = world.browser("asahi");
  const refused = await forgetsId(browser, {
    insurerNumber: "12345678",
    symbol: "",
    memberNumber: "45",
    nameKana: "鈴木 花子",
    birthDate: "790822",
    email: "hanako.example.jp",
  });
  assert.match(titleOf(refused), /^エラー:本人確認情報入力画面/);
  const words = wordsOf(refused);
  for (const part of [
    "5か所をご確認ください",
    "この保険者番号はありません。",
    "記号を入力してください。",
    "カナかひらがなで入力してください",
    "いまは6桁です",
    "登録メールアドレスに「@」がありません",
  ])
    assert.ok(words.includes(part), part);
  assert.ok(refused.body.includes('value="鈴木 花子"'));
  assert.ok(refused.body.includes('value="45"'));
  assert.equal(refused.body.includes("通知メール送信完了画面"), false);
});

test("what no link goes for is told to its owner by mail, and to nobody else", async () => {
  const locked = await member("hikari");
  await change(locked, { lockedAt: world.clock.now() });
  const waiting = await member("hikari");
  await change(waiting, { awaitsLetter: waiting.accountId });
  for (const [whose, reason, part] of [
    [locked, "staff-lock", "組合が利用を止めています"],
    [waiting, "awaits-letter", "新しいご案内の紙"],
  ] as const) {
    const sent = await forgetsId(world.browser("hikari"), await claimOf(whose));
    assert.match(titleOf(sent), /通知メール送信完了画面/);
    const mail = await newestTo(whose);
    assert.ok(mail.text.replaceAll("\n", "").includes(part));
    assert.equal(codeIn(mail), "");
    assert.equal(mail.text.includes("/recover/"), false);
    assert.equal((await newestRequest()).reason, reason);
  }
});

test("a lock by staff after the mail went is not passed", async () => {
  const whose = await member("sakura");
  const browser = world.browser("sakura");
  await forgetsId(browser, await claimOf(whose));
  const mail = await newestTo(whose);
  await browser.get(linkIn(mail));
  const { fields } = browser.form(linkIn(mail));
  await change(whose, { lockedAt: world.clock.now() });
  await browser.post(linkIn(mail), fields);
  const refused = await browser.follow();
  assert.ok(wordsOf(refused).includes("組合へお問い合わせください"));
  assert.equal(refused.body.includes(whose.userId), false);
  assert.equal((await newestRequest()).outcome, null);
});

test("an address that changed before the mail went gets none", async () => {
  const whose = await member("minato");
  await forgetsId(world.browser("minato"), await claimOf(whose));
  await change(whose, { email: "elsewhere@example.jp" });
  assert.equal((await mailsTo(whose)).length, 0);
  assert.equal((await world.mailsTo("elsewhere@example.jp")).length, 0);
  assert.equal((await newestRequest()).reason, "changed");
});

test("a link of another entrance is nobody's here", async () => {
  const whose = await member("asahi");
  await forgetsId(world.browser("asahi"), await claimOf(whose));
  const link = linkIn(await newestTo(whose));
  for (const code of ["sakura", "hikari"]) {
    const answer = await world.browser(code).get(link);
    assert.equal(answer.status, 404);
    assert.ok(wordsOf(answer).includes("無効なURLです。"));
  }
  const elsewhere = world.browser("sakura");
  assert.equal((await elsewhere.get("/forgot-id/sent")).location, "/forgot-id/identity");
});
