import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  chosenPassword,
  isRefused,
  newUserId,
  signsIn,
  signsOut,
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
const { registers } = storiesOf(() => world);

const isHome = async (browser: Visitor) => (await browser.get("/")).body.includes("鈴木　花子");

/** A page without what differs between any two requests. */
const plain = ({ status, body, headers }: Answer, typed: string) => ({
  status,
  headers: Object.keys(headers)
    .filter((name) => name !== "set-cookie")
    .sort(),
  body: body
    .replaceAll(typed, "TYPED")
    .replace(/name="(formToken|challenge)" value="[^"]*"/g, "TOKEN")
    .replace(/data-options="[^"]*"/g, "QUESTION")
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "NUMBER"),
});

test("one answer for an unknown ID, a wrong password and a lock", async () => {
  const { userId } = await registers("hikari");
  const browser = world.browser("hikari");
  const unknown = await triesToSignIn(browser, "nobody-here", "whatever-1");
  const wrong = await triesToSignIn(browser, userId, "whatever-1");
  assert.match(unknown.body, /無効なユーザIDまたはパスワードです。/);
  assert.deepEqual(plain(unknown, "nobody-here"), plain(wrong, userId));
  for (let tries = 2; tries <= 10; tries += 1) await signsIn(browser, userId, "whatever-1");
  const locked = await triesToSignIn(browser, userId, chosenPassword);
  assert.deepEqual(plain(locked, userId), plain(unknown, "nobody-here"));
});

test("an unknown ID leaves the same rows as a known one", async () => {
  const { userId } = await registers("hikari");
  const browser = world.browser("hikari");
  const rows = () =>
    world.app
      .directory<{ tries: number; counters: number; notices: number }>(sql`
        select (select count(*)::int from failed_try) as tries,
          (select count(*)::int from sign_in_counter) as counters,
          (select count(*)::int from lock_notice) as notices`)
      .then(([row]) => row ?? { tries: 0, counters: 0, notices: 0 });
  const growth = async (id: string) => {
    const before = await rows();
    for (let tries = 1; tries <= 11; tries += 1) await signsIn(browser, id, "whatever-1");
    const now = await rows();
    return [now.tries - before.tries, now.counters - before.counters, now.notices - before.notices];
  };
  // two counters: of this source, and of all strangers' sources together
  assert.deepEqual(await growth(userId), [11, 2, 1]);
  assert.deepEqual(await growth("nobody-at-all"), [11, 2, 1]);
});

test("the password lock: ten wrong ones, a mail to the owner once, open after 30 minutes", async () => {
  const email = "lock@example.jp";
  const { userId, browser: own } = await registers("hikari", { email });
  await signsOut(own);
  const stranger = world.browser("hikari");
  for (let tries = 1; tries <= 12; tries += 1) await signsIn(stranger, userId, "whatever-1");
  assert.ok(isRefused(await triesToSignIn(stranger, userId, chosenPassword)));
  const mails = (await world.mailsTo(email)).filter(({ subject }) =>
    subject.includes("止めました"),
  );
  assert.equal(mails.length, 1);
  assert.match(mails[0]?.text ?? "", /10時30分/);
  // The owner's own browser has a counter of its own: a stranger cannot lock it out.
  assert.equal(isRefused(await triesToSignIn(own, userId, chosenPassword)), false);
  world.clock.advance({ minutes: 29 });
  assert.ok(isRefused(await triesToSignIn(stranger, userId, chosenPassword)));
  world.clock.advance({ minutes: 1 });
  assert.equal(isRefused(await triesToSignIn(stranger, userId, chosenPassword)), false);
});

test("nine wrong passwords and a right one, and counting begins anew", async () => {
  const { userId } = await registers("minato");
  const browser = world.browser("minato");
  for (let round = 1; round <= 2; round += 1) {
    for (let tries = 1; tries <= 9; tries += 1)
      assert.ok(isRefused(await triesToSignIn(browser, userId, "whatever-1")));
    assert.equal(isRefused(await triesToSignIn(browser, userId, chosenPassword)), false);
    await browser.follow();
    await signsOut(browser);
  }
});

test("IDs fold width and case; passwords fold width, never case or spaces", async () => {
  const { userId } = await registers("hikari");
  const wide = [...userId].map((d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0)).join("");
  assert.equal(
    isRefused(await triesToSignIn(world.browser("hikari"), wide, chosenPassword)),
    false,
  );
  const widePassword = [...chosenPassword]
    .map((d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0))
    .join("");
  assert.equal(
    isRefused(await triesToSignIn(world.browser("hikari"), userId, widePassword)),
    false,
  );
  const browser = world.browser("hikari");
  assert.ok(isRefused(await triesToSignIn(browser, userId, chosenPassword.toUpperCase())));
  assert.ok(isRefused(await triesToSignIn(browser, userId, ` ${chosenPassword}`)));
});

test("a session ends after 30 idle minutes, and after 12 hours whatever is done", async () => {
  const { browser } = await registers("hikari");
  world.clock.advance({ minutes: 29 });
  assert.ok(await isHome(browser));
  world.clock.advance({ minutes: 29 });
  assert.ok(await isHome(browser));
  world.clock.advance({ minutes: 30 });
  const page = await browser.get("/");
  assert.match(page.body, /時間がたったか、ほかの機器で終了したため、ログアウトしました/);

  const { browser: busy } = await registers("hikari");
  for (let half = 0; half < 47; half += 1) {
    world.clock.advance({ minutes: 15 });
    assert.ok(await isHome(busy));
  }
  world.clock.advance({ minutes: 15 });
  assert.equal(await isHome(busy), false);
});

test("signing out ends the session on the server, not only in the browser", async () => {
  const { browser } = await registers("hikari");
  const stolen = new Map(browser.cookies);
  assert.equal((await signsOut(browser)).location, "/sign-in?signed-out");
  assert.match((await browser.follow()).body, /ログアウトしました/);
  for (const [name, value] of stolen) browser.cookies.set(name, value);
  assert.equal(await isHome(browser), false);
});

test("no link's query hides a session: none signs out by being followed, and the button always does", async () => {
  const { browser } = await registers("hikari");
  for (const path of ["/sign-in?x=/standing", "/?x=/standing", "/profile?x=/standing"])
    await browser.get(path);
  assert.ok(await isHome(browser), "still signed in");
  const token = browser.cookies.get("__Host-kenpo-session") ?? "";
  const { fields } = browser.form("/session/stay");
  await browser.post("/sign-out?x=/standing", fields);
  browser.cookies.set("__Host-kenpo-session", token);
  assert.equal(await isHome(browser), false, "it has ended on the server, too");
});

test("a new token at every sign-in, and a session of one entrance is nothing at another", async () => {
  const { browser, userId } = await registers("hikari");
  const first = browser.cookies.get("__Host-kenpo-session");
  await browser.get("/");
  await signsOut(browser);
  await signsIn(browser, userId, chosenPassword);
  const second = browser.cookies.get("__Host-kenpo-session");
  assert.ok(second && second !== first);
  const other = world.browser("asahi");
  other.cookies.set("__Host-kenpo-session", second);
  assert.equal(await isHome(other), false);
});

test("who asks for a page of the signed-in signs in and goes on to it, and nowhere else", async () => {
  const { userId } = await registers("hikari");
  const browser = world.browser("hikari");
  const away = await browser.get("/services/medical-costs?month=2026-10");
  assert.match(away.location ?? "", /^\/sign-in\?to=/);
  await browser.follow();
  await browser.submit({ userId, password: "wrong" }, { action: "/sign-in" });
  await browser.follow();
  const signedIn = await browser.submit(
    { userId, password: chosenPassword },
    { action: "/sign-in" },
  );
  assert.equal(signedIn.location, "/services/medical-costs?month=2026-10");

  const other = world.browser("hikari");
  await other.get(away.location ?? "");
  const elsewhere = await other.submit(
    { userId, password: chosenPassword },
    { action: "/sign-in" },
  );
  assert.equal(elsewhere.location, "/", "sealed to the browser that was sent away");
});

test("a forged request changes nothing and gets a page that says so", async () => {
  const { browser } = await registers("hikari");
  await browser.get("/");
  const { fields } = browser.form("/preferences/size");
  const token = fields.formToken ?? "";
  const forged = [
    await browser.post("/sign-out", {}),
    await browser.post("/sign-out", { formToken: `${token}x` }),
    await browser.post(
      "/sign-out",
      { formToken: token },
      { headers: { origin: "http://evil.example" } },
    ),
    await browser.post("/sign-out", { formToken: token }, { headers: { origin: "null" } }),
    await browser.post(
      "/sign-out",
      { formToken: token },
      { headers: { "sec-fetch-site": "cross-site" } },
    ),
  ];
  assert.deepEqual(
    forged.map(({ status }) => status),
    Array(forged.length).fill(403),
  );
  assert.ok(await isHome(browser));
  // An old iPhone behind a proxy sends neither header: the token is enough.
  const bare = { headers: { origin: undefined, "sec-fetch-site": undefined } };
  assert.equal((await browser.post("/sign-out", { formToken: token }, bare)).status, 303);
});

test("a browser without cookies is told what to do", async () => {
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  const { fields } = browser.form("/sign-in");
  browser.cookies.clear();
  const page = await browser.post("/sign-in", { ...fields, userId: "a", password: "b" });
  assert.equal(page.status, 403);
  assert.match(titleOf(page), /Cookie/);
});

test("bodies are bounded and read only as forms", async () => {
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  const { fields } = browser.form("/sign-in");
  const large = await browser.post("/sign-in", { ...fields, userId: "x".repeat(70_000) });
  assert.equal(large.status, 413);
  const json = await browser.post("/sign-in", fields, {
    headers: { "content-type": "application/json" },
  });
  assert.equal(json.status, 422);
});

test("an unknown host and an unknown path name nothing", async () => {
  const browser = world.browser("hikari");
  const page = await browser.get("/", { headers: { host: "elsewhere.example" } });
  assert.equal(page.status, 404);
  assert.doesNotMatch(page.body, /けんぽ|健康保険|stylesheet/);
  assert.equal((await browser.get("/no-such-page")).status, 404);
  assert.equal((await browser.get("/.env")).status, 404);
});

test("the button of the completion mail: opening changes nothing, pressing confirms, from any device", async () => {
  const email = "confirm@example.jp";
  const { browser } = await registers("hikari", { email });
  const [mail] = await world.mailsTo(email);
  assert.equal(mail?.from.address, "webmaster@localhost");
  const link = /\/confirm-address\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  assert.ok(mail?.html.includes(link));
  const phone = world.browser("hikari");
  for (let scans = 0; scans < 3; scans += 1)
    assert.match((await phone.get(link)).body, /c•••@e•••\.jp/);
  assert.match((await browser.get("/")).body, /確認が、まだ終わっていません/);
  await phone.get(link);
  const pressed = await phone.submit({}, { action: link });
  assert.equal(pressed.status, 303);
  assert.match(titleOf(await phone.follow()), /^メールアドレスを確認しました/);
  assert.doesNotMatch((await browser.get("/")).body, /確認が、まだ終わっていません/);
  assert.match(titleOf(await phone.get(link)), /^メールアドレスは確認済みです/);
  assert.equal((await phone.get("/confirm-address/nothing")).status, 404);
});

test("the mail is sent again at most once a minute, and a late button says so", async () => {
  const email = "again@example.jp";
  const { browser } = await registers("hikari", { email });
  const asks = async () => {
    await browser.get("/");
    return browser.submit({}, { action: "/confirm-address/resend" });
  };
  await asks();
  assert.equal((await world.mailsTo(email)).length, 1, "within a minute of the first");
  world.clock.advance({ seconds: 61 });
  await Promise.all([asks(), asks()]);
  const mails = await world.mailsTo(email);
  assert.equal(mails.length, 2);
  world.clock.advance({ days: 15 });
  const link = /\/confirm-address\/[\w-]+/.exec(mails[1]?.text ?? "")?.[0] ?? "";
  assert.match(titleOf(await browser.get(link)), /期限が過ぎました/);
});

test("maintenance: announced, then 503 with Retry-After, and begun work is still there", async () => {
  const { browser } = await registers("hikari");
  world.clock.set("2027-01-25T11:59:00.000Z" as never);
  await signsOut(browser);
  const page = await browser.get("/sign-in");
  assert.match(page.body, /1月25日\(月\)21時から24時まで、お休みします/);
  world.clock.set("2027-01-25T12:00:00.000Z" as never);
  const closed = await browser.get("/sign-in");
  assert.equal(closed.status, 503);
  assert.equal(closed.headers["retry-after"], String(3 * 3600));
  world.clock.set("2027-01-25T15:00:00.000Z" as never);
  assert.equal((await browser.get("/sign-in")).status, 200);
});

test("a source that fails at many accounts is refused for a while; a company is not", async () => {
  const source = { "x-forwarded-for": "203.0.113.7" };
  const attacker = world.browser("hikari", source);
  for (let account = 0; account < 100; account += 1)
    assert.ok(isRefused(await triesToSignIn(attacker, `victim${account}`, "whatever-1")));
  assert.equal((await signsIn(attacker, "victim-100", "whatever-1")).status, 429);
  world.clock.advance({ minutes: 11 });
  assert.ok(isRefused(await triesToSignIn(attacker, "victim-100", "whatever-1")));
});

test("no ID, name or address in what is logged of a request", async () => {
  const id = newUserId();
  await signsIn(world.browser("hikari"), id, chosenPassword);
  const lines = JSON.stringify(world.records);
  for (const secret of [id, "花子", "example.jp", chosenPassword, "1979-08-22", "19790822"])
    assert.equal(lines.includes(secret), false, secret);
});
