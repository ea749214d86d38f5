import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Sql, sql } from "../../src/platform/database/sql.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { isRefused, titleOf, triesToSignIn } from "../journeys/stories.ts";
import { questionOn } from "../passkey-sign-in/stories.ts";
import { giveDevice, giveMailbox, type Registered } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import { at, newPassword, storiesOf } from "./stories.ts";

// 「パスワードを忘れた方」 to the end, by both ways, in all five societies.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { begins, chooses, factsOf, mailsTo, member, proves, sessionsOf, types } = stories;

const codeTo = async (whose: Registered): Promise<string> =>
  /^\d{6}$/m.exec((await mailsTo(whose)).at(-1)?.text ?? "")?.[0] ?? "";

const isDone = async (whose: Registered) => {
  const [session] = await sessionsOf(whose);
  assert.ok(session, "signed in");
  assert.ok(
    isRefused(await triesToSignIn(world.browser(whose.code), whose.userId, whose.password)),
  );
  const again = await triesToSignIn(world.browser(whose.code), whose.userId, newPassword);
  assert.equal(isRefused(again), false, "the new password is right");
  return session;
};

for (const code of ["hikari", "minato", "kaede", "asahi", "sakura"])
  test(`${code}: a mail, the app's code, a new password, signed in; its owner is told`, async () => {
    const whose = await member(code);
    const phone = await giveDevice(world, whose);
    const { browser, answer } = await begins(whose);
    assert.equal(answer.path, at.verify);
    assert.deepEqual(await sessionsOf(whose), [], "nobody is signed in yet");
    const asked = await types(browser, { totpCode: phone.code() });
    assert.equal(asked.path, at.password);
    assert.match(titleOf(asked), /パスワードの更新/);
    assert.ok(asked.body.includes(whose.userId));
    const done = await chooses(browser);
    assert.equal(done.path, at.completed);
    assert.match(titleOf(done), /パスワードを更新しました/);
    assert.match(done.body, /ほかの機器は、すべてログアウトになりました/);
    world.clock.advance({ minutes: 1 });
    assert.deepEqual((await isDone(whose)).amr, ["password", "otp"]);
    const told = (await mailsTo(whose)).filter(({ subject }) => /パスワードが変わ/.test(subject));
    assert.equal(told.length, 1);
    assert.equal(await factsOf(whose, "account.password-reset"), 1);
  });

test("a passkey is asked for too, and its session says so", async () => {
  const whose = await member("asahi");
  const phone = await givePasskey(world, whose);
  const { browser } = await begins(whose);
  const { fields } = browser.form(at.verify, "response");
  await browser.post(at.verify, { ...fields, response: phone.get(questionOn(browser.page())) });
  assert.equal((await browser.follow()).path, at.password);
  await chooses(browser);
  assert.deepEqual((await isDone(whose)).amr, ["password", "passkey"]);
});

for (const code of ["hikari", "sakura"])
  test(`${code}: where the mailbox is all there is, the fields of 本人確認 are asked too`, async () => {
    const whose = await member(code);
    await giveMailbox(world, whose);
    const { browser } = await begins(whose);
    const asked = await types(browser, { mailCode: await codeTo(whose) });
    assert.equal(asked.path, at.identity);
    await browser.get(at.password);
    assert.equal((await browser.follow()).path, at.identity, "no way past it");
    const wrong = await proves(browser, whose, { birthDate: "19790823" });
    assert.equal(wrong.path, at.identity);
    assert.match(wrong.body, /登録されている情報と一致しません/);
    assert.match(wrong.body, /value="スズキ　ハナコ"/, "what was typed stays");
    const right = await proves(browser, whose, {
      birthDate: "昭和５４年８月２２日",
      nameKana: "ｽｽﾞｷﾊﾅｺ",
    });
    assert.equal(right.path, at.password);
    assert.equal((await chooses(browser)).path, at.completed);
    assert.deepEqual((await isDone(whose)).amr, ["password", "mail"]);
  });

test("who has an app and the mailbox, and answers with the mailbox, is asked the fields too", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  await giveMailbox(world, whose);
  const { browser } = await begins(whose);
  const asked = await types(browser, { mailCode: await codeTo(whose) });
  assert.equal(asked.path, at.identity);
  world.clock.advance({ minutes: 2 });
  const other = await begins(whose);
  await stories.pressesIn(other.browser, at.verify, "other");
  assert.equal((await types(other.browser, { totpCode: phone.code() })).path, at.password);
});

test("hikari: nothing enrolled and nothing demanded: the mail, and the new password", async () => {
  const whose = await member("hikari");
  const { browser, answer } = await begins(whose);
  assert.equal(answer.path, at.password);
  assert.equal((await chooses(browser)).path, at.completed);
  assert.deepEqual((await isDone(whose)).amr, ["password"]);
});

test("asahi: nothing enrolled where something is demanded: the fields, an app, the password", async () => {
  const whose = await member("asahi");
  const { browser, answer } = await begins(whose);
  assert.equal(answer.path, at.identity);
  assert.equal((await proves(browser, whose)).path, at.method);
  await browser.submit({ method: "totp" }, { action: at.method });
  const page = await browser.follow();
  const key = keyOnPage(page.body);
  await browser.submit({ totpCode: codeOf(key, world.clock.now()) }, { holding: "totpCode" });
  await browser.follow();
  await browser.submit({}, { action: "/recovery-codes", holding: "later" });
  assert.equal((await browser.follow()).path, at.password);
  assert.equal((await chooses(browser)).path, at.completed);
  assert.deepEqual((await isDone(whose)).amr, ["password", "otp"]);
});

test("the mail that was received confirms its address", async () => {
  const whose = await member("hikari");
  const write = (statement: (society: string) => Sql) => stories.rows(whose, statement);
  await write(
    (society) => sql`
      update account set email_confirmed_at = null
       where society_id = ${society} and id = ${whose.accountId} returning id`,
  );
  const { browser } = await begins(whose);
  await chooses(browser);
  const [row] = await stories.rows<{ confirmed: boolean }>(
    whose,
    (society) => sql`
      select email_confirmed_at is not null as confirmed from account
       where society_id = ${society} and id = ${whose.accountId}`,
  );
  assert.equal(row?.confirmed, true);
});
