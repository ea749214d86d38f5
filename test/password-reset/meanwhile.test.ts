import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { isRefused, signsIn, titleOf, triesToSignIn } from "../journeys/stories.ts";
import { otherThan } from "../recovery/stories.ts";
import { giveDevice, giveMailbox, type Registered, take } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { newRules } from "./new-rules.ts";
import { at, newPassword, storiesOf } from "./stories.ts";

// Between the mail and the new password something becomes another one; and what ends with it.

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
const { begins, change, chooses, choosesToStay, factsOf, member, rows, sessionsOf, types } =
  stories;

const oldWorks = async (whose: Registered): Promise<boolean> =>
  !isRefused(await triesToSignIn(world.browser(whose.code), whose.userId, whose.password));

const atHome = async (whose: Registered) => {
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  assert.equal((await browser.follow()).path, "/");
  return browser;
};

const resetName = "__Host-kenpo-password-reset";

const isSignedIn = async (browser: ReturnType<World["browser"]>) =>
  (await browser.get("/profile")).status === 200;

type Meanwhile = {
  readonly what: string;
  readonly happens: (whose: Registered) => Promise<unknown>;
  readonly title: RegExp;
};

const happenings: readonly Meanwhile[] = [
  {
    what: "staff lock the account",
    happens: (whose) => change(whose, { lockedAt: world.clock.now() }),
    title: /パスワードは変えられません/,
  },
  {
    what: "a new letter is on its way",
    happens: (whose) => change(whose, { awaitsLetter: "01977420-0000-7000-8000-000000000001" }),
    title: /新しいご案内をお待ちください/,
  },
  {
    what: "the address becomes another one",
    happens: (whose) => change(whose, { email: "somebody@else.example" }),
    title: /はじめからやり直してください/,
  },
  {
    what: "an app is enrolled in another tab",
    happens: (whose) => giveDevice(world, whose),
    title: /はじめからやり直してください/,
  },
];

test("its owner signs in and out at that browser: the next one there goes on with nothing", async () => {
  const whose = await member("hikari");
  const { browser, answer } = await begins(whose);
  assert.equal(answer.path, at.password);
  world.clock.advance({ minutes: 1 });
  await signsIn(browser, whose.userId, whose.password);
  assert.equal((await browser.follow()).path, "/");
  const kept = browser.cookies.get(resetName) ?? "";
  await browser.post("/sign-out", browser.form("/session/stay").fields);
  await browser.get(at.password);
  assert.doesNotMatch(
    (await browser.follow()).body,
    /name="passwordAgain"/,
    "nothing is shown there",
  );
  browser.cookies.set(resetName, kept);
  const [before] = await sessionsOf(whose);
  assert.equal((await chooses(browser)).path, at.ended);
  assert.equal(await factsOf(whose, "account.password-reset"), 0);
  assert.deepEqual(await sessionsOf(whose), before === undefined ? [] : [before]);
});

test("nor after a sign-out there, of who was signed in before the reset began", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const browser = world.browser("sakura");
  await signsIn(browser, whose.userId, whose.password);
  await browser.follow();
  await browser.submit({ totpCode: phone.code() }, { holding: "totpCode" });
  await browser.follow();
  const { fields } = browser.form("/session/stay");
  world.clock.advance({ minutes: 1 });
  await begins(whose, browser);
  assert.equal((await types(browser, { totpCode: phone.code() })).path, at.password);
  world.clock.advance({ minutes: 1 });
  const kept = browser.cookies.get(resetName) ?? "";
  await browser.post("/sign-out", fields);
  browser.cookies.set(resetName, kept);
  assert.equal((await chooses(browser)).path, at.ended);
});

test("a lock by wrong second factors elsewhere stands over a reset whose own was right", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser } = await begins(whose);
  assert.equal((await types(browser, { totpCode: phone.code() })).path, at.password);
  const elsewhere = world.browser("hikari");
  await signsIn(elsewhere, whose.userId, whose.password);
  await elsewhere.follow();
  for (let nth = 1; nth <= 10; nth += 1) {
    await elsewhere.submit({ totpCode: otherThan(phone.code()) }, { holding: "totpCode" });
    await elsewhere.follow();
  }
  const ended = await chooses(browser);
  assert.match(titleOf(ended), /一時的に止めています/);
  assert.equal(await factsOf(whose, "account.password-reset"), 0);
});

for (const { what, happens, title } of happenings)
  test(`${what} meanwhile: no new password, and the page says why`, async () => {
    const whose = await member("hikari");
    const { browser, answer } = await begins(whose);
    assert.equal(answer.path, at.password);
    await happens(whose);
    const ended = await chooses(browser);
    assert.equal(ended.path, at.ended);
    assert.match(titleOf(ended), title);
    assert.deepEqual(await sessionsOf(whose), []);
    assert.equal(await factsOf(whose, "account.password-reset"), 0);
  });

test("a lock of staff stands after all that was tried", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const { browser } = await begins(whose);
  await change(whose, { lockedAt: world.clock.now() });
  const ended = await types(browser, { totpCode: phone.code() });
  assert.equal(ended.path, at.ended);
  const [row] = await rows<{ locked: boolean }>(
    whose,
    (society) => sql`
      select locked_at is not null as locked from account
       where society_id = ${society} and id = ${whose.accountId}`,
  );
  assert.equal(row?.locked, true);
});

test("an app that was shown and is taken away meanwhile: begun again", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  await giveMailbox(world, whose);
  const { browser } = await begins(whose);
  await stories.pressesIn(browser, at.verify, "other");
  await types(browser, { totpCode: phone.code() });
  await take(world, whose, phone.id);
  assert.equal((await chooses(browser)).path, at.ended);
  assert.ok(await oldWorks(whose));
});

test("of two resets the first to end counts; the other one is told so", async () => {
  const whose = await member("hikari");
  const first = await begins(whose);
  world.clock.advance({ minutes: 2 });
  const second = await begins(whose);
  world.clock.advance({ seconds: 1 });
  assert.equal((await chooses(second.browser)).path, at.completed);
  const late = await chooses(first.browser, {
    password: "late-to-come-2028",
    passwordAgain: "late-to-come-2028",
  });
  assert.equal(late.path, at.ended);
  assert.match(late.body, /そのままログインしてください/);
  const right = await triesToSignIn(world.browser("hikari"), whose.userId, newPassword);
  assert.equal(isRefused(right), false);
});

test("a double submit changes it once, with one session; back and reload show the end", async () => {
  const whose = await member("hikari");
  const { browser } = await begins(whose);
  const { fields } = browser.form(at.password);
  const typed = { ...fields, password: newPassword, passwordAgain: newPassword };
  await Promise.all([browser.post(at.password, typed), browser.post(at.password, typed)]);
  await browser.get("/reset-password");
  assert.equal((await browser.follow()).path, at.completed);
  assert.equal((await sessionsOf(whose)).length, 1);
  assert.equal(await factsOf(whose, "account.password-reset"), 1);
  assert.ok(await isSignedIn(browser));
  await browser.get(at.password);
  assert.equal((await browser.follow()).path, at.completed);
});

test("other devices are signed out; who takes the tick away lets them stay", async () => {
  for (const stays of [false, true]) {
    const whose = await member("hikari");
    const home = await atHome(whose);
    const { browser } = await begins(whose);
    const done = stays ? await choosesToStay(browser) : await chooses(browser);
    assert.equal(done.path, at.completed);
    assert.equal(/すべてログアウトになりました/.test(done.body), !stays);
    assert.equal(await isSignedIn(home), stays);
    assert.ok(await isSignedIn(browser));
  }
});

test("by the society's dial others always end, and no tick is offered", async () => {
  await rules.changes("hikari", (policy) => {
    policy.session = { ...policy.session, onPasswordChange: "end" };
  });
  const whose = await member("hikari");
  const home = await atHome(whose);
  const { browser, answer } = await begins(whose);
  assert.doesNotMatch(answer.body, /name="signsOutEverywhere"/);
  assert.equal((await choosesToStay(browser)).path, at.completed);
  assert.equal(await isSignedIn(home), false);
  await rules.restores("hikari");
});

test("a longer password is asked for meanwhile: named, and then it goes on", async () => {
  const whose = await member("hikari");
  const { browser } = await begins(whose);
  await rules.changes("hikari", (policy) => {
    policy.password = { ...policy.password, minLength: 19 };
  });
  const back = await chooses(browser);
  assert.equal(back.path, at.password);
  assert.match(back.body, /お手続きの途中で、組合の決まりが変わりました/);
  assert.match(back.body, /パスワードの長さは、19文字から/);
  assert.ok(await oldWorks(whose));
  const longer = { password: `${newPassword}-ab`, passwordAgain: `${newPassword}-ab` };
  assert.equal((await chooses(browser, longer)).path, at.completed);
  await rules.restores("hikari");
});

test("a second factor is demanded meanwhile: the fields and an enrolment come before the end", async () => {
  const whose = await member("hikari");
  const { browser } = await begins(whose);
  await rules.changes("hikari", (policy) => {
    policy.secondFactor = { demand: "required", methods: ["totp"], recommended: "totp" };
  });
  assert.equal((await chooses(browser)).path, at.identity);
  assert.equal((await stories.proves(browser, whose)).path, at.method);
  await rules.restores("hikari");
  assert.ok(await oldWorks(whose));
});

test("what cannot be a password is refused beside its field, and nothing has changed", async () => {
  const whose = await member("hikari");
  const { browser } = await begins(whose);
  for (const [typed, said] of [
    [{ password: "short1", passwordAgain: "short1" }, /8文字以上/],
    [{ passwordAgain: "another-one-1" }, /2つのパスワードが違っています/],
    [{ password: whose.userId, passwordAgain: whose.userId }, /ユーザIDと違うもの/],
    [{ password: "abc-19790822", passwordAgain: "abc-19790822" }, /生年月日/],
  ] as const) {
    const refused = await chooses(browser, typed);
    assert.equal(refused.path, at.password);
    assert.match(refused.body, said);
    assert.doesNotMatch(refused.body, /19790822|another-one/);
  }
  assert.ok(await oldWorks(whose));
});

test("an hour later it is over; another browser has nothing of it", async () => {
  const whose = await member("sakura");
  await giveDevice(world, whose);
  const { browser } = await begins(whose);
  const stranger = world.browser("sakura");
  assert.match(titleOf(await stranger.get("/reset-password")), /はじめからやり直して/);
  world.clock.advance({ minutes: 61 });
  await browser.get(at.verify);
  const over = await browser.follow();
  assert.equal(over.path, at.ended);
  assert.match(over.body, /時間がたった/);
});

test("a cookie of one society's reset opens nothing at another entrance", async () => {
  const whose = await member("sakura");
  const { browser } = await begins(whose);
  const elsewhere = world.browser("asahi");
  for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
  assert.match(titleOf(await elsewhere.get("/reset-password")), /はじめからやり直して/);
});
