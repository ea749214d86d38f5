import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import type { Insured } from "../world/people.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  chosenPassword,
  details,
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
const { proves, begins, registers } = storiesOf(() => world);

const isHomeOf = async (browser: Visitor, name: string) =>
  (await browser.get("/")).body.includes(name);

const withCookie = (code: string, name: string, value: string | undefined) => {
  const browser = world.browser(code);
  browser.cookies.set(`__Host-kenpo-${name}`, value ?? "");
  return browser;
};

const reachesConfirmationIn = async (browser: Visitor, person: Insured) => {
  const letter = await world.letterFor("hikari", person);
  await signsIn(browser, letter.userId, letter.password);
  await browser.follow();
  await proves(browser, "hikari", person);
  await browser.follow();
  await browser.submit(details({ userId: newUserId() }));
  await browser.follow();
  return browser.form("/first-sign-in/confirm").fields;
};

test("two letters in one browser: a page of the first never acts on the second", async () => {
  const browser = world.browser("hikari");
  const husband = await world.insuredPerson("hikari", { name: "鈴木　一郎" });
  const wife = await world.insuredPerson("hikari", { name: "鈴木　春子" });
  const oldTab = await reachesConfirmationIn(browser, husband);
  const newTab = await reachesConfirmationIn(browser, wife);
  const pressed = await browser.post("/first-sign-in/confirm", oldTab);
  assert.equal(pressed.location, "/first-sign-in/confirm");
  assert.equal(await isHomeOf(browser, "鈴木"), false);
  await browser.post("/first-sign-in/confirm", newTab);
  assert.ok(await isHomeOf(browser, "春子"));
});

test("the cookie of a completed registration goes with the window, as its session does", async () => {
  const { browser } = await registers("hikari");
  const page = await browser.get("/first-sign-in/completed");
  assert.equal(page.headers["set-cookie"], undefined, "a session is not given again");
  const flow = browser.cookies.get("__Host-kenpo-flow");
  const again = await withCookie("hikari", "flow", flow).get("/first-sign-in");
  const lines = again.headers["set-cookie"]?.filter((line) => /kenpo-(flow|session)=/.test(line));
  assert.equal(lines?.length, 2);
  for (const line of lines ?? []) assert.doesNotMatch(line, /max-age|expires/i);
});

test("after signing out the registration's cookie opens nothing, and takes no new session away", async () => {
  const { browser, userId } = await registers("hikari");
  await signsOut(browser);
  const thief = withCookie("hikari", "flow", browser.cookies.get("__Host-kenpo-flow"));
  await thief.get("/first-sign-in/completed");
  assert.equal(await isHomeOf(thief, "鈴木"), false);
  await signsIn(browser, userId, chosenPassword);
  await browser.get("/first-sign-in");
  await browser.follow();
  assert.ok(await isHomeOf(browser, "鈴木"));
});

test("whoever was signed in at this browser before is there no longer", async () => {
  for (const another of ["hikari", "minato"]) {
    const { browser } = await registers("hikari");
    const earlier = browser.cookies.get("__Host-kenpo-session");
    const { userId } = await registers(another);
    await browser.get("/");
    const { formToken = "" } = browser.form("/preferences/size").fields;
    await browser.post("/sign-in", { formToken, userId, password: chosenPassword });
    assert.equal(await isHomeOf(withCookie("hikari", "session", earlier), "鈴木"), false);
  }
  const { browser } = await registers("hikari");
  const person = await world.insuredPerson("hikari");
  const { userId, password } = await world.letterFor("hikari", person);
  const earlier = browser.cookies.get("__Host-kenpo-session");
  await browser.get("/");
  const { formToken = "" } = browser.form("/preferences/size").fields;
  await browser.post("/sign-in", { formToken, userId, password });
  assert.equal(await isHomeOf(withCookie("hikari", "session", earlier), "鈴木"), false);
});

test("of many tries in one breath only the first ten count, a right one among the rest is refused", async () => {
  const { userId } = await registers("hikari");
  const stranger = world.browser("hikari");
  await stranger.get("/sign-in");
  const { fields } = stranger.form("/sign-in");
  const guesses = [...Array.from({ length: 25 }, (_, i) => `guess-${i}`), chosenPassword];
  await Promise.all(
    guesses.map((password) => stranger.post("/sign-in", { ...fields, userId, password })),
  );
  assert.equal(stranger.cookies.has("__Host-kenpo-session"), false);
  assert.ok(isRefused(await triesToSignIn(stranger, userId, chosenPassword)));
});

test("one source cannot fill the tables with one ID, and its neighbours' known browsers get in", async () => {
  const { userId, browser: own } = await registers("hikari");
  await signsOut(own);
  const tries = () =>
    world.app
      .directory<{ count: number }>(sql`select count(*)::int as count from failed_try`)
      .then(([row]) => row?.count ?? 0);
  for (const typed of [userId, "nobody-here-too"]) {
    const stranger = world.browser("hikari");
    const earlier = await tries();
    let answer = await signsIn(stranger, typed, "whatever-1");
    for (let count = 1; count < 40; count += 1)
      answer = await signsIn(stranger, typed, "whatever-1");
    assert.equal(answer.status, 429);
    assert.equal((await tries()) - earlier, 30);
  }
  assert.equal(isRefused(await triesToSignIn(own, userId, chosenPassword)), false);
  assert.ok(await isHomeOf(own, "鈴木"));
  world.clock.advance({ minutes: 31 });
});

test("a stolen letter does not give the birth date, wherever the guesses come from", async () => {
  const person = await world.insuredPerson("hikari");
  const letter = await world.letterFor("hikari", person);
  const wrong = { insurerNumber: world.society("hikari").insurerNumber, terms: "agree" };
  const begin = async () => {
    const browser = world.browser("hikari");
    await signsIn(browser, letter.userId, letter.password);
    await browser.follow();
    return browser;
  };
  for (let day = 1; day <= 6; day += 1) {
    const thief = await begin();
    for (let month = 1; month <= 5; month += 1) {
      await thief.submit({ ...wrong, birthDate: `19700${month}0${day}` });
      assert.match((await thief.follow()).body, /一致しません|間違いが続いたため/);
    }
    world.clock.advance({ days: 7 });
  }
  const browser = await begin();
  await proves(browser, "hikari", person);
  assert.match((await browser.follow()).body, /このご案内では登録できなくなりました/);
  const renewed = await world.letterFor("hikari", person);
  await signsIn(browser, renewed.userId, renewed.password);
  await browser.follow();
  await proves(browser, "hikari", person);
  assert.match(titleOf(await browser.follow()), /^個人情報入力画面/);
});

test("who hangs up in the middle of a form is no failure of ours", async () => {
  const before = world.records.length;
  const socket = connect(world.port, "127.0.0.1");
  const form = "content-type: application/x-www-form-urlencoded\r\ncontent-length: 99";
  socket.write(
    `POST /sign-in HTTP/1.1\r\nhost: ${world.hostOf("hikari")}\r\n${form}\r\n\r\nuserId=`,
  );
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  socket.destroy();
  while (world.records.length < before + 2) await browser.get("/healthz");
  assert.equal((world.records.at(-1) as { status: number }).status, 422);
});

test("a user ID with NUL is nobody's", async () => {
  const { userId } = await registers("hikari");
  const browser = world.browser("hikari");
  for (const typed of ["\0", `\0${userId}`, `${userId}\0`])
    assert.ok(isRefused(await triesToSignIn(browser, typed, chosenPassword)));
});

test("the switches of language and size lead back to this host only", async () => {
  const browser = world.browser("hikari");
  const ways = ["//evil.example", "/\t/evil.example", "/\\evil.example", "/\0", "/\u007f", "/あ"];
  for (const way of ways) {
    const to = await browser.get(`/preferences/language/ja?return=${encodeURIComponent(way)}`);
    assert.equal(to.status, 303);
    assert.match(to.headers.location ?? "", /^\/(?![/\\])[\x21-\x7e]*$/);
  }
});

test("a stylesheet or script that is not there is an unknown page, at an unknown host too", async () => {
  const browser = world.browser("hikari");
  assert.equal((await browser.get("/assets/no-such.css")).status, 404);
  const elsewhere = { headers: { host: "elsewhere.example" } };
  assert.equal((await browser.get("/assets/no-such.css", elsewhere)).status, 404);
});

test("a continuation of any length leaves the message of a refused try", async () => {
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  await browser.submit(
    { userId: "nobody", password: "x", continuation: "y".repeat(50_000) },
    { action: "/sign-in" },
  );
  for (const line of browser.page().headers["set-cookie"] ?? []) assert.ok(line.length < 4096);
  assert.ok(isRefused(await browser.follow()));
});

test("a browser with an empty cookie gets one of its own", async () => {
  const browser = withCookie("hikari", "browser", "");
  await browser.get("/sign-in");
  assert.match(browser.cookies.get("__Host-kenpo-browser") ?? "", /^[\w-]{43}$/);
});

test("a confirmation link that a mail program lengthened still works", async () => {
  const email = "lengthened@example.jp";
  await registers("hikari", { email });
  const [mail] = await world.mailsTo(email);
  const link = /\/confirm-address\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const phone = world.browser("hikari");
  await phone.get(`${link}?utm_source=mail`);
  await phone.submit({}, { action: link });
  assert.match(titleOf(await phone.follow()), /^メールアドレスを確認しました/);
});

test("a form of another entrance's page, or of another browser, is forged", async () => {
  const { browser } = await begins("hikari");
  const { fields } = browser.form("/first-sign-in/identity");
  const stranger = world.browser("hikari");
  await stranger.get("/sign-in");
  const forged = await stranger.post("/first-sign-in/identity", fields);
  assert.equal(forged.status, 403);
  const asahi = withCookie("asahi", "flow", browser.cookies.get("__Host-kenpo-flow"));
  await asahi.get("/first-sign-in/identity");
  assert.match(titleOf(await asahi.follow()), /^登録はまだ始まっていません/);
});
