import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import type { Visitor } from "../http-client.ts";
import { isRefused, titleOf, triesToSignIn } from "../journeys/stories.ts";
import { linkIn } from "../recovery/stories.ts";
import { giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { newRules } from "./new-rules.ts";
import { at, newPassword, storiesOf } from "./stories.ts";

// 「認証の機器をなくした方」: the mail and the fields of 本人確認, and a new device.

let world: World;
const rules = newRules(() => world);
before(async () => {
  world = await openWorld();
});
after(async () => {
  rules.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { begins, chooses, factsOf, mailsTo, member, pressesIn, proves, rows, types } = stories;

const owner = async (code = "asahi") => {
  const whose = await member(code);
  return { whose, phone: await giveDevice(world, whose) };
};

/** A new app, without codes on paper. @returns the code of it, by now */
const enrolsApp = async (browser: Visitor): Promise<() => string> => {
  await browser.get(at.method);
  await browser.submit({ method: "totp" }, { action: at.method });
  const key = keyOnPage((await browser.follow()).body);
  const code = () => codeOf(key, world.clock.now());
  await browser.submit({ totpCode: code() }, { holding: "totpCode" });
  await browser.follow();
  await browser.submit({}, { action: "/recovery-codes", holding: "later" });
  await browser.follow();
  return code;
};

const factorsOf = (whose: Registered) =>
  rows<{ id: string }>(
    whose,
    (society) => sql`
      select id from factor where society_id = ${society} and account_id = ${whose.accountId}`,
  );

test("asahi: from the mail to a new phone; the old one is gone, its owner told of both", async () => {
  const { whose, phone } = await owner();
  const second = `second-${whose.userId}@example.jp`;
  await stories.giveSecondAddress(whose, second);
  const { browser } = await begins(whose);
  const asked = await pressesIn(browser, at.verify, "lost");
  assert.equal(asked.path, at.identity);
  assert.equal((await proves(browser, whose)).path, at.method);
  assert.equal((await factorsOf(whose))[0]?.id, phone.id, "nothing is gone before the end");
  const code = await enrolsApp(browser);
  const done = await chooses(browser);
  assert.equal(done.path, at.completed);
  assert.match(done.body, /これまでの認証方法は取り消しました/);
  const left = await factorsOf(whose);
  assert.ok(left.length === 1 && left[0]?.id !== phone.id);
  for (const address of [whose.email ?? "", second]) {
    const told = (await world.mailsTo(address)).filter(({ text }) => /すべて取り消され/.test(text));
    assert.equal(told.length, 1, address);
  }
  assert.ok((await mailsTo(whose)).some(({ text }) => /登録されました/.test(text)));
  assert.equal(await factsOf(whose, "factor.removed"), 1);
  world.clock.advance({ minutes: 1 });
  const home = world.browser("asahi");
  await triesToSignIn(home, whose.userId, newPassword);
  await home.submit({ totpCode: code() }, { holding: "totpCode" });
  assert.equal((await home.follow()).path, "/");
});

test("who finds the device after all confirms with it", async () => {
  const { whose, phone } = await owner();
  const { browser } = await begins(whose);
  await pressesIn(browser, at.verify, "lost");
  const back = await pressesIn(browser, at.identity, "found");
  assert.equal(back.path, at.verify);
  assert.equal((await types(browser, { totpCode: phone.code() })).path, at.password);
  await chooses(browser);
  assert.equal((await factorsOf(whose))[0]?.id, phone.id);
});

test("from a forgotten ID: what replaces the device is typed once more, its page may be another's by now", async () => {
  const { whose } = await owner();
  const browser = world.browser("asahi");
  await stories.forgetsId(browser, await stories.claimOf(whose));
  await stories.presses(browser, linkIn(await stories.newestTo(whose)));
  await browser.submit({}, { action: "/forgot-id/result" });
  assert.equal((await browser.follow()).path, at.verify);
  assert.equal((await pressesIn(browser, at.verify, "lost")).path, at.identity);
});

test("five wrong 本人確認 end it; nothing has changed, and no account is locked", async () => {
  const { whose, phone } = await owner();
  const { browser } = await begins(whose);
  await pressesIn(browser, at.verify, "lost");
  for (let i = 0; i < 4; i += 1)
    assert.equal((await proves(browser, whose, { symbol: "11" })).path, at.identity);
  const ended = await proves(browser, whose, { symbol: "11" });
  assert.equal(ended.path, at.ended);
  assert.match(ended.body, /パスワードは変わっていません/);
  assert.equal((await factorsOf(whose))[0]?.id, phone.id);
  const home = await triesToSignIn(world.browser("asahi"), whose.userId, whose.password);
  assert.equal(home.path, "/second-factor/verify");
});

test("fifteen wrong 本人確認 a day, over all its mails, and none is judged any more", async () => {
  const { whose } = await owner();
  for (let mail = 0; mail < 3; mail += 1) {
    const { browser } = await begins(whose);
    await pressesIn(browser, at.verify, "lost");
    for (let i = 0; i < 5; i += 1) await proves(browser, whose, { symbol: "11" });
    world.clock.advance({ minutes: 5 });
  }
  const { browser } = await begins(whose);
  await pressesIn(browser, at.verify, "lost");
  assert.match((await proves(browser, whose)).body, /明日もう一度お試しになるか/);
});

test("sakura: lost ones are the society's matter, and the button is not there to be sent", async () => {
  const { whose } = await owner("sakura");
  const { browser, answer } = await begins(whose);
  assert.match(answer.body, /組合へご連絡ください/);
  const { fields } = browser.form(at.verify, "totpCode");
  await browser.post(at.verify, { ...fields, lost: "yes" });
  assert.equal((await browser.follow()).path, at.verify);
});

test("wrong codes that locked the account: the fields, a new device, and the lock is lifted", async () => {
  const { whose, phone } = await owner();
  await rows(
    whose,
    (society) => sql`
      update account set factor_wrong = 10, factor_locked_until = '2099-01-01'
       where society_id = ${society} and id = ${whose.accountId} returning id`,
  );
  const { browser, answer } = await begins(whose);
  assert.equal(answer.path, at.identity);
  assert.match(answer.body, /いまの認証方法は使えません/);
  await proves(browser, whose);
  await enrolsApp(browser);
  assert.equal((await chooses(browser)).path, at.completed);
  const { wrong, lockedUntil } = await stories.countOf(whose);
  assert.deepEqual([wrong, lockedUntil], [0, null]);
  assert.ok(!(await factorsOf(whose)).some(({ id }) => id === phone.id));
});

test("where the society sees to lost ones, wrong codes that locked the account end it truthfully", async () => {
  const { whose } = await owner("sakura");
  await rows(
    whose,
    (society) => sql`
      update account set factor_wrong = 10, factor_locked_until = '2099-01-01'
       where society_id = ${society} and id = ${whose.accountId} returning id`,
  );
  const { browser, answer } = await begins(whose);
  assert.equal(answer.path, at.ended);
  assert.match(titleOf(answer), /お手続きを一時的に止めています/);
  await browser.get(at.password);
  assert.equal((await browser.follow()).path, at.ended);
});

test("meanwhile lost ones are the society's matter: what is enrolled is asked for after all", async () => {
  const { whose, phone } = await owner();
  const { browser } = await begins(whose);
  await pressesIn(browser, at.verify, "lost");
  await proves(browser, whose);
  await enrolsApp(browser);
  await rules.changes("asahi", (policy) => {
    policy.recovery.lostAuthenticator = "staff";
  });
  const back = await chooses(browser);
  assert.equal(back.path, at.verify);
  assert.match(back.body, /組合で受け付けることになりました/);
  assert.equal((await types(browser, { totpCode: phone.code() })).path, at.password);
  assert.equal((await chooses(browser)).path, at.completed);
  assert.deepEqual(
    (await factorsOf(whose)).map(({ id }) => id),
    [phone.id],
  );
  await rules.restores("asahi");
  const old = await triesToSignIn(world.browser("asahi"), whose.userId, whose.password);
  assert.ok(isRefused(old));
});
