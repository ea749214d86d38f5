import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  chosenPassword,
  details,
  isRefused,
  newUserId,
  signsIn,
  storiesOf,
  titleOf,
  triesToSignIn,
} from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { begins, proves, reachesDetails, reachesConfirmation, registers } = storiesOf(() => world);

const accountsOf = (code: string, memberId: string) =>
  world.app
    .read(world.society(code).id, [
      sql`select a.id, a.user_id, a.email from account a
           where a.society_id = ${world.society(code).id} and a.member_id = ${memberId}`,
    ])
    .then(([rows]) => rows as { id: string; user_id: string; email: string | null }[]);

const factsAbout = (code: string, memberId: string) =>
  world.app
    .read(world.society(code).id, [
      sql`select action from audit_fact
           where society_id = ${world.society(code).id} and member_id = ${memberId}`,
    ])
    .then(([rows]) => (rows as { action: string }[]).map(({ action }) => action).sort());

for (const code of ["hikari", "minato", "kaede"])
  describe(`the first sign-in of ${code}`, () => {
    test("from the letter to home", async () => {
      const { browser, userId, person, page } = await reachesConfirmation(code);
      assert.match(titleOf(page), /^入力確認画面/);
      assert.match(page.body, new RegExp(userId));
      assert.match(page.body, /hanako@example\.jp/);
      assert.doesNotMatch(page.body, new RegExp(chosenPassword));
      const run = await browser.submit({});
      assert.equal(run.status, 303);
      assert.equal(run.location, "/first-sign-in/completed");
      assert.match(titleOf(await browser.follow()), /^パスワード紛失等の注意事項出力画面/);
      const home = await browser.get("/");
      assert.match(home.body, /鈴木　花子/);
      assert.match(home.body, /お知らせはありません。/);
      assert.match(home.body, /メールアドレスの確認が、まだ終わっていません/);
      assert.deepEqual(await factsAbout(code, person.id), [
        "account.registered",
        "account.signed-in",
        "first-sign-in.begun",
        "first-sign-in.identity-proved",
      ]);
    });

    test("what the policy asks for", async () => {
      const { browser } = await reachesDetails(code);
      const { body } = browser.page();
      assert.equal(body.includes("通知情報更新時のメール通知"), code !== "hikari");
      assert.equal(body.includes("有効期限は360日です"), code === "kaede");
      assert.equal(body.includes("海外赴任・社外出向・休職・任意継続"), code === "kaede");
      const refused = await browser.submit(details({ userId: newUserId(), email: "" }));
      const to = code === "hikari" ? "/first-sign-in/confirm" : "/first-sign-in/details";
      assert.equal(refused.location, to);
    });
  });

test("a double submit registers once and both answers lead home", async () => {
  const { browser, person } = await reachesConfirmation("hikari");
  const { fields } = browser.form("/first-sign-in/confirm");
  const [one, two] = await Promise.all([
    browser.post("/first-sign-in/confirm", fields),
    browser.post("/first-sign-in/confirm", fields),
  ]);
  assert.deepEqual([one.location, two.location], Array(2).fill("/first-sign-in/completed"));
  assert.deepEqual(one.headers["set-cookie"], two.headers["set-cookie"]);
  assert.equal((await accountsOf("hikari", person.id)).length, 1);
  assert.match((await browser.get("/")).body, /鈴木　花子/);
});

test("an answer that never arrived: the same button again leads to the same end", async () => {
  const { browser, person } = await reachesConfirmation("minato");
  const { fields } = browser.form("/first-sign-in/confirm");
  const before = new Map(browser.cookies);
  await browser.post("/first-sign-in/confirm", fields);
  browser.cookies.clear();
  for (const [name, value] of before) browser.cookies.set(name, value);
  await browser.post("/first-sign-in/confirm", fields);
  assert.match(titleOf(await browser.follow()), /^パスワード紛失等の注意事項出力画面/);
  assert.match((await browser.get("/")).body, /鈴木　花子/);
  assert.equal((await accountsOf("minato", person.id)).length, 1);
});

test("「戻る」 and the back button keep what was typed, except passwords", async () => {
  const { browser, userId } = await reachesConfirmation("hikari");
  const again = await browser.get("/first-sign-in/details");
  assert.equal(again.status, 200);
  assert.match(again.body, new RegExp(`value="${userId}"`));
  assert.match(again.body, /value="hanako@example\.jp"/);
  assert.doesNotMatch(again.body, new RegExp(chosenPassword));
  const other = newUserId();
  await browser.submit(details({ userId: other }));
  assert.match((await browser.follow()).body, new RegExp(other));
  await browser.get("/first-sign-in/identity");
  assert.equal(
    browser.page().location,
    "/first-sign-in/confirm",
    "a passed check is not asked again",
  );
});

test("a stale tab is shown where the registration stands", async () => {
  const { browser } = await reachesDetails("hikari");
  const stale = browser.form("/first-sign-in/details").fields;
  const first = newUserId();
  await browser.submit(details({ userId: first }));
  const late = await browser.post("/first-sign-in/details", {
    ...stale,
    ...details({ userId: newUserId() }),
  });
  assert.equal(late.location, "/first-sign-in/confirm");
  assert.match((await browser.follow()).body, new RegExp(first));
});

test("two browsers with one letter: the first to finish wins", async () => {
  const { browser, person, letter } = await reachesConfirmation("hikari");
  const other = world.browser("hikari");
  await signsIn(other, letter.userId, letter.password);
  await other.follow();
  await proves(other, "hikari", person);
  await other.follow();
  await other.submit(details({ userId: newUserId() }));
  await other.follow();
  await browser.submit({});
  await other.submit({});
  assert.match(titleOf(await other.follow()), /^登録はもう済んでいます/);
  assert.equal((await accountsOf("hikari", person.id)).length, 1);
  assert.equal((await other.get("/")).body.includes("鈴木"), false);
});

test("two browsers finish with one letter in the same moment", async () => {
  const { browser, person, letter } = await reachesConfirmation("hikari");
  const other = world.browser("hikari");
  await signsIn(other, letter.userId, letter.password);
  await other.follow();
  await proves(other, "hikari", person);
  await other.follow();
  await other.submit(details({ userId: newUserId() }));
  await other.follow();
  const ends = await Promise.all([browser.submit({}), other.submit({})]);
  assert.deepEqual(ends.map(({ location }) => location).sort(), [
    "/first-sign-in/completed",
    "/first-sign-in/ended",
  ]);
  assert.equal((await accountsOf("hikari", person.id)).length, 1);
});

test("two members take the same user ID in the same moment: one is told", async () => {
  const userId = newUserId();
  const one = await reachesConfirmation("hikari", { userId });
  const two = await reachesConfirmation("minato", { userId: userId.toUpperCase() });
  const ends = await Promise.all([one.browser.submit({}), two.browser.submit({})]);
  assert.deepEqual(ends.map(({ location }) => location).sort(), [
    "/first-sign-in/completed",
    "/first-sign-in/details",
  ]);
  const loser = ends[0].location === "/first-sign-in/details" ? one : two;
  const page = await loser.browser.follow();
  assert.match(page.body, /このユーザIDは使えません/);
  assert.match(titleOf(page), /^エラー:/);
  await loser.browser.submit(details({ userId: newUserId() }));
  await loser.browser.follow();
  await loser.browser.submit({});
  assert.match(titleOf(await loser.browser.follow()), /^パスワード紛失等の注意事項出力画面/);
});

test("steps cannot be skipped by URL, and nobody else's browser can go on", async () => {
  const { browser } = await begins("hikari");
  for (const step of ["details", "confirm", "completed", "ended", "nothing"]) {
    await browser.get(`/first-sign-in/${step}`);
    assert.equal((await browser.follow()).path, "/first-sign-in/identity");
  }
  const { fields } = browser.form("/first-sign-in/identity");
  await browser.post("/first-sign-in/confirm", fields);
  assert.equal(browser.page().location, "/first-sign-in/identity");
  const stranger = world.browser("hikari");
  await stranger.get("/first-sign-in/confirm");
  assert.match(titleOf(await stranger.follow()), /^登録はまだ始まっていません/);
});

test("a broken-off registration goes on in its browser for a day", async () => {
  const { browser, person, letter } = await reachesConfirmation("kaede");
  world.clock.advance({ hours: 23 });
  const signIn = await browser.get("/sign-in");
  assert.match(signIn.body, /登録の途中です/);
  await browser.get("/first-sign-in");
  assert.match(titleOf(await browser.follow()), /^入力確認画面/);
  world.clock.advance({ hours: 2 });
  await browser.get("/first-sign-in");
  assert.match(titleOf(await browser.follow()), /^登録の期限が過ぎました/);
  await signsIn(browser, letter.userId, letter.password);
  await browser.follow();
  await proves(browser, "kaede", person);
  assert.match(titleOf(await browser.follow()), /^個人情報入力画面/);
});

test("wrong identity checks end the registration, not the letter", async () => {
  const { browser, person, letter } = await begins("hikari");
  const wrong = { insurerNumber: world.society("hikari").insurerNumber, terms: "agree" };
  for (let tries = 1; tries <= 4; tries += 1) {
    await browser.submit({ ...wrong, birthDate: `1980010${tries}` });
    const page = await browser.follow();
    assert.match(titleOf(page), /^エラー:/);
    assert.match(page.body, /一致しません/);
    assert.match(page.body, new RegExp(`1980010${tries}`), "the input is kept");
  }
  await browser.submit({ ...wrong, birthDate: "19800105" });
  assert.match(titleOf(await browser.follow()), /^はじめからやり直してください/);
  await signsIn(browser, letter.userId, letter.password);
  await browser.follow();
  await proves(browser, "hikari", person);
  assert.match(titleOf(await browser.follow()), /^個人情報入力画面/);
});

test("「同意しない」 ends it and keeps nothing", async () => {
  const { browser, person } = await begins("hikari");
  await browser.submit({
    insurerNumber: world.society("hikari").insurerNumber,
    birthDate: person.bornOn,
    terms: "disagree",
  });
  assert.match(titleOf(await browser.follow()), /^登録を終わりました/);
  assert.equal((await accountsOf("hikari", person.id)).length, 0);
});

test("full width, era dates and hyphens are understood", async () => {
  const { browser, letter } = await begins("hikari");
  const typed = [...letter.userId].map((d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0));
  const password = "ＡＢＣＤ－ｅｆｇｈ　ｊｋｍｎ";
  const other = world.browser("hikari");
  assert.equal((await signsIn(other, typed.join(""), password)).location, "/first-sign-in");
  const number = world.society("hikari").insurerNumber;
  const wide = [...number].map((d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0)).join("");
  await browser.submit({ insurerNumber: wide, birthDate: "昭和５４年８月２２日", terms: "agree" });
  assert.match(titleOf(await browser.follow()), /^個人情報入力画面/);
});

test("the truth about a used, an expired and a replaced letter, and nothing for a wrong password", async () => {
  const { letter } = await registers("hikari");
  const browser = world.browser("hikari");
  assert.match(
    titleOf(await signsIn(browser, letter.userId, letter.password)),
    /使い終わっています/,
  );
  assert.ok(isRefused(await triesToSignIn(browser, letter.userId, "wrong-password")));

  const person = await world.insuredPerson("hikari");
  const old = await world.letterFor("hikari", person);
  await world.letterFor("hikari", person);
  assert.match(titleOf(await signsIn(browser, old.userId, old.password)), /新しいご案内/);
  const late = await world.letterFor("hikari", person);
  world.clock.advance({ days: 181 });
  assert.match(titleOf(await signsIn(browser, late.userId, late.password)), /期限が過ぎています/);
});

test("cover that ended meanwhile ends the registration", async () => {
  const { browser, person } = await reachesConfirmation("hikari");
  const { id } = world.society("hikari");
  await world.app.inSociety(id, async (tx) =>
    tx.write(sql`update member set lost_on = '2026-11-01'
                  where society_id = ${id} and id = ${person.id}`),
  );
  await browser.submit({});
  assert.match(titleOf(await browser.follow()), /^登録できません/);
  assert.equal((await accountsOf("hikari", person.id)).length, 0);
});

test("without an address: no mail is promised", async () => {
  const { browser } = await registers("hikari", { email: "" });
  const page = await browser.get("/first-sign-in/completed");
  assert.match(page.body, /メールアドレスは登録されていません/);
  assert.doesNotMatch((await browser.get("/")).body, /確認が、まだ/);
});

test("a letter of one entrance is nobody at another", async () => {
  const person = await world.insuredPerson("hikari");
  const letter = await world.letterFor("hikari", person);
  const page = await triesToSignIn(world.browser("asahi"), letter.userId, letter.password);
  assert.ok(isRefused(page));
});
