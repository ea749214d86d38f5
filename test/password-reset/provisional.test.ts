import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Instant } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { isRefused, signsIn, titleOf, triesToSignIn } from "../journeys/stories.ts";
import { linkIn } from "../recovery/stories.ts";
import { giveDevice, giveMailbox, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { at, newPassword, provisionalIn, storiesOf } from "./stories.ts";

// 仮パスワード by mail: once, for an hour, for one browser, and for nothing but a new password.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { chooses, change, claimOf, entersProvisional, forgetsId, isSent, member } = stories;
const { mailsTo, newestTo, presses, rows, sessionsOf, types } = stories;

const isReset = ({ path }: { readonly path: string }) => path === at.password;
const kept = (whose: Registered) =>
  rows<{ mac: string }>(
    whose,
    (society) => sql`
      select mac from temporary_password
       where society_id = ${society} and account_id = ${whose.accountId}`,
  );

const wide = (text: string) =>
  [...text].map((one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)).join("");

const typings: readonly (readonly [string, (secret: string) => string])[] = [
  ["as it is printed", (secret) => secret],
  ["in capitals, without hyphens", (secret) => secret.replaceAll("-", "").toUpperCase()],
  ["in full width", wide],
  ["with spaces", (secret) => ` ${secret.replaceAll("-", "　")} `],
];
for (const [how, type] of typings)
  test(`typed ${how}, it leads to the page of a new password`, async () => {
    const whose = await member("minato");
    const { answer } = await entersProvisional(whose, type(await isSent(whose)));
    assert.ok(isReset(answer), answer.path);
  });

test("the mail says how long and holds no ID; the table holds no password", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  const mail = await newestTo(whose);
  assert.match(mail.text, /まで、1回だけ使えます/);
  assert.ok(!mail.text.includes(whose.userId) && !mail.html?.includes(whose.userId));
  assert.ok(!mail.subject.includes(secret));
  const [row] = await kept(whose);
  assert.ok(row && !row.mac.includes(secret.replaceAll("-", "")));
});

test("the password until now works beside it, and is gone with the new one", async () => {
  const whose = await member("kaede");
  const secret = await isSent(whose);
  const old = () => triesToSignIn(world.browser("kaede"), whose.userId, whose.password);
  assert.equal(isRefused(await old()), false);
  const { browser } = await entersProvisional(whose, secret);
  assert.equal(isRefused(await old()), false, "also while the new one is chosen");
  await chooses(browser);
  assert.ok(isRefused(await old()));
  assert.deepEqual(await kept(whose), []);
  assert.ok(isRefused((await entersProvisional(whose, secret)).answer));
});

test("it opens no session, and is not taken as the new password", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  const { browser } = await entersProvisional(whose, secret);
  assert.deepEqual(await sessionsOf(whose), []);
  const own = { password: secret, passwordAgain: secret };
  const refused = await chooses(browser, own);
  assert.equal(refused.path, at.password);
  assert.match(refused.body, /仮パスワードと同じものは使えません/);
});

test("it serves one browser: there twice, elsewhere not again", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  // A button that was pressed twice; the first answer is lost.
  const { fields } = browser.form("/sign-in");
  const typed = { ...fields, userId: whose.userId, password: secret };
  await Promise.all([browser.post("/sign-in", typed), browser.post("/sign-in", typed)]);
  await browser.get("/reset-password");
  assert.ok(isReset(await browser.follow()));
  assert.ok(isReset((await entersProvisional(whose, secret, browser)).answer), "typed again");
  const elsewhere = await entersProvisional(whose, secret);
  assert.match(titleOf(elsewhere.answer), /この仮パスワードは、使い終わっています/);
  assert.equal(elsewhere.browser.cookies.has("password-reset"), false);
  assert.equal((await chooses(browser)).path, at.completed);
});

test("of two browsers at once one gets in", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  const both = await Promise.all([1, 2].map(() => entersProvisional(whose, secret)));
  assert.equal(both.filter(({ answer }) => isReset(answer)).length, 1);
});

test("after an hour it is told that it has expired, and to nobody who types another one", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  world.clock.advance({ minutes: 60 });
  const { answer } = await entersProvisional(whose, secret);
  assert.match(titleOf(answer), /期限が過ぎています/);
  assert.match(answer.body, /href="\/forgot-password"/);
  assert.ok(isRefused((await entersProvisional(whose, `${secret.slice(0, -1)}!`)).answer));
});

test("the newest alone works; a wrong one, or another's, is a wrong password", async () => {
  const whose = await member("hikari");
  const first = await isSent(whose);
  world.clock.advance({ minutes: 2 });
  const second = await isSent(whose);
  assert.notEqual(first, second);
  const other = await member("hikari");
  for (const [who, typed] of [
    [whose, first],
    [other, second],
  ] as const)
    assert.ok(isRefused((await entersProvisional(who, typed)).answer));
  const elsewhere = await triesToSignIn(world.browser("asahi"), whose.userId, second);
  assert.ok(isRefused(elsewhere), "at another entrance it is nobody's");
  assert.ok(isReset((await entersProvisional(whose, second)).answer));
});

test("it helps out of a password lock, and the end lifts it", async () => {
  const whose = await member("hikari");
  const { passwordTries } = world.society("hikari").policy.lock;
  const browser = world.browser("hikari");
  for (let i = 0; i < passwordTries; i += 1)
    await triesToSignIn(browser, whose.userId, `wrong-${i}-password`);
  assert.ok(isRefused(await triesToSignIn(browser, whose.userId, whose.password)), "locked");
  const { answer } = await entersProvisional(whose, await isSent(whose), browser);
  assert.ok(isReset(answer), answer.body);
  assert.equal((await chooses(browser)).path, at.completed);
  const again = await triesToSignIn(world.browser("hikari"), whose.userId, newPassword);
  assert.equal(isRefused(again), false);
});

test("under a lock of staff it opens nothing, and says no more than a wrong password", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  await change(whose, { lockedAt: world.clock.now() });
  const { answer, browser } = await entersProvisional(whose, secret);
  assert.ok(isRefused(answer));
  assert.equal(browser.cookies.has("password-reset"), false);
  assert.equal((await kept(whose)).length, 1, "nor is it used up");
});

test("the second factor is asked for, as after any other mail", async () => {
  const whose = await member("minato");
  const phone = await giveDevice(world, whose);
  const { browser, answer } = await entersProvisional(whose, await isSent(whose));
  assert.equal(answer.path, at.verify);
  assert.ok(isReset(await types(browser, { totpCode: phone.code() })));
});

test("after 「パスワード初期化」 the password until now is nobody's, and all are signed out", async () => {
  const whose = await member("hikari");
  const home = world.browser("hikari");
  await signsIn(home, whose.userId, whose.password);
  await home.follow();
  await giveMailbox(world, whose);
  const browser = world.browser("hikari");
  await forgetsId(browser, await claimOf(whose));
  const link = /\/recover\/\S+/.exec((await newestTo(whose)).text)?.[0] ?? "";
  await presses(browser, link);
  await browser.submit({}, { action: "/forgot-id/result" });
  await browser.follow();
  assert.deepEqual(await sessionsOf(whose), []);
  assert.equal((await home.get("/profile")).status, 303);
  const old = await triesToSignIn(world.browser("hikari"), whose.userId, whose.password);
  assert.ok(isRefused(old));
  const mail = (await mailsTo(whose)).at(-1);
  assert.match(mail?.text ?? "", /これまでのパスワードは、もう使えません/);
  const secret = provisionalIn(mail ?? { text: "" });
  const reset = await entersProvisional(whose, secret);
  assert.equal(reset.answer.path, at.verify);
  const code = /^\d{6}$/m.exec((await mailsTo(whose)).at(-1)?.text ?? "")?.[0] ?? "";
  const shown = await types(reset.browser, { mailCode: code });
  assert.ok(isReset(shown), "the fields were right on the way here");
  assert.equal((await chooses(reset.browser)).path, at.completed);
});

// Last, because it moves the clock.
test("what was mailed before the monthly maintenance works after it: its hour stands still meanwhile", async () => {
  const [whose, other] = [await member("hikari"), await member("minato")];
  world.clock.set("2027-02-25T11:50:00.000Z" as Instant);
  const secret = await isSent(whose);
  await forgetsId(world.browser("minato"), await claimOf(other));
  const link = linkIn(await newestTo(other));
  world.clock.set("2027-02-25T15:39:00.000Z" as Instant);
  assert.ok(isReset((await entersProvisional(whose, secret)).answer));
  assert.equal((await presses(world.browser("minato"), link)).path, "/forgot-id/result");
});
