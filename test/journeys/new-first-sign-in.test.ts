import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  asksAgain,
  buttonIn,
  carried,
  choosesMail,
  codeIn,
  newAddress,
  newStoriesOf,
  pressesButton,
  typesCode,
} from "./new-stories.ts";
import { chosenPassword, isRefused, newUserId, titleOf, triesToSignIn } from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = newStoriesOf(() => world);
const { begins, proves, agrees, givesAddress, newestMail } = stories;
const { reachesAddress, reachesCheck, reachesUserId, reachesPassword, registers } = stories;
const { choosesPassword, signsInAgain } = stories;

const accountOf = async (code: string, memberId: string) => {
  const [rows] = await world.app.read(world.society(code).id, [
    sql`select user_id as "userId", email, email_confirmed_at as "confirmedAt" from account
         where society_id = ${world.society(code).id} and member_id = ${memberId}`,
  ]);
  return (rows as { userId: string; email: string; confirmedAt: string | null }[])[0];
};

const isConfirmed = /メールアドレスを確認しました/;
const waits = /^(エラー:)?メールに届いた番号/;

const otherCode = (code: string) => String((Number(code) + 1) % 10 ** 6).padStart(6, "0");

for (const code of ["asahi", "sakura"])
  describe(`the first sign-in of ${code}`, () => {
    test("from the letter to home, the issued ID kept", async () => {
      const story = await begins(code);
      const { browser, person, letter } = story;
      assert.match(titleOf(browser.page()), /^本人確認/);
      assert.doesNotMatch(browser.page().body, /name="insurerNumber"/);
      assert.match(titleOf(await proves(story)), /^利用規約/);
      assert.match(titleOf(await agrees(story)), /^メールアドレス確認/);
      const email = newAddress();
      await givesAddress(story, email);
      const mail = await newestMail(email);
      assert.match(mail.subject, /10時00分/);
      assert.match(mail.text, /H\.S\./);
      assert.doesNotMatch(mail.text, /鈴木|花子/);
      await typesCode(browser, codeIn(mail));
      assert.match(titleOf(await browser.follow()), /^ユーザID/);
      await browser.submit({});
      assert.match(titleOf(await browser.follow()), /^認証方法/);
      assert.match(titleOf(await choosesMail(browser)), /^パスワードの更新/);
      const run = await choosesPassword(browser);
      assert.equal(run.location, "/?registered");
      assert.match((await browser.follow()).body, /鈴木　花子/);
      const account = await accountOf(code, person.id);
      assert.deepEqual([account?.userId, account?.email], [letter.userId, email]);
      assert.ok(account?.confirmedAt, "the address is confirmed already");
      assert.doesNotMatch(browser.page().body, /確認が、まだ終わっていません/);
      const again = world.browser(code);
      await signsInAgain(again, { userId: letter.userId, email });
      assert.match(again.page().body, /鈴木　花子/);
    });

    test("the letter's password opens nothing afterwards", async () => {
      const { letter } = await registers(code);
      const page = await triesToSignIn(world.browser(code), letter.userId, letter.password);
      assert.ok(isRefused(page));
    });
  });

test("another user ID is chosen, and the letter's ID opens nothing any more", async () => {
  const { browser, letter, person } = await reachesUserId("sakura");
  const userId = newUserId();
  await browser.submit({ userId });
  await browser.follow();
  await choosesMail(browser);
  await choosesPassword(browser);
  assert.equal((await accountOf("sakura", person.id))?.userId, userId);
  const used = await triesToSignIn(world.browser("sakura"), letter.userId, letter.password);
  assert.match(
    titleOf(used),
    /使い終わっています/,
    "the right password of a used letter is told so",
  );
});

test("sakura shows the address of its file, asahi does not", async () => {
  const own = { person: { email: "file@example.jp" } };
  const sakura = await reachesAddress("sakura", own);
  assert.match(sakura.browser.page().body, /value="file@example\.jp"/);
  const asahi = await reachesAddress("asahi", own);
  assert.doesNotMatch(asahi.browser.page().body, /file@example\.jp/);
});

test("the button works on another device, and the page that waits goes on", async () => {
  const { browser, email } = await reachesCheck("asahi");
  const before = JSON.parse((await browser.get("/first-sign-in/standing")).body);
  const path = buttonIn(await newestMail(email));
  const phone = world.browser("asahi");
  assert.match((await pressesButton(phone, path)).body, isConfirmed);
  assert.match((await phone.get(path)).body, isConfirmed, "pressed twice is no mistake");
  const now = JSON.parse((await browser.get("/first-sign-in/standing")).body);
  assert.notEqual(now.turn, before.turn);
  assert.match(titleOf(await browser.get("/first-sign-in/address-check")), /^$/);
  assert.match(titleOf(await browser.follow()), /^ユーザID/);
});

test("the button pressed again after the end says that the address is confirmed", async () => {
  const { browser, email } = await reachesUserId("asahi");
  const path = buttonIn(await newestMail(email));
  await browser.submit({});
  await browser.follow();
  await choosesMail(browser);
  await choosesPassword(browser);
  const phone = world.browser("asahi");
  await phone.get(path);
  await phone.post(path, carried(phone));
  assert.match((await phone.follow()).body, isConfirmed);
});

test("scanners that open the button, and its frame, use nothing up", async () => {
  const { browser, email } = await reachesCheck("asahi");
  const path = buttonIn(await newestMail(email));
  for (let i = 0; i < 3; i += 1) await world.browser("asahi").get(path);
  await world.browser("asahi").get(path, { method: "HEAD" });
  await browser.get("/first-sign-in/address-check");
  assert.match(titleOf(browser.page()), waits);
  assert.match((await pressesButton(world.browser("asahi"), path)).body, isConfirmed);
});

test("a wrong code is told with what is left; the fifth uses the code up, a new mail mends it", async () => {
  const { browser, email } = await reachesCheck("sakura");
  const code = codeIn(await newestMail(email));
  for (const left of [4, 3, 2, 1]) {
    await typesCode(browser, otherCode(code));
    assert.match((await browser.follow()).body, new RegExp(`あと${left}回`));
  }
  await typesCode(browser, otherCode(code));
  await browser.follow();
  await typesCode(browser, code);
  assert.match(titleOf(await browser.follow()), waits, "the right one comes too late");
  world.clock.advance({ seconds: 61 });
  await asksAgain(browser);
  await browser.follow();
  await typesCode(browser, codeIn(await newestMail(email)));
  assert.match(titleOf(await browser.follow()), /^ユーザID/);
});

test("a code in full width with spaces is understood", async () => {
  const { browser, email } = await reachesCheck("sakura");
  const code = codeIn(await newestMail(email));
  const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
  await typesCode(browser, `${wide.slice(0, 3)}　${wide.slice(3)}`);
  assert.match(titleOf(await browser.follow()), /^ユーザID/);
});

test("「再送信」 waits 60 seconds, and voids the code before but not its button", async () => {
  const { browser, email } = await reachesCheck("sakura");
  const first = await newestMail(email);
  await asksAgain(browser);
  await browser.follow();
  assert.equal((await world.mailsTo(email)).length, 1, "too soon: no mail");
  world.clock.advance({ seconds: 61 });
  await asksAgain(browser);
  await browser.follow();
  const mails = await world.mailsTo(email);
  assert.equal(mails.length, 2);
  assert.notEqual(codeIn(first), codeIn(mails[1] ?? first));
  await typesCode(browser, codeIn(first));
  assert.match(titleOf(await browser.follow()), waits);
  await pressesButton(world.browser("sakura"), buttonIn(first));
  assert.match(titleOf(await browser.get("/first-sign-in")), /^$/);
  assert.match(titleOf(await browser.follow()), /^ユーザID/);
});

test("codes end after ten minutes, buttons after an hour", async () => {
  const { browser, email } = await reachesCheck("asahi");
  const mail = await newestMail(email);
  world.clock.advance({ minutes: 10 });
  await typesCode(browser, codeIn(mail));
  assert.match((await browser.follow()).body, /時間が過ぎ|期限/);
  world.clock.advance({ minutes: 50 });
  const phone = world.browser("asahi");
  assert.match((await pressesButton(phone, buttonIn(mail)).catch(() => phone.page())).body, /期限/);
});

test("a mistyped address is changed, and the mail that went there proves nothing", async () => {
  const { browser, email: wrong } = await reachesCheck("sakura");
  const old = await newestMail(wrong);
  await browser.get("/first-sign-in/address");
  assert.match(browser.page().body, new RegExp(`value="${wrong}"`));
  const right = newAddress();
  world.clock.advance({ seconds: 1 });
  await browser.submit({ email: right });
  await browser.follow();
  const phone = world.browser("sakura");
  assert.doesNotMatch((await phone.get(buttonIn(old))).body, /<form[^>]*check-address/);
  await phone.post(buttonIn(old), carried(phone));
  await typesCode(browser, codeIn(old));
  assert.match(titleOf(await browser.follow()), waits);
  await typesCode(browser, codeIn(await newestMail(right)));
  assert.match(titleOf(await browser.follow()), /^ユーザID/);
});

test("no letter sends more than ten mails a day", async () => {
  const { browser, email } = await reachesCheck("asahi");
  for (let i = 0; i < 12; i += 1) {
    world.clock.advance({ seconds: 61 });
    await browser.get("/first-sign-in/address-check");
    await asksAgain(browser);
    await browser.follow();
  }
  assert.equal((await world.mailsTo(email)).length, 10);
});

/** Browsers that have all begun with one letter. */
const browsersOf = async (
  count: number,
  reach: (story: Awaited<ReturnType<typeof begins>>) => Promise<unknown>,
) => {
  const first = await begins("asahi");
  const stories = [first];
  for (let i = 1; i < count; i += 1) stories.push({ ...first, browser: world.browser("asahi") });
  for (const story of stories) {
    if (story !== first) {
      const { userId, password } = story.letter;
      await triesToSignIn(story.browser, userId, password);
    }
    await reach(story);
  }
  return stories;
};

test("fifteen browsers of one letter at once send one mail a minute to one address, ten a day", async () => {
  const stories = await browsersOf(15, async (story) => {
    await proves(story);
    await agrees(story);
  });
  const one = newAddress();
  await Promise.all(stories.map(({ browser }) => browser.submit({ email: one })));
  assert.equal((await world.mailsTo(one)).length, 1);
  const others = stories.map(newAddress);
  await Promise.all(stories.map(({ browser }) => browser.get("/first-sign-in/address")));
  await Promise.all(stories.map(({ browser }, i) => browser.submit({ email: others[i] ?? "" })));
  const sent = await Promise.all(others.map((address) => world.mailsTo(address)));
  assert.equal(sent.flat().length, 9);
});

test("forty wrong birth dates at once: a letter gives thirty", async () => {
  const stories = await browsersOf(40, async () => {});
  await Promise.all(stories.map(({ browser }) => browser.submit({ birthDate: "19790823" })));
  const [rows] = await world.app.read(world.society("asahi").id, [
    sql`select count(*)::int as count from failed_try
         where kind = 'proof' and target_id = ${stories[0]?.letter.id ?? ""}`,
  ]);
  assert.deepEqual(rows, [{ count: 30 }]);
});

test("a taken ID is told, few tries", async () => {
  const taken = newUserId();
  const first = await reachesUserId("sakura");
  await first.browser.submit({ userId: taken });
  await first.browser.follow();
  await choosesMail(first.browser);
  await choosesPassword(first.browser);
  const { browser } = await reachesUserId("sakura");
  for (let i = 0; i < 4; i += 1) {
    await browser.submit({ userId: taken });
    assert.match((await browser.follow()).body, /このユーザIDは使えません/);
  }
  await browser.submit({ userId: taken });
  assert.match(titleOf(await browser.follow()), /^はじめからやり直してください/);
});

test("two who want one ID at the same moment: one gets it, the other is told", async () => {
  const wanted = newUserId();
  const both = await Promise.all([reachesUserId("sakura"), reachesUserId("sakura")]);
  for (const { browser } of both) {
    await browser.submit({ userId: wanted });
    await browser.follow();
    await choosesMail(browser);
  }
  const answers = await Promise.all(both.map(({ browser }) => choosesPassword(browser)));
  assert.deepEqual(answers.map(({ location }) => location).sort(), [
    "/?registered",
    "/first-sign-in/user-id",
  ]);
});

test("a page that was skipped to leads back to where the registration stands", async () => {
  const { browser } = await reachesAddress("asahi");
  for (const step of [
    "address-check",
    "user-id",
    "password",
    "confirm",
    "details",
    "file-address",
  ]) {
    await browser.get(`/first-sign-in/${step}`);
    assert.equal(browser.page().location, "/first-sign-in/address", step);
  }
  await browser.follow();
  const { fields } = browser.form("/first-sign-in/address");
  await browser.post("/first-sign-in/password", {
    ...fields,
    password: chosenPassword,
    passwordAgain: chosenPassword,
  });
  assert.equal(browser.page().location, "/first-sign-in/address");
});

test("a closed browser goes on where it stopped; another one begins anew, its address known", async () => {
  const story = await reachesUserId("sakura");
  const { letter, person, email, code } = story;
  await story.browser.get("/sign-in");
  assert.match(story.browser.page().body, /first-sign-in/);
  await story.browser.get("/first-sign-in");
  assert.equal(story.browser.page().location, "/first-sign-in/user-id");
  const other = { browser: world.browser("sakura"), letter, person, code };
  await triesToSignIn(other.browser, letter.userId, letter.password);
  await proves(other);
  await agrees(other);
  await givesAddress(other, email);
  assert.match(titleOf(other.browser.page()), /^ユーザID/, "this letter has proved it before");
});

test("two browsers with one letter: the first to finish wins, 「全てのデバイスから」 ends the other now", async () => {
  const story = await reachesPassword("asahi");
  const other = { ...story, browser: world.browser("asahi") };
  await triesToSignIn(other.browser, story.letter.userId, story.letter.password);
  await proves(other);
  await choosesPassword(story.browser);
  await other.browser.get("/first-sign-in");
  assert.match(titleOf(await other.browser.follow()), /^登録はもう済んでいます/);
});

test("a double submit registers once, and both answers lead home", async () => {
  const { browser, person } = await reachesPassword("asahi");
  const { fields } = browser.form("/first-sign-in/password");
  const typed = { ...fields, password: chosenPassword, passwordAgain: chosenPassword };
  const answers = await Promise.all([
    browser.post("/first-sign-in/password", typed),
    browser.post("/first-sign-in/password", typed),
  ]);
  assert.deepEqual(
    answers.map(({ location }) => location),
    ["/?registered", "/?registered"],
  );
  assert.deepEqual(answers[0]?.headers["set-cookie"], answers[1]?.headers["set-cookie"]);
  assert.ok(await accountOf("asahi", person.id));
});

test("「同意しない」 ends it, and the letter still works", async () => {
  const story = await begins("asahi");
  await proves(story);
  await story.browser.submit({}, { button: "disagree" });
  assert.match(titleOf(await story.browser.follow()), /^登録を終わりました/);
  const again = world.browser("asahi");
  await triesToSignIn(again, story.letter.userId, story.letter.password);
  assert.match(titleOf(again.page()), /^本人確認/);
});

test("a page that waits never prolongs a session", async () => {
  const { browser } = await registers("asahi");
  for (let i = 0; i < 5; i += 1) {
    world.clock.advance({ minutes: 7 });
    await browser.get("/first-sign-in/standing");
  }
  assert.equal(
    (await browser.get("/")).body.includes("鈴木"),
    false,
    "35 minutes without a person",
  );
});

test("a password of the society's making: both proofs, and the address on file is guarded", async () => {
  const file = newAddress();
  const story = await begins("sakura", {
    person: { email: file },
    letter: { isWeak: true, userId: `tanaka.${newUserId()}`, password: "10100119790822" },
  });
  const { browser, person } = story;
  assert.match(browser.page().body, /name="insurerNumber"/);
  await browser.submit({ birthDate: person.bornOn.replaceAll("-", ""), insurerNumber: "" });
  assert.equal(browser.page().location, "/first-sign-in/identity");
  await browser.follow();
  await proves(story);
  await agrees(story);
  assert.equal(browser.page().path, "/first-sign-in/file-address");
  assert.doesNotMatch(browser.page().body, new RegExp(file));
  await browser.get("/first-sign-in/address");
  assert.equal(browser.page().location, "/first-sign-in/file-address", "no way around it");
  await browser.follow();
  await browser.submit({});
  await browser.follow();
  assert.doesNotMatch(browser.page().body, new RegExp(file));
  const asked = await newestMail(file);
  assert.doesNotMatch(
    asked.text,
    /check-address/,
    "no button that its owner might press for a thief",
  );
  assert.match(asked.text, /番号を誰にも教えず/);
  await typesCode(browser, codeIn(asked));
  await browser.follow();
  assert.match(browser.page().body, new RegExp(`value="${file}"`), "now it may be seen");
  const own = newAddress();
  await givesAddress(story, own);
  await typesCode(browser, codeIn(await newestMail(own)));
  await browser.follow();
  await browser.submit({});
  await browser.follow();
  await choosesMail(browser);
  await choosesPassword(browser);
  assert.equal((await accountOf("sakura", person.id))?.email, own);
  const told = await newestMail(file);
  assert.match(told.subject, /別のメールアドレスが登録されました/);
  assert.doesNotMatch(told.text, new RegExp(own));
});

test("a weak password's holder who proved the address elsewhere proves it here once more", async () => {
  const file = newAddress();
  const own = { person: { email: file }, letter: { isWeak: true } };
  const first = await begins("sakura", own);
  await proves(first);
  await agrees(first);
  await first.browser.submit({});
  await first.browser.follow();
  await typesCode(first.browser, codeIn(await newestMail(file)));
  const thief = { ...first, browser: world.browser("sakura") };
  await triesToSignIn(thief.browser, first.letter.userId, first.letter.password);
  await proves(thief);
  await agrees(thief);
  assert.equal(thief.browser.page().path, "/first-sign-in/file-address");
});
