import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { codeIn } from "../journeys/new-stories.ts";
import { isAskedAgain, noteOn, sends } from "../profile/stories.ts";
import { giveDevice, giveMailbox } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { buttonIn, hasButton, storiesOf } from "./stories.ts";

// 「メールアドレスの変更」: by the code, by the button, in two tabs, and when something else happens meanwhile.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, newest, beginsMain, typesAddress, typesCode, changesMain } = stories;
const { addressesOf, bounces, factsOf } = stories;

let addresses = 0;
const fresh = () => {
  addresses += 1;
  return `new${addresses}@home.example`;
};

for (const code of ["asahi", "sakura", "hikari"])
  test(`${code}: a new address works at once, and the one before is told`, async () => {
    const whose = await member(code);
    const phone = await giveDevice(world, whose);
    const browser = await entered(whose, phone);
    const email = fresh();
    const page = await beginsMain(browser);
    assert.equal(page.path, "/profile/address/address");
    assert.ok(page.body.includes(whose.email ?? ""));
    assert.equal((await typesAddress(browser, email)).path, "/profile/address/check");
    assert.equal(
      (await addressesOf(whose)).email,
      whose.email,
      "nothing changes before it is proved",
    );
    const end = await typesCode(browser, email);
    assert.equal(end.path, "/profile/email");
    assert.equal(noteOn(end), "メールアドレスを変更しました");
    assert.deepEqual(await addressesOf(whose), {
      email,
      isConfirmed: true,
      hasFailed: false,
      second: null,
    });
    const told = await newest(whose.email ?? "", "メールアドレスが変更されました");
    assert.ok(hasButton(told, "undo-address"));
    assert.ok(!told.text.includes(email), "the new one is masked");
    assert.ok((await factsOf(whose)).includes("account.address-changed"));
    assert.equal(noteOn(await browser.get("/profile/email")), null, "said once");
  });

test("hikari: who has none registers their first one, and nobody is told", async () => {
  const whose = await member("hikari", { email: null });
  const browser = await entered(whose);
  const hub = await browser.get("/profile/email");
  assert.ok(hub.body.includes("登録されていません"));
  assert.ok(!hub.body.includes("/profile/second-address"), "no second one before the first");
  const email = fresh();
  await changesMain(browser, email);
  assert.equal((await addressesOf(whose)).email, email);
  assert.deepEqual((await world.mailsTo(email)).length, 1, "the check alone");
});

test("the button of the mail proves on any device; the browser that began says the last word", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const email = fresh();
  await beginsMain(browser);
  await typesAddress(browser, email);
  const link = buttonIn(await newest(email, "メールアドレスの確認"), "change-address");
  const scanner = world.browser("sakura");
  for (const method of ["GET", "HEAD", "GET"]) await scanner.get(link, { method });
  assert.equal((await browser.get("/profile/address")).status, 303);
  assert.equal(
    (await browser.follow()).path,
    "/profile/address/check",
    "a scanner changes nothing",
  );
  const other = world.browser("sakura");
  assert.match((await other.get(link)).body, /このアドレスを確認する/);
  await other.submit({});
  assert.match((await other.follow()).body, /メールアドレスを確認しました/);
  assert.equal((await addressesOf(whose)).email, whose.email, "proved, not in force");
  await browser.get("/profile/address");
  const apply = await browser.follow();
  assert.equal(apply.path, "/profile/address/apply");
  assert.ok(apply.body.includes(email));
  await browser.submit({}, { action: "/profile/address/apply" });
  assert.equal((await browser.follow()).path, "/profile/email");
  assert.equal((await addressesOf(whose)).email, email);
  assert.match(
    (await other.get(link)).body,
    /メールアドレスを確認しました/,
    "pressed once, for ever",
  );
});

test("a double submit of the last step changes once", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const email = fresh();
  await beginsMain(browser);
  await typesAddress(browser, email);
  const code = codeIn(await newest(email, "メールアドレスの確認"));
  const { fields } = browser.form("/profile/address/check", "code");
  const both = await Promise.all(
    [1, 2].map(() => browser.post("/profile/address/check", { ...fields, code })),
  );
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  );
  assert.equal((await browser.get("/profile/email")).status, 200);
  const changes = (await factsOf(whose)).filter((one) => one === "account.address-changed");
  assert.equal(changes.length, 1);
});

test("of two tabs the first one changes, and the second one is told so", async () => {
  const whose = await member("hikari");
  const first = await entered(whose);
  const second = await entered(whose);
  const [one, two] = [fresh(), fresh()];
  await beginsMain(first);
  await typesAddress(first, one);
  await beginsMain(second);
  await typesAddress(second, two);
  await typesCode(first, one);
  const end = await typesCode(second, two);
  assert.equal(end.path, "/profile/address/ended");
  assert.match(end.body, /お手続きの途中で、メールアドレスかログインの方法が変更されました/);
  assert.equal((await addressesOf(whose)).email, one);
});

for (const [why, typed, said] of [
  ["nothing", " ", "を入力してください。"],
  ["no address", "hanako.example.jp", "「@」がありません"],
] as const)
  test(`an address that is ${why} is refused beside the field`, async () => {
    const browser = await entered(await member("hikari"));
    await beginsMain(browser);
    const page = await typesAddress(browser, typed);
    assert.equal(page.path, "/profile/address/address");
    assert.ok(page.body.includes(said), page.body);
  });

test("the one that is registered already is refused; typed in full width it is the same", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await beginsMain(browser);
  const page = await typesAddress(browser, (whose.email ?? "").replace("@", "\uff20"));
  assert.ok(page.body.includes("このアドレスは、もう登録されています"));
  assert.deepEqual(await world.mailsTo(whose.email ?? ""), []);
});

test("wrong digits count, and the address can be typed once more", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const [mistyped, email] = [fresh(), fresh()];
  await beginsMain(browser);
  await typesAddress(browser, mistyped);
  const right = codeIn(await newest(mistyped, "メールアドレスの確認"));
  const wrong = right === "000000" ? "000001" : "000000";
  const page = await sends(browser, "code", { code: wrong });
  assert.ok(page.body.includes("あと4回入力できます"));
  await browser.get("/profile/address/address");
  await typesAddress(browser, email);
  assert.ok((await sends(browser, "code", { code: right })).body.includes("番号が違います"));
  await typesCode(browser, email);
  assert.equal((await addressesOf(whose)).email, email);
});

test("one mail a minute and ten a day, over all attempts", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  for (let n = 0; n < 10; n += 1) {
    await beginsMain(browser);
    assert.equal((await typesAddress(browser, fresh())).path, "/profile/address/check");
  }
  const soon = await sends(browser, "action", { action: "resend" });
  assert.equal(soon.path, "/profile/address/check");
  await beginsMain(browser);
  const page = await typesAddress(browser, fresh());
  assert.ok(page.body.includes("24時間に10通まで"), page.body);
});

test("an address that failed is confirmed once more, and then nobody is told of a change", async () => {
  const whose = await member("hikari");
  await bounces(whose);
  const browser = await entered(whose);
  assert.ok(
    browser.page().body.includes("メールが届きませんでした"),
    "at home, at the next sign-in",
  );
  const page = await beginsMain(browser);
  assert.ok(page.body.includes(`value="${whose.email}"`), "as it is");
  await typesAddress(browser, whose.email ?? "");
  const end = await typesCode(browser, whose.email ?? "");
  assert.equal(noteOn(end), "メールアドレスを確認しました");
  assert.equal((await addressesOf(whose)).hasFailed, false);
  assert.equal((await world.mailsTo(whose.email ?? "")).length, 1);
  assert.ok(!(await browser.get("/")).body.includes("メールが届きませんでした"));
});

test("codes of a sign-in go to the new address at once; one under way to the old one is over", async () => {
  const whose = await member("sakura");
  await giveMailbox(world, whose);
  const browser = world.browser("sakura");
  await browser.get("/sign-in");
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await browser.follow();
  const code = codeIn(await newest(whose.email ?? "", "ワンタイムパスワード"));
  await sends(browser, "mailCode", { mailCode: code });
  const underWay = world.browser("sakura");
  await underWay.get("/sign-in");
  await underWay.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await underWay.follow();
  const old = codeIn(await newest(whose.email ?? "", "ワンタイムパスワード"));
  const email = fresh();
  await changesMain(browser, email);
  await sends(underWay, "mailCode", { mailCode: old });
  assert.notEqual(underWay.page().path, "/");
  const again = world.browser("sakura");
  await again.get("/sign-in");
  await again.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await again.follow();
  await sends(again, "mailCode", { mailCode: codeIn(await newest(email, "ワンタイムパスワード")) });
  assert.equal(again.page().path, "/");
});

test("who was known too long ago is asked again before any of it", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  stories.waits();
  assert.ok(isAskedAgain(await browser.get("/profile/email").then(() => browser.follow())));
  const stranger = world.browser("hikari");
  assert.match((await stranger.get("/profile/email")).location ?? "", /^\/sign-in/);
});

test("the wrong society's entrance knows none of the buttons", async () => {
  const whose = await member("asahi");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const email = fresh();
  await beginsMain(browser);
  await typesAddress(browser, email);
  const link = buttonIn(await newest(email, "メールアドレスの確認"), "change-address");
  const elsewhere = world.browser("sakura");
  assert.equal((await elsewhere.get(link)).status, 404);
  const nothing = world.browser("asahi");
  assert.equal((await nothing.get("/change-address/nothing")).status, 404);
});
