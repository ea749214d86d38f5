import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { signsIn as typesPassword } from "../journeys/stories.ts";
import { registered, take } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  action,
  answers,
  isHome,
  isRefused,
  questionOn,
  signsInBy,
  storiesOf,
  triesBy,
} from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { behind, sessionsOf, passkeyOf, inSociety } = storiesOf(() => world);

for (const code of ["minato", "asahi"])
  test(`${code}: with a passkey and nothing else, at home`, async () => {
    const hana = await registered(world, code);
    const phone = await givePasskey(world, hana);
    const browser = world.browser(code);
    const page = await triesBy(browser, phone);
    assert.ok(isHome(page));
    assert.deepEqual(await sessionsOf(hana), [{ amr: ["passkey"] }]);
    assert.equal((await passkeyOf(hana))?.usedAt, world.clock.now());
    const facts = await world.app.inSociety(world.society(code).id, (tx) =>
      tx.query<{ details: object }>(sql`
        select details from audit_fact where society_id = ${tx.society}
          and action = 'account.signed-in' and subject_id = ${hana.accountId}`),
    );
    assert.deepEqual(facts, [{ details: { amr: "passkey" } }]);
  });

test("the page asks for no credential of anybody, each time anew, for the entrance's host", async () => {
  const hana = await registered(world, "asahi");
  await givePasskey(world, hana);
  const ask = async () => JSON.parse(questionOn(await world.browser("asahi").get("/sign-in")));
  const [one, two] = [await ask(), await ask()];
  assert.deepEqual(one.allowCredentials, []);
  assert.equal(one.rpId, "asahi.localhost");
  assert.equal(one.userVerification, "required");
  assert.equal(Buffer.from(one.challenge, "base64url").length, 32);
  assert.notEqual(one.challenge, two.challenge);
});

test("nobody's visit and nobody's try is a row of a challenge", async () => {
  const count = async () => {
    const [row] = await world.app.directory<{ count: number }>(
      sql`select count(*)::int as count from passkey_challenge`,
    );
    return row?.count;
  };
  const before = await count();
  const hana = await registered(world, "asahi");
  const phone = await givePasskey(world, hana);
  await triesBy(world.browser("asahi"), phone, { isForeignKey: true });
  assert.equal(await count(), before);
  await triesBy(world.browser("asahi"), phone);
  assert.equal(await count(), (before ?? 0) + 1);
});

test("on to where one wanted to go", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  const browser = world.browser("hikari");
  const sent = await browser.get("/services/medical-costs");
  const page = await browser.get(sent.location ?? "");
  const [, continuation = ""] = /name="continuation" value="([^"]*)"/.exec(page.body) ?? [];
  assert.notEqual(continuation, "");
  const fields = await answers(browser, phone);
  const answer = await browser.post(action, { ...fields, continuation });
  assert.equal(answer.location, "/services/medical-costs");
  // After a refusal it is not forgotten.
  const other = world.browser("hikari");
  const away = await other.get("/services/medical-costs");
  await other.get(away.location ?? "");
  const { fields: kept } = other.form(action);
  await other.post(action, { ...kept, response: "{}" });
  await other.follow();
  assert.notEqual(kept.continuation, "");
  assert.equal(other.form(action).fields.continuation, kept.continuation);
});

test("whoever was signed in at this browser before is not any more", async () => {
  const [hana, jiro] = [await registered(world, "hikari"), await registered(world, "minato")];
  const [hers, his] = [await givePasskey(world, hana), await givePasskey(world, jiro)];
  const browser = world.browser("hikari");
  assert.ok(isHome(await triesBy(browser, hers)));
  // The sign-in page leads the signed-in home: a tab that was open before still holds its form.
  const tab = world.browser("hikari");
  for (const [name, value] of browser.cookies)
    if (!name.includes("session")) tab.cookies.set(name, value);
  const fields = await answers(tab, his);
  const { formToken = "" } = (await browser.get("/")).body.match(
    /name="formToken" value="(?<formToken>[^"]*)"/,
  )?.groups ?? { formToken: "" };
  const answer = await browser.post(action, { ...fields, formToken });
  assert.equal(answer.location, "/");
  assert.deepEqual(await sessionsOf(hana), []);
  assert.equal((await sessionsOf(jiro)).length, 1);
});

test("a password lock stops no passkey, and the passkey does not end the lock", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  const stranger = world.browser("hikari");
  for (let tries = 0; tries < 10; tries += 1) await typesPassword(stranger, hana.userId, "wrong-1");
  assert.ok(isHome(await triesBy(world.browser("hikari"), phone)));
  const own = world.browser("hikari");
  await typesPassword(own, hana.userId, hana.password);
  assert.match((await own.follow()).body, /無効なユーザIDまたはパスワードです。/);
});

test("a browser that came in by a passkey has a counter of its own from then on", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  const own = world.browser("hikari");
  await triesBy(own, phone);
  const stranger = world.browser("hikari");
  for (let tries = 0; tries < 10; tries += 1) await typesPassword(stranger, hana.userId, "wrong-1");
  const again = world.browser("hikari");
  for (const [name, value] of own.cookies)
    if (!name.includes("session")) again.cookies.set(name, value);
  await typesPassword(again, hana.userId, hana.password);
  assert.doesNotMatch((await again.follow()).body, /無効なユーザIDまたはパスワードです。/);
});

test("wrong second factors are not forgotten by it", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  await inSociety(
    hana,
    (society) => sql`
      update account set factor_wrong = 7
       where society_id = ${society} and id = ${hana.accountId}`,
  );
  assert.ok(isHome(await triesBy(world.browser("hikari"), phone)));
  const [row] = await world.app.inSociety(world.society("hikari").id, (tx) =>
    tx.query<{ wrong: number }>(sql`
      select factor_wrong as wrong from account
       where society_id = ${tx.society} and id = ${hana.accountId}`),
  );
  assert.equal(row?.wrong, 7);
});

test("a counter that goes back, and one that goes on", async () => {
  const hana = await registered(world, "asahi");
  const key = await givePasskey(world, hana, { isCounting: true });
  const browser = world.browser("asahi");
  assert.ok(isHome(await triesBy(browser, key, { counter: 9 })));
  assert.equal((await passkeyOf(hana))?.counter, 9);
  const copy = await triesBy(world.browser("asahi"), key, { counter: 9 });
  assert.ok(isRefused(copy));
  assert.equal((await behind(copy, "asahi")).reason, "passkey-counter");
  assert.ok(isHome(await triesBy(world.browser("asahi"), key, { counter: 10 })));
});

test("whether it is backed up by now is noted", async () => {
  const hana = await registered(world, "asahi");
  const phone = await givePasskey(world, hana);
  await triesBy(world.browser("asahi"), phone, { flags: { bs: false } });
  assert.equal((await passkeyOf(hana))?.isSynced, false);
  await triesBy(world.browser("asahi"), phone);
  assert.equal((await passkeyOf(hana))?.isSynced, true);
});

test("one of two passkeys was deleted here, and is still on the phone", async () => {
  const hana = await registered(world, "hikari");
  const [gone, left] = [await givePasskey(world, hana), await givePasskey(world, hana)];
  await take(world, hana, gone.id);
  const page = await triesBy(world.browser("hikari"), gone);
  assert.ok(isRefused(page));
  assert.deepEqual(await behind(page, "hikari"), {
    reason: "passkey-unknown",
    isKnown: false,
    facts: [],
  });
  assert.ok(isHome(await triesBy(world.browser("hikari"), left)));
});

test("an hour for an answer, and not a second more", async () => {
  const hana = await registered(world, "asahi");
  const phone = await givePasskey(world, hana);
  const browser = world.browser("asahi");
  const [late, inTime] = [await answers(browser, phone), await answers(browser, phone)];
  world.clock.advance({ minutes: 59, seconds: 59 });
  assert.equal((await browser.post(action, inTime)).location, "/");
  world.clock.advance({ seconds: 1 });
  const other = world.browser("asahi");
  for (const [name, value] of browser.cookies)
    if (!name.includes("session")) other.cookies.set(name, value);
  await other.get("/sign-in");
  await other.post(action, { ...late, formToken: other.form(action).fields.formToken ?? "" });
  const page = await other.follow();
  assert.equal((await behind(page, "asahi")).reason, "passkey-challenge");
});

test("the language switch of the page after too many tries leads to the sign-in", async () => {
  assert.equal((await world.browser("asahi").get(action)).location, "/sign-in");
  const { status } = await signsInBy(world.browser("asahi"), { get: () => "{}" });
  assert.equal(status, 303);
});
