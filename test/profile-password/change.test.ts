import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import type { Fields, Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { isAskedAgain, noteOn, storiesOf } from "../profile/stories.ts";
import { giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { changedPolicies } from "./policies.ts";

// 「パスワードの変更」 of the profile.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { member, entered, factsOf, sessionsOf, typesPassword, waits } = storiesOf(() => world);

const path = "/profile/password";
const fresh = "kawa-to-hashi-2027";

/** From the page, as it is. */
const chooses = async (browser: Visitor, password: string, more: Fields = {}) => {
  await browser.get(path);
  await browser.submit({ password, passwordAgain: password, ...more }, { action: path });
  return browser.follow();
};

const toldTo = async ({ email }: Registered) =>
  (await world.mailsTo(email ?? "")).filter(({ subject }) => subject.includes("パスワードが変わ"));

const tokenOf = ({ cookies }: Visitor) => cookies.get("__Host-kenpo-session") ?? "";

const lives = async (browser: Visitor) => (await browser.get("/profile")).status === 200;

for (const code of ["hikari", "minato", "kaede", "asahi", "sakura"])
  test(`${code}: a new password, a new token, other devices out, a mail, a fact`, async () => {
    const whose = await member(code);
    const phone =
      code === "asahi" || code === "sakura" ? await giveDevice(world, whose) : undefined;
    const other = await entered(whose, phone);
    world.clock.advance({ minutes: 1 });
    const browser = await entered(whose, phone);
    const before = tokenOf(browser);
    await browser.get("/profile");
    assert.match(browser.page().body, /href="\/profile\/password"/);
    const page = await chooses(browser, fresh);
    assert.equal(page.path, "/profile");
    assert.equal(noteOn(page), "パスワードを変えました");
    assert.match(page.body, /ほかの機器は、すべてログアウトしました/);
    assert.notEqual(tokenOf(browser), before);
    assert.equal(await lives(other), false);
    assert.equal((await sessionsOf(whose)).length, 1);
    assert.ok((await factsOf(whose)).includes("account.password-changed"));
    assert.equal((await toldTo(whose)).length, 1);
    const thief = world.browser(code);
    thief.cookies.set("__Host-kenpo-session", before);
    assert.equal(await lives(thief), false, "the token before opens nothing");
    const anew = world.browser(code);
    await signsIn(anew, whose.userId, whose.password);
    assert.match(anew.page().location ?? anew.page().body, /sign-in|無効な/, "the old one is void");
    await signsIn(anew, whose.userId, fresh);
    assert.match((await anew.follow()).path, phone ? /^\/second-factor/ : /^\/$/);
  });

test("unticked, the other devices stay; the dial ends them whatever is ticked", async () => {
  const whose = await member("hikari");
  const [other, browser] = [await entered(whose), await entered(whose)];
  await browser.get(path);
  const { fields } = browser.form(path);
  assert.equal(fields.signsOutEverywhere, "yes", "ticked until somebody wants it otherwise");
  const { signsOutEverywhere: _, ...unticked } = fields;
  await browser.post(path, { ...unticked, password: fresh, passwordAgain: fresh });
  assert.equal(noteOn(await browser.follow()), "パスワードを変えました");
  assert.ok(await lives(other));
  await changedPolicies(world, "hikari", ({ policy }) => {
    policy.session = { ...policy.session, onPasswordChange: "end" };
  });
  await browser.get(path);
  assert.doesNotMatch(browser.page().body, /name="signsOutEverywhere"/);
  await chooses(browser, `${fresh}!`);
  assert.equal(await lives(other), false);
});

test("who was known long ago is asked again first, and comes back to the form", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  waits();
  await browser.get(path);
  assert.ok(isAskedAgain(await browser.follow()));
  assert.equal((await typesPassword(browser, whose.password)).path, path);
  waits();
  const { fields } = browser.form(path);
  await browser.post(path, { ...fields, password: fresh, passwordAgain: fresh });
  assert.ok(isAskedAgain(await browser.follow()), "nor does a submit come through");
  assert.equal((await typesPassword(browser, whose.password)).path, path);
  assert.doesNotMatch(browser.page().body, new RegExp(fresh), "no password is kept");
  assert.equal((await toldTo(whose)).length, 0);
});

for (const [typed, says] of [
  [{ password: "", passwordAgain: "" }, /パスワードを入力してください/],
  [{ password: "mizu1", passwordAgain: "mizu1" }, /8文字以上で入力してください。いまは5文字です/],
  [{ password: "kaze-to-mori", passwordAgain: "kaze-to-mori" }, /数字を1文字以上/],
  [
    { password: "hanako-0822-suzuki", passwordAgain: "hanako-0822-suzuki" },
    /ほかの人が知っているもの/,
  ],
  [{ password: "x19790822x", passwordAgain: "x19790822x" }, /ほかの人が知っているもの/],
  [{ password: "password123", passwordAgain: "password123" }, /よく使われるパスワード/],
  [{ password: fresh, passwordAgain: `${fresh}?` }, /2つのパスワードが違っています/],
  [{ password: "umi-to-yama-2026", passwordAgain: "umi-to-yama-2026" }, /いまのパスワードと同じ/],
] as const)
  test(`refused, with the reason: ${JSON.stringify(typed)}`, async () => {
    const whose = await member("hikari");
    const browser = await entered(whose);
    await browser.get(path);
    const { fields } = browser.form(path);
    const { signsOutEverywhere: _, ...unticked } = fields;
    await browser.post(path, { ...unticked, ...typed });
    const page = await browser.follow();
    assert.equal(page.path, path);
    assert.match(page.body, says);
    if (typed.password) assert.doesNotMatch(page.body, new RegExp(typed.password));
    assert.doesNotMatch(page.body, /name="signsOutEverywhere"[^>]*checked/, "the box is as it was");
    assert.doesNotMatch((await browser.get(path)).body, /class="summary"/, "told once");
    assert.ok(!(await factsOf(whose)).includes("account.password-changed"));
  });

test("a double submit changes once, and its browser stays signed in", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get(path);
  const fields = { ...browser.form(path).fields, password: fresh, passwordAgain: fresh };
  const twin = world.browser("hikari");
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
  // Both on their way at once, then a third that comes when the token has gone.
  await Promise.all([browser.post(path, fields), twin.post(path, fields)]);
  assert.deepEqual([browser.page().location, twin.page().location], ["/profile", "/profile"]);
  assert.ok((await lives(browser)) && (await lives(twin)));
  assert.equal(tokenOf(browser), tokenOf(twin));
  assert.equal((await toldTo(whose)).length, 1);
});

test("the second press that comes late goes on too; an earlier token without the password does not", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get(path);
  const fields = { ...browser.form(path).fields, password: fresh, passwordAgain: fresh };
  const copy = () => {
    const twin = world.browser("hikari");
    for (const [name, value] of kept) twin.cookies.set(name, value);
    return twin;
  };
  const kept = new Map(browser.cookies);
  await browser.post(path, fields);
  const [late, thief] = [copy(), copy()];
  await late.post(path, fields);
  assert.equal(late.page().location, "/profile");
  assert.equal(noteOn(await late.follow()), "パスワードを変えました");
  await thief.post(path, { ...fields, password: "not-the-new-one-1", passwordAgain: "x" });
  assert.match(thief.page().location ?? "", /^\/sign-in/);
  assert.equal(await lives(thief), false);
  assert.equal((await toldTo(whose)).length, 1);
});

test("who stole the token of before guesses nothing with it: not elsewhere, not later, not without end", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get(path);
  const fields = { ...browser.form(path).fields, password: fresh, passwordAgain: fresh };
  const kept = new Map(browser.cookies);
  const stolen = tokenOf(browser);
  await browser.post(path, fields);
  const elsewhere = world.browser("hikari");
  await elsewhere.get("/sign-in");
  elsewhere.cookies.set("__Host-kenpo-session", stolen);
  const { formToken = "" } = elsewhere.form("/sign-in").fields;
  await elsewhere.post(path, { ...fields, formToken });
  assert.match(elsewhere.page().location ?? "", /^\/sign-in/, "another browser");
  const copy = () => {
    const twin = world.browser("hikari");
    for (const [name, value] of kept) twin.cookies.set(name, value);
    return twin;
  };
  for (let n = 0; n < 10; n += 1) await copy().post(path, { ...fields, password: `guess-${n}` });
  const refused = (await factsOf(whose)).filter((fact) => fact === "account.step-up-refused");
  assert.equal(refused.length, 10);
  const right = copy();
  await right.post(path, fields);
  assert.match(right.page().location ?? "", /^\/sign-in/, "it is locked by then");
  assert.ok(await lives(browser), "its owner stays signed in");
});

test("a minute after the change nobody comes in by the token of before", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get(path);
  const fields = { ...browser.form(path).fields, password: fresh, passwordAgain: fresh };
  const late = world.browser("hikari");
  for (const [name, value] of browser.cookies) late.cookies.set(name, value);
  await browser.post(path, fields);
  world.clock.advance({ minutes: 1 });
  await late.post(path, fields);
  assert.match(late.page().location ?? "", /^\/sign-in/);
  assert.equal(await lives(late), false);
});

test("changed in another browser meanwhile: told, and nothing is changed", async () => {
  const whose = await member("hikari");
  const [one, two] = [await entered(whose), await entered(whose)];
  await two.get(path);
  await one.get(path);
  const { signsOutEverywhere: _, ...unticked } = one.form(path).fields;
  const submits = (browser: Visitor, password: string) =>
    browser.post(path, {
      ...unticked,
      ...browser.form(path).fields,
      password,
      passwordAgain: password,
    });
  await Promise.all([submits(one, fresh), submits(two, `${fresh}-2`)]);
  const changed = (await factsOf(whose)).filter((fact) => fact === "account.password-changed");
  assert.equal(changed.length, 1);
});

test("a password of another language of the keyboard is the same: NFKC, and ¥ is \\", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  assert.equal((await chooses(browser, "ｋａｗａ¥hashi-2027")).path, "/profile");
  const anew = world.browser("sakura");
  await signsIn(anew, whose.userId, "kawa\\hashi-2027");
  assert.match((await anew.follow()).path, /^\/second-factor/);
});

test("a mailed provisional password ends with it", async () => {
  const whose = await member("hikari");
  const society = world.society("hikari");
  const now = world.clock.now();
  await world.app.inSociety(society.id, async (tx) =>
    tx.write(sql`
      insert into temporary_password (society_id, account_id, mac, made_at, expires_at)
      values (${tx.society}, ${whose.accountId}, 'mac', ${now}, ${now})`),
  );
  await chooses(await entered(whose), fresh);
  const left = await world.app.inSociety(society.id, (tx) =>
    tx.query(sql`select 1 from temporary_password where society_id = ${tx.society}
      and account_id = ${whose.accountId}`),
  );
  assert.deepEqual(left, []);
});
