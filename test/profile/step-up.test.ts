import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { softwareAuthenticator } from "../authenticators/passkey.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { form } from "../html-form.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { signsIn } from "../journeys/stories.ts";
import { questionOn } from "../passkey-sign-in/stories.ts";
import { giveDevice, giveMailbox, type Registered, take } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { choosesOther, isAskedAgain, noteOn, sends, storiesOf } from "./stories.ts";

// Who was known a while ago is asked again before anything changes.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, typesPassword, factorsOf, sessionsOf, wrongOf, factsOf, waits } = stories;

const owner = async (code = "hikari") => {
  const whose = await member(code);
  const phone = await giveDevice(world, whose);
  return { whose, phone, browser: await entered(whose, phone) };
};

/** With a passkey, signed in by the password and it. */
const passkeyOwner = async (code = "hikari") => {
  const whose = await member(code);
  const browser = await entered(whose);
  const phone = softwareAuthenticator({ origin: `http://${world.hostOf(code)}` });
  await browser.get("/profile");
  await sends(browser, "method", { method: "passkey" });
  await stories.enrolsPasskey(browser, phone);
  await stories.keepsCodes(browser);
  return { whose, phone, browser };
};

test("strangers are led to the sign-in, and from there to the profile", async () => {
  const whose = await member("hikari");
  const browser = world.browser("hikari");
  await browser.get("/profile");
  assert.match(browser.page().location ?? "", /^\/sign-in\?to=/);
  await browser.follow();
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  assert.equal((await browser.follow()).path, "/profile");
});

test("password and code, then back to what was asked for, in a session with a new token", async () => {
  const { whose, phone, browser } = await owner();
  const [before] = await sessionsOf(whose);
  const stolen = world.browser(whose.code);
  for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
  waits();
  await browser.get(`/profile/factors/${phone.id}/rename`);
  assert.ok(isAskedAgain(await browser.follow()));
  assert.equal((await typesPassword(browser, whose.password)).path, "/step-up/verify");
  const page = await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(page.path, `/profile/factors/${phone.id}/rename`);
  const [after, ...more] = await sessionsOf(whose);
  assert.deepEqual(more, [], "the same session");
  assert.equal(after?.id, before?.id);
  assert.deepEqual(after?.amr, ["password", "otp"]);
  assert.equal(after?.provedAt, world.clock.now());
  assert.equal((await browser.get("/profile")).status, 200);
  assert.match(
    (await stolen.get("/profile")).location ?? "",
    /^\/sign-in/,
    "the old token is dead",
  );
});

test("no deletion without being asked again (GHSA-8g9r-9wjw-37j4)", async () => {
  const { whose, phone, browser } = await owner();
  await giveDevice(world, whose, "もう1台");
  const { body } = await browser.get(`/profile/factors/${phone.id}/delete`);
  const { fields } = form(body);
  waits();
  const answer = await browser.post(`/profile/factors/${phone.id}/delete`, fields);
  assert.equal(answer.location, "/step-up");
  const { fields: chosen } = form((await browser.get("/profile")).body, "/profile/method");
  for (const [path, typed] of [
    ["/profile/method", { ...chosen, method: "none", sure: "yes" }],
    [`/profile/factors/${phone.id}/rename`, { ...chosen, name: "x" }],
    ["/profile/factors/new", chosen],
    ["/profile/recovery-codes", chosen],
  ] as const)
    assert.equal((await browser.post(path, typed)).location, "/step-up", path);
  assert.equal((await factorsOf(whose)).length, 2);
  assert.deepEqual(await stories.toldTo(whose), []);
});

test("a session of the password alone is asked at once when a factor was enrolled since", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const phone = await giveDevice(world, whose);
  await browser.get(`/profile/factors/${phone.id}/delete`);
  assert.ok(isAskedAgain(await browser.follow()), "fresh, but less than the account asks for");
  await typesPassword(browser, whose.password);
  assert.equal((await browser.page()).path, "/step-up/verify");
  assert.equal((await factorsOf(whose)).length, 1);
});

test("wrong passwords count on the account, and lock it for every session", async () => {
  const { whose, phone, browser } = await owner();
  const { factorTries } = world.society(whose.code).policy.lock;
  waits();
  await browser.get("/profile/factors/new");
  await browser.follow();
  for (let tries = 1; tries < factorTries; tries += 1) {
    const page = await typesPassword(browser, "machigai-no-password");
    assert.ok(isAskedAgain(page));
    assert.match(page.body, /パスワードが正しくありません。/);
  }
  assert.equal(await wrongOf(whose), factorTries - 1);
  // A new attempt begins no new count.
  await browser.get("/profile/factors/new");
  await browser.follow();
  assert.equal((await typesPassword(browser, "machigai-no-password")).path, "/step-up/ended");
  assert.match(browser.page().body, /アカウントロック/);
  await browser.get(`/profile/factors/${phone.id}/delete`);
  await browser.follow();
  assert.equal(
    (await typesPassword(browser, whose.password)).path,
    "/step-up/ended",
    "not even the right one",
  );
  const mails = (await world.mailsTo(whose.email ?? "")).map(({ subject }) => subject);
  assert.equal(mails.filter((subject) => subject.includes("一時的に止めました")).length, 1);
  assert.ok((await factsOf(whose)).includes("account.step-up-refused"));
});

test("many guesses at once evaluate no more than the limit", async () => {
  const { whose, browser } = await owner();
  const { factorTries } = world.society(whose.code).policy.lock;
  waits();
  // Each in a flow of its own, as a thief with a copied cookie would.
  const thieves = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const thief = world.browser(whose.code);
      for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
      await thief.get("/profile/factors/new");
      await thief.follow();
      return thief;
    }),
  );
  await Promise.all(thieves.map((thief) => typesPassword(thief, "machigai-no-password")));
  assert.equal(await wrongOf(whose), factorTries);
});

test("a right password of who has nothing enrolled forgets the wrong ones", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  waits();
  await browser.get("/profile/factors/new");
  await browser.follow();
  await typesPassword(browser, "machigai-no-password");
  assert.equal(await wrongOf(whose), 1);
  assert.equal((await typesPassword(browser, whose.password)).path, "/profile/factors/new");
  assert.equal(await wrongOf(whose), 0);
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password"]);
});

test("a right password at a sign-in forgets the wrong ones of who has nothing enrolled", async () => {
  const whose = await member("hikari");
  const { factorTries } = world.society(whose.code).policy.lock;
  for (let visit = 0; visit < 4; visit += 1) {
    const browser = await entered(whose);
    assert.equal(await wrongOf(whose), 0);
    waits();
    await browser.get("/profile/factors/new");
    await browser.follow();
    for (let slip = 1; slip < factorTries / 2; slip += 1)
      await typesPassword(browser, "machigai-no-password");
    assert.ok(isAskedAgain(browser.page()));
  }
  const enrolled = await owner();
  await wrongApp(enrolled.whose);
  await signsIn(world.browser("hikari"), enrolled.whose.userId, enrolled.whose.password);
  assert.equal(await wrongOf(enrolled.whose), 1, "a password is no second factor");
});

const wrongApp = async (whose: Registered) => {
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  await browser.follow();
  await sends(browser, "totpCode", { totpCode: "000000" });
};

test("a passkey alone is enough", async () => {
  const { whose, phone, browser } = await passkeyOwner();
  waits();
  await browser.get("/profile/recovery-codes");
  assert.equal((await browser.follow()).path, "/step-up/verify");
  const page = await sends(browser, "response", {
    response: phone.get(questionOn(browser.page())),
  });
  assert.equal(page.path, "/profile/recovery-codes");
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["passkey"]);
});

test("another way than the passkey needs the password as well", async () => {
  const { whose, browser } = await passkeyOwner();
  const app = await giveDevice(world, whose);
  waits();
  await browser.get("/profile/recovery-codes");
  await browser.follow();
  assert.ok(isAskedAgain(await choosesOther(browser, "totp")));
  assert.equal((await choosesOther(browser, "passkey")).path, "/step-up/verify", "and back");
  await choosesOther(browser, "totp");
  await typesPassword(browser, whose.password);
  assert.equal(browser.page().path, "/step-up/verify");
  const page = await sends(browser, "totpCode", { totpCode: app.code() });
  assert.equal(page.path, "/profile/recovery-codes");
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "otp"]);
});

test("a code goes out by mail when the password was right, and not before", async () => {
  const whose = await member("sakura");
  await giveMailbox(world, whose);
  const browser = await mailSignIn(whose);
  const codes = async () =>
    (await world.mailsTo(whose.email ?? "")).filter(({ text }) => /^\d{3} ?\d{3}$/m.test(text));
  const before = (await codes()).length;
  waits();
  await browser.get("/profile/factors/new");
  await browser.follow();
  await typesPassword(browser, "machigai-no-password");
  assert.equal((await codes()).length, before);
  await typesPassword(browser, whose.password);
  assert.equal((await codes()).length, before + 1);
  const newest = (await codes()).at(-1);
  assert.ok(newest);
  const page = await sends(browser, "mailCode", { mailCode: codeIn(newest) });
  assert.equal(page.path, "/profile/factors/new");
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "mail"]);
});

const mailSignIn = async (whose: Registered) => {
  const browser = world.browser(whose.code);
  await browser.get("/sign-in");
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await browser.follow();
  const mail = (await world.mailsTo(whose.email ?? "")).at(-1);
  assert.ok(mail);
  await sends(browser, "mailCode", { mailCode: codeIn(mail) });
  return browser;
};

test("what was chosen in the pulldown is there after being asked again", async () => {
  const { whose, phone, browser } = await owner("sakura");
  await giveMailbox(world, whose);
  await browser.get("/profile");
  waits();
  await sends(browser, "method", { method: "totp" });
  assert.ok(isAskedAgain(browser.page()));
  await typesPassword(browser, whose.password);
  if (browser.page().body.includes('value="totp"')) await choosesOther(browser, "totp");
  await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(browser.page().path, "/profile/method?method=totp");
  assert.match(noteOn(await sends(browser, "method")) ?? "", /アプリ認証」に変えました/);
});

test("a name that was typed is there after being asked again, and not in the address", async () => {
  const { whose, phone, browser } = await owner();
  await browser.get(`/profile/factors/${phone.id}/rename`);
  waits();
  await sends(browser, "name", { name: "会社のスマートフォン" });
  assert.ok(isAskedAgain(browser.page()));
  await typesPassword(browser, whose.password);
  world.clock.advance({ minutes: 5 });
  const page = await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(page.path, `/profile/factors/${phone.id}/rename`);
  assert.match(page.body, /value="会社のスマートフォン"/);
  assert.equal((await factorsOf(whose))[0]?.name, "わたしのスマートフォン", "not yet");
});

test("looking again and again is one attempt; another page, or another session, is its own", async () => {
  const { whose, phone, browser } = await owner();
  const attempts = async () => {
    const found = await world.app.inSociety(world.society(whose.code).id, (tx) =>
      tx.query<{ id: string }>(sql`
        select id from flow where society_id = ${tx.society}
          and subject_id = ${whose.accountId} and kind = 'step-up'`),
    );
    return found.length;
  };
  waits();
  for (let looks = 0; looks < 3; looks += 1) {
    await browser.get("/profile/factors/new");
    assert.ok(isAskedAgain(await browser.follow()));
  }
  assert.equal(await attempts(), 1);
  await browser.get(`/profile/factors/${phone.id}/delete`);
  await browser.follow();
  assert.equal(await attempts(), 2);
  await typesPassword(browser, whose.password);
  const page = await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(
    page.path,
    `/profile/factors/${phone.id}/delete`,
    "the page that was asked for last",
  );
  waits();
  await browser.get(`/profile/factors/${phone.id}/delete`);
  assert.ok(isAskedAgain(await browser.follow()), "what is complete is no answer for later");
  assert.equal(await attempts(), 3);
});

test("a double submit of the last answer leads to the same session", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  waits();
  await browser.get("/profile/factors/new");
  const page = await browser.follow();
  const { fields } = form(page.body);
  const typed = { ...fields, password: whose.password };
  const twin = world.browser(whose.code);
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
  await browser.post("/step-up/password", typed);
  // The browser shows the answer to the second press, sent with the cookies of the first.
  const answer = await twin.post("/step-up/password", typed);
  assert.equal(answer.location, "/profile/factors/new");
  assert.equal((await twin.follow()).path, "/profile/factors/new");
  assert.equal((await sessionsOf(whose)).length, 1);
});

test("two presses under way at once both lead on", async () => {
  for (let round = 0; round < 4; round += 1) {
    const whose = await member("hikari");
    const browser = await entered(whose);
    waits();
    await browser.get("/profile/factors/new");
    const { fields } = form((await browser.follow()).body);
    const typed = { ...fields, password: whose.password };
    const twin = world.browser(whose.code);
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    const both = [browser, twin];
    await Promise.all(both.map((one) => one.post("/step-up/password", typed)));
    for (const one of both) assert.equal((await one.follow()).path, "/profile/factors/new");
  }
});

test("who looks back at the page that asked stays signed in, whatever came after it", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  waits();
  await browser.get("/profile/factors/new");
  await browser.follow();
  await typesPassword(browser, whose.password);
  await sends(browser, "formToken");
  await sends(browser, "method", { method: "totp" });
  const key = keyOnPage(browser.page().body);
  await sends(browser, "totpCode", { totpCode: codeOf(key, world.clock.now()) });
  await sends(browser, "formToken");
  assert.equal(browser.page().path, "/profile");
  await browser.get("/step-up");
  await browser.follow();
  assert.equal((await browser.get("/profile")).status, 200);
});

test("a factor that was taken away in another browser completes nothing", async () => {
  const { whose, phone, browser } = await owner();
  waits();
  await browser.get("/profile/factors/new");
  await browser.follow();
  await typesPassword(browser, whose.password);
  await take(world, whose, phone.id);
  const page = await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.notEqual(page.path, "/profile/factors/new");
  const [session] = await sessionsOf(whose);
  assert.notEqual(session?.provedAt, world.clock.now());
});

test("after signing out the cookie of being asked again opens nothing", async () => {
  const { whose, browser } = await owner();
  waits();
  await browser.get("/profile/factors/new");
  const { body } = await browser.follow();
  const { fields } = form(body);
  await browser.post("/sign-out", fields);
  const answer = await browser.post("/step-up/password", { ...fields, password: whose.password });
  assert.match(answer.location ?? "", /^\/sign-in/);
  assert.equal(await wrongOf(whose), 0);
  assert.deepEqual(await sessionsOf(whose), []);
});

test("who signs in at the same browser meets nothing of who was asked before", async () => {
  const { whose, browser } = await owner();
  waits();
  await browser.get("/profile/factors/new");
  const { body } = await browser.follow();
  await browser.post("/sign-out", form(body).fields);
  const other = await member("hikari");
  await browser.get("/sign-in");
  await browser.submit({ userId: other.userId, password: other.password }, { action: "/sign-in" });
  await browser.follow();
  assert.equal((await browser.get("/step-up/password")).location, "/");
  const answer = await browser.get("/step-up");
  assert.ok(!answer.body.includes(whose.userId));
});

test("signed out and in again, the flow of the session before ends without a result", async () => {
  const { whose, phone, browser } = await owner();
  waits();
  await browser.get("/profile/factors/new");
  const { body } = await browser.follow();
  await browser.post("/sign-out", form(body).fields);
  await browser.get("/sign-in");
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await browser.follow();
  await sends(browser, "totpCode", { totpCode: phone.code() });
  world.clock.advance({ minutes: 1 });
  await browser.get("/step-up/password");
  await typesPassword(browser, whose.password);
  await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(browser.page().path, "/step-up/ended");
  assert.equal((await browser.get("/profile")).status, 200, "and the session goes on");
});
