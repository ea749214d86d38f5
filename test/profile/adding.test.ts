import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { softwareAuthenticator } from "../authenticators/passkey.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { form } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { noteOn, sends, storiesOf } from "./stories.ts";

// One more way to sign in, from the profile.

let world: World;
const folder = mkdtempSync(join(tmpdir(), "kenpo-profile-"));
before(async () => {
  world = await openWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, enrolsApp, enrolsPasskey, keepsCodes } = stories;
const { factorsOf, activeOf, factsOf, toldTo, sessionsOf, waits } = stories;

// biome-ignore lint/suspicious/noExplicitAny: a document before it is read
type Raw = any;

/** A society's rules become others. */
const changes = async (code: string, edit: (document: Raw) => void) => {
  const document: Raw = JSON.parse(
    readFileSync(new URL(`../../societies/${code}.json`, import.meta.url), "utf8"),
  );
  edit(document);
  const file = join(folder, `${code}.json`);
  writeFileSync(file, JSON.stringify(document));
  await world.command("society add", { reason: "test" }, [file]);
  await world.registry.refresh();
};

const methodsIn = async (whose: Parameters<typeof factorsOf>[0]) =>
  (await factorsOf(whose)).map(({ method }) => method).toSorted();

test("from home: the offer, the choice, the app, the codes, the profile", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  assert.match(browser.page().body, /href="\/profile\/factors\/new"/);
  await browser.get("/profile/factors/new");
  await browser.submit({});
  assert.equal((await browser.follow()).path, "/profile/add/method");
  await browser.submit({ method: "totp" });
  assert.equal((await browser.follow()).path, "/profile/add/enrol");
  assert.deepEqual(await factorsOf(whose), [], "nothing is written before the end");
  const key = await enrolsApp(browser);
  assert.equal(browser.page().path, "/profile/add/recovery-codes");
  assert.deepEqual(await factorsOf(whose), []);
  const page = await keepsCodes(browser);
  assert.equal(page.path, "/profile");
  assert.match(noteOn(page) ?? "", /アプリ認証\(新しいスマートフォン\)」を登録しました/);
  assert.match(page.body, /残り10個/);
  assert.deepEqual(await methodsIn(whose), ["recovery-codes", "totp"]);
  assert.equal(await activeOf(whose), "totp");
  assert.equal((await toldTo(whose)).length, 2, "the app, and the codes");
  assert.ok((await factsOf(whose)).includes("factor.added"));
  assert.doesNotMatch((await browser.get("/")).body, /href="\/profile\/factors\/new"/);
  const [session] = await sessionsOf(whose);
  assert.deepEqual(session?.amr, ["password", "otp"], "it was shown just now");
  assert.equal((await browser.get("/profile/factors/new")).status, 200, "and is not asked for");
  world.clock.advance({ minutes: 1 });
  const again = world.browser(whose.code);
  await again.get("/sign-in");
  await again.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await again.follow();
  await sends(again, "totpCode", { totpCode: codeOf(key, world.clock.now()) });
  assert.equal(again.page().path, "/", "and signs in with it");
});

test("the pulldown starts what is not enrolled, and it becomes the active one", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  await browser.get("/profile");
  const page = await sends(browser, "method", { method: "mail-otp" });
  assert.equal(page.path, "/profile/add/enrol");
  const mail = (await world.mailsTo(whose.email ?? "")).at(-1);
  assert.ok(mail);
  await sends(browser, "mailCode", { mailCode: codeIn(mail) });
  assert.match(noteOn(browser.page()) ?? "", /メール認証」を登録しました/);
  assert.equal(await activeOf(whose), "mail-otp");
  assert.equal((await toldTo(whose)).length, 2, "added, and active");
});

test("what the pulldown chose may be chosen anew, and becomes the active one", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const device = softwareAuthenticator({ origin: `http://${world.hostOf("hikari")}` });
  await browser.get("/profile");
  await sends(browser, "method", { method: "passkey" });
  assert.equal(browser.page().path, "/profile/add/enrol");
  assert.match(browser.page().body, /href="\/profile\/add\/method"/, "「ほかの方法を選ぶ」");
  assert.equal((await browser.get("/profile/add/method")).status, 200);
  await browser.submit({ method: "totp" });
  assert.match((await browser.follow()).body, /name="totpCode"/);
  await browser.get("/profile/add/method");
  await browser.submit({ method: "passkey" });
  await browser.follow();
  await enrolsPasskey(browser, device);
  assert.equal((await keepsCodes(browser)).path, "/profile");
  assert.equal(await activeOf(whose), "passkey");
});

test("a page of an attempt before the newest one says so, and nothing of it is written", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const begins = async () => {
    await browser.get("/profile");
    await sends(browser, "method", { method: "totp" });
    const { body } = browser.page();
    return { key: keyOnPage(body), ...form(body, "/profile/add/enrol", "totpCode") };
  };
  const first = await begins();
  const { key } = await begins();
  const code = codeOf(first.key, world.clock.now());
  await browser.post("/profile/add/enrol", { ...first.fields, totpCode: code });
  const page = await browser.follow();
  assert.equal(page.path, "/profile/add/overtaken");
  assert.match(page.body, /別の画面で、登録を始めています/);
  assert.match(page.body, /href="\/profile\/add"/);
  await browser.get("/profile/add");
  assert.equal(keyOnPage((await browser.follow()).body), key);
  await enrolsApp(browser);
  await keepsCodes(browser);
  assert.deepEqual(await methodsIn(whose), ["recovery-codes", "totp"]);
});

test("one more beside the active one leaves that as it is", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const device = softwareAuthenticator({ origin: `http://${world.hostOf("hikari")}` });
  await browser.get("/profile/factors/new");
  await browser.submit({});
  await browser.follow();
  await browser.submit({ method: "passkey" });
  await browser.follow();
  await enrolsPasskey(browser, device);
  const page = await keepsCodes(browser);
  assert.equal(page.path, "/profile");
  assert.equal(await activeOf(whose), "totp");
  assert.deepEqual(await methodsIn(whose), ["passkey", "recovery-codes", "totp"]);
  assert.equal((await toldTo(whose)).length, 2);
});

test("new recovery codes replace the old ones; 「あとで」 leaves them", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const makes = async () => {
    await browser.get("/profile/recovery-codes");
    await browser.submit({}, { action: "/profile/recovery-codes" });
    return browser.follow();
  };
  assert.equal((await makes()).path, "/profile/add/recovery-codes");
  assert.equal(noteOn(await keepsCodes(browser)), "新しいリカバリーコードを作りました");
  const codesOf = async () =>
    (await factorsOf(whose)).find(({ method }) => method === "recovery-codes")?.id;
  const first = await codesOf();
  await makes();
  const kept = await sends(browser, "later");
  assert.equal(noteOn(kept), "何も変わっていません");
  assert.equal(await codesOf(), first);
  await makes();
  await keepsCodes(browser);
  assert.deepEqual(await methodsIn(whose), ["recovery-codes", "totp"]);
  assert.notEqual(await codesOf(), first);
  assert.equal((await toldTo(whose)).length, 2);
});

test("recovery codes are nothing without a second factor", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  assert.equal((await browser.get("/profile/recovery-codes")).location, "/profile");
  const { fields } = form((await browser.get("/profile")).body, "/profile/method");
  await browser.post("/profile/recovery-codes", fields);
  assert.equal(browser.page().location, "/profile");
});

test("a double submit of the last page enrols once", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  await enrolsApp(browser);
  const { body } = browser.page();
  await keepsCodes(browser);
  const { fields } = form(body, "/profile/add/recovery-codes", "later");
  await browser.post("/profile/add/recovery-codes", fields);
  assert.equal((await browser.follow()).path, "/profile");
  assert.equal(
    (await browser.get("/profile/add/enrol")).location,
    "/profile",
    "nor the back button",
  );
  assert.deepEqual(await methodsIn(whose), ["recovery-codes", "totp"]);
});

test("a double press of the last button leads to the profile, still signed in", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  await enrolsApp(browser);
  const { fields } = form(browser.page().body, "/profile/add/recovery-codes", "later");
  const twin = world.browser(whose.code);
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
  await keepsCodes(browser);
  // The second press was sent with the cookies of the first, whose session has another token now.
  await twin.post("/profile/add/recovery-codes", fields);
  assert.equal((await twin.follow()).path, "/profile");
  assert.match(noteOn(twin.page()) ?? "", /登録しました/);
  assert.equal((await sessionsOf(whose)).length, 1);
});

test("what is enrolled does not make fresh who was known long ago", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  waits();
  await enrolsApp(browser);
  await keepsCodes(browser);
  assert.equal(browser.page().path, "/profile");
  assert.equal((await browser.get("/profile/factors/new")).location, "/step-up");
});

test("the same mailbox in two browsers comes to one", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const [one, two] = [await entered(whose, phone), world.browser("sakura")];
  for (const [name, value] of one.cookies) two.cookies.set(name, value);
  const begins = async (browser: Visitor) => {
    const before = (await world.mailsTo(whose.email ?? "")).length;
    await browser.get("/profile");
    await sends(browser, "method", { method: "mail-otp" });
    const mail = (await world.mailsTo(whose.email ?? ""))[before];
    assert.ok(mail);
    return codeIn(mail);
  };
  const codes = [await begins(one), await begins(two)];
  await sends(one, "mailCode", { mailCode: codes[0] ?? "" });
  await sends(two, "mailCode", { mailCode: codes[1] ?? "" });
  assert.deepEqual(await methodsIn(whose), ["mail-otp", "totp"]);
});

test("signed out meanwhile, nothing is enrolled; signed in anew, it goes on", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  const { body } = browser.page();
  await browser.post("/sign-out", form(body, "/profile/add/enrol").fields);
  assert.match((await browser.get("/profile/add/enrol")).location ?? "", /^\/sign-in/);
  await browser.follow();
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  assert.equal((await browser.follow()).path, "/profile/add/enrol");
  await enrolsApp(browser);
  await keepsCodes(browser);
  assert.deepEqual(await methodsIn(whose), ["recovery-codes", "totp"]);
});

test("a flow that was begun does not enrol for who has only the password since", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  // Its owner enrols something elsewhere: from then on the password alone is not enough.
  await giveDevice(world, whose, "ほかの機器");
  await enrolsApp(browser);
  await keepsCodes(browser);
  assert.equal(browser.page().path, "/profile/add/ended");
  assert.deepEqual(await methodsIn(whose), ["totp"]);
});

test("what the society forbids meanwhile is not enrolled", async () => {
  const whose = await member("kaede");
  const browser = await entered(whose);
  await browser.get("/profile");
  await sends(browser, "method", { method: "totp" });
  await enrolsApp(browser);
  await changes("kaede", ({ policy }) => {
    policy.secondFactor = { ...policy.secondFactor, methods: ["passkey"], recommended: "passkey" };
  });
  const page = await keepsCodes(browser);
  assert.equal(page.path, "/profile/add/method");
  assert.match(page.body, /この認証方法は使えないことになりました/);
  assert.deepEqual(await factorsOf(whose), []);
});
