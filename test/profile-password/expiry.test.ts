import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { warnOfExpiry } from "../../src/identity/password-expiry/index.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { isAskedAgain, sends, storiesOf } from "../profile/stories.ts";
import { giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { changedPolicies } from "./policies.ts";

// A password whose time is over (the dial of kaede: 360 days), and the warnings before.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { member, factsOf, typesPassword, waits } = storiesOf(() => world);

const page = "/password-expired";
const fresh = "kawa-to-hashi-2027";
const passes = (days: number) => world.clock.advance({ days });

const comesIn = async (whose: Registered): Promise<Visitor> => {
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  await browser.follow();
  return browser;
};

const chooses = async (browser: Visitor, password: string) => {
  await browser.submit({ password, passwordAgain: password }, { action: page });
  return browser.follow();
};

test("an expired one still signs in, and is replaced before anything else", async () => {
  const whose = await member("kaede");
  passes(360);
  const browser = await comesIn(whose);
  assert.equal(browser.page().path, `${page}?return=%2F`);
  assert.match(browser.page().body, /有効期限\(360日\)が過ぎました/);
  for (const path of ["/", "/profile", "/profile/password", "/services/medical-costs"])
    assert.match((await browser.get(path)).location ?? "", /^\/password-expired\?return=/, path);
  for (const path of ["/help/faq", "/terms", "/contact", page])
    assert.equal((await browser.get(path)).status, 200, path);
  await browser.get(`${page}?return=%2Fprofile%2Fhistory`);
  const same = await chooses(browser, whose.password);
  assert.match(same.body, /いまのパスワードと同じです/);
  const renewed = await chooses(browser, fresh);
  assert.match(renewed.body, /パスワードを変えました/);
  assert.match(renewed.body, /href="\/profile\/history"/, "on to where its owner wanted to go");
  assert.equal((await browser.get("/profile/history")).status, 200);
  assert.ok((await factsOf(whose)).includes("account.password-changed"));
  const anew = world.browser("kaede");
  await signsIn(anew, whose.userId, fresh);
  assert.equal((await anew.follow()).path, "/");
});

test("after the second factor, never instead of it", async () => {
  const whose = await member("kaede");
  const phone = await giveDevice(world, whose);
  passes(361);
  const browser = await comesIn(whose);
  assert.match(browser.page().path, /^\/second-factor/);
  await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.match(browser.page().path, /^\/password-expired/);
  assert.match((await chooses(browser, fresh)).body, /パスワードを変えました/);
});

test("a session that meets the end in its middle is asked who it is first; a submit is not done", async () => {
  const whose = await member("kaede");
  passes(359);
  world.clock.advance({ hours: 23, minutes: 45 });
  const browser = await comesIn(whose);
  await browser.get("/profile/display");
  const { fields } = browser.form("/profile/display");
  waits();
  waits();
  await browser.post("/profile/display", { ...fields, language: "en" });
  assert.equal(browser.page().location, `${page}?return=%2F`);
  assert.ok(isAskedAgain(await browser.follow()));
  assert.equal((await typesPassword(browser, whose.password)).path, `${page}?return=%2F`);
  assert.ok(!(await factsOf(whose)).includes("account.display-changed"));
  waits();
  const { fields: own } = browser.form(page);
  await browser.post(page, { ...own, password: fresh, passwordAgain: fresh });
  assert.ok(isAskedAgain(await browser.follow()), "nor does its own submit come through");
  await typesPassword(browser, whose.password);
  assert.match((await chooses(browser, fresh)).body, /パスワードを変えました/);
});

test("who has nothing to do there is led on, to this host alone", async () => {
  const whose = await member("kaede");
  const browser = await comesIn(whose);
  for (const [back, to] of [
    ["/profile", "/profile"],
    ["//elsewhere.example", "/"],
    ["https://elsewhere.example/", "/"],
  ] as const) {
    const query = new URLSearchParams({ return: back });
    assert.equal((await browser.get(`${page}?${query}`)).location, to);
  }
  await browser.get("/profile/display");
  const { fields } = browser.form("/profile/display");
  await browser.post(page, { ...fields, password: fresh, passwordAgain: fresh });
  assert.equal(browser.page().location, "/");
  assert.ok(!(await factsOf(whose)).includes("account.password-changed"));
  const stranger = world.browser("kaede");
  assert.match((await stranger.get(page)).location ?? "", /^\/sign-in\?to=/);
});

test("elsewhere no password ever ends", async () => {
  const whose = await member("hikari");
  passes(3000);
  assert.equal((await comesIn(whose)).page().path, "/");
  assert.doesNotMatch((await comesIn(whose)).page().body, /有効期限/);
});

const warnings = async ({ email }: Registered) =>
  (await world.mailsTo(email ?? "")).filter(({ subject }) => subject.includes("有効期限"));

test("warned 30 and 7 days ahead, once each, by mail and at home; then never again", async () => {
  const whose = await member("kaede");
  passes(329);
  assert.equal((await warnings(whose)).length, 0);
  assert.doesNotMatch((await comesIn(whose)).page().body, /有効期限が近づいています/);
  passes(1);
  const parts = { ...world, database: world.app };
  await Promise.all([warnOfExpiry(parts), warnOfExpiry(parts)]);
  const [first, ...more] = await warnings(whose);
  assert.ok(first && more.length === 0, "two workers at once tell once");
  assert.match(first.text, /あと30日/);
  assert.doesNotMatch(first.text, /\/(sign-in|profile)/, "nothing in it leads to a password");
  const home = (await comesIn(whose)).page();
  assert.match(home.body, /有効期限が近づいています/);
  assert.match(home.body, /href="\/profile\/password"/);
  passes(22);
  assert.equal((await warnings(whose)).length, 1);
  passes(1);
  assert.match((await warnings(whose))[1]?.text ?? "", /あと7日/);
  passes(6);
  assert.equal((await warnings(whose)).length, 2);
  passes(2);
  assert.equal((await warnings(whose)).length, 2, "whose time is over is told at the sign-in");
  const facts = (await factsOf(whose)).filter((fact) => fact === "account.password-warned");
  assert.equal(facts.length, 2);
  await chooses(await comesIn(whose), fresh);
  passes(330);
  assert.equal((await warnings(whose)).length, 3, "another password is warned of anew");
});

test("who comes late to it gets one mail, not two", async () => {
  const whose = await member("kaede");
  passes(355);
  assert.deepEqual(
    (await warnings(whose)).map(({ text }) => /あと(\d+)日/.exec(text)?.[1]),
    ["5"],
  );
});

const sets = ({ code, accountId, person }: Registered, what: string) =>
  world.app.inSociety(world.society(code).id, async (tx) => {
    const now = world.clock.now();
    if (what === "locked")
      tx.write(sql`update account set locked_at = ${now}
        where society_id = ${tx.society} and id = ${accountId}`);
    if (what === "lost")
      tx.write(sql`update member set lost_on = '2026-12-01'
        where society_id = ${tx.society} and id = ${person.id}`);
    if (what === "failed")
      tx.write(sql`update account set email_failed_at = ${now}, email_failure = 'unknown',
        second_email = 'own@example.jp', second_email_confirmed_at = ${now}
        where society_id = ${tx.society} and id = ${accountId}`);
  });

test("nobody is warned in vain: locked by staff, no longer covered, another dial", async () => {
  const [locked, lost, failed] = [
    await member("kaede"),
    await member("kaede"),
    await member("kaede"),
  ];
  await sets(locked, "locked");
  await sets(lost, "lost");
  await sets(failed, "failed");
  passes(335);
  assert.equal((await warnings(locked)).length, 0);
  assert.equal((await warnings(lost)).length, 0);
  assert.equal((await warnings(failed)).length, 1);
  assert.equal((await world.mailsTo("own@example.jp")).length, 1, "to the second address too");
  const spared = await member("kaede");
  passes(335);
  await changedPolicies(world, "kaede", ({ policy }) => {
    policy.password = { ...policy.password, maxAgeDays: null };
  });
  assert.equal((await warnings(spared)).length, 0);
  assert.equal((await comesIn(spared)).page().path, "/");
});
