import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { livingSessions } from "../../src/identity/own-sessions/store.ts";
import { endOtherSessions, endSessionsOf } from "../../src/identity/sessions/index.ts";
import { newId } from "../../src/kernel/ids.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsIn, signsOut, triesToSignIn } from "../journeys/stories.ts";
import { storiesOf } from "../profile/stories.ts";
import { giveDevice, type Registered, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// Where somebody is signed in, and out again; how long a session lives, and what its pages say of it.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { factsOf, entered, typesPassword } = storiesOf(() => world);

const phone = {
  "user-agent":
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
};
const office = {
  "user-agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
};
const session = "__Host-kenpo-session";

const signedIn = async (whose: Registered, headers: Readonly<Record<string, string>>) => {
  const browser = world.browser(whose.code, headers);
  await signsIn(browser, whose.userId, whose.password);
  assert.equal((await browser.follow()).path, "/");
  return browser;
};

const isSignedIn = async (browser: Visitor) => (await browser.get("/profile")).status === 200;

/** Names of the list in its order, with 「いまお使いのデバイス」 where it stands. */
const devicesOn = ({ body }: Answer): readonly string[] =>
  [...body.matchAll(/<p class="device__name">(.*?)<\/p>/gs)].map((hit) =>
    (hit[1] ?? "").replace(/<[^>]*>/g, "").trim(),
  );

const ids = ({ body }: Answer): readonly string[] =>
  [...body.matchAll(/name="end" value="([0-9a-f-]{36})"/g)].map((hit) => hit[1] ?? "");

const ends = async (browser: Visitor, end: string) => {
  const { fields } = browser.form("/preferences/size");
  await browser.post("/profile/sessions", { formToken: fields.formToken ?? "", end });
  return browser.follow();
};

const knownBrowsers = (whose: Registered) =>
  world.app.inSociety(world.society(whose.code).id, (tx) =>
    tx.query(sql`
      select 1 from known_browser
       where society_id = ${tx.society} and account_id = ${whose.accountId}`),
  );

/** Three browsers, the phone's is looked at. */
const threeDevices = async (code = "hikari") => {
  const whose = await registered(world, code);
  const lost = await signedIn(whose, {});
  world.clock.advance({ minutes: 3 });
  const desk = await signedIn(whose, office);
  world.clock.advance({ minutes: 2 });
  const own = await signedIn(whose, phone);
  return { whose, lost, desk, own, page: await own.get("/profile/sessions") };
};

test("the list says device and times, this one first, then the one used last", async () => {
  const { page, own } = await threeDevices();
  assert.deepEqual(devicesOn(page), [
    "Safari, iPhone いまお使いのデバイス",
    "Edge, Windows",
    "名前の分からないデバイス",
  ]);
  assert.match(page.body, /最後の利用/);
  assert.match((await own.get("/profile")).body, /href="\/profile\/sessions"/);
});

test("「このデバイスをサインアウト」 ends that one alone, and its browser is a stranger", async () => {
  const { whose, own, desk, lost, page } = await threeDevices();
  const before = (await knownBrowsers(whose)).length;
  const [, edge = ""] = ids(page);
  const after = await ends(own, edge);
  assert.match(after.body, /サインアウトしました/);
  assert.equal(devicesOn(after).length, 2);
  assert.deepEqual(
    [await isSignedIn(desk), await isSignedIn(lost), await isSignedIn(own)],
    [false, true, true],
  );
  assert.equal((await knownBrowsers(whose)).length, before - 1);
  assert.ok((await factsOf(whose)).includes("account.sessions-ended"));
  // The second press of the same button.
  assert.match((await ends(own, edge)).body, /すでにサインアウトしています/);
});

test("of very many the newest are listed, and it says so; ending the others ends all of them", async () => {
  const { whose, own } = await threeDevices("kaede");
  const { id: society } = world.society("kaede");
  await world.app.inSociety(society, async (tx) => {
    for (let n = 0; n < 60; n += 1)
      tx.write(sql`
        insert into session select (jsonb_populate_record(s,
            jsonb_build_object('id', gen_random_uuid(), 'token_hash', ${`many ${n}`}::text,
              'seen_at', s.seen_at - interval '1 minute'))).*
          from session s
         where s.society_id = ${tx.society} and s.account_id = ${whose.accountId}
           and s.ended_at is null
         order by s.seen_at desc limit 1`);
  });
  const page = await own.get("/profile/sessions");
  assert.equal(devicesOn(page).length, 50);
  assert.equal(devicesOn(page)[0], "Safari, iPhone いまお使いのデバイス");
  assert.match(page.body, /50台までを表示しています/);
  const after = await ends(own, "others");
  assert.equal(devicesOn(after).length, 1);
  assert.doesNotMatch(after.body, /台までを表示しています/);
});

test("「このデバイスをサインアウト」 of this one is a sign-out", async () => {
  const { own, desk, page } = await threeDevices();
  const [here = ""] = ids(page);
  const left = await ends(own, here);
  assert.equal(left.path, "/sign-in?signed-out");
  assert.equal(own.cookies.has(session), false);
  assert.ok(await isSignedIn(desk));
});

test("all others end, and this browser stays a known one", async () => {
  const { whose, own, desk, lost } = await threeDevices();
  const after = await ends(own, "others");
  assert.deepEqual(devicesOn(after), ["Safari, iPhone いまお使いのデバイス"]);
  assert.match(after.body, /ほかにログインしているデバイスはありません。/);
  assert.deepEqual(
    [await isSignedIn(desk), await isSignedIn(lost), await isSignedIn(own)],
    [false, false, true],
  );
  assert.equal((await knownBrowsers(whose)).length, 1);
});

test("「全てのデバイスからサインアウトする」 ends this one too", async () => {
  const { own, desk, lost } = await threeDevices("kaede");
  const left = await ends(own, "all");
  assert.equal(left.path, "/sign-in?signed-out");
  assert.deepEqual(
    [await isSignedIn(desk), await isSignedIn(lost), await isSignedIn(own)],
    [false, false, false],
  );
});

test("somebody else's session is none: of the same society, or of another one", async () => {
  const { own } = await threeDevices();
  for (const code of ["hikari", "minato"]) {
    const other = await threeDevices(code);
    const [, theirs = ""] = ids(other.page);
    assert.match((await ends(own, theirs)).body, /すでにサインアウトしています/);
    assert.ok(await isSignedIn(other.desk));
  }
});

test("the store ends nothing of another society's account", async () => {
  const { whose, own, desk } = await threeDevices();
  const now = world.clock.now();
  const keepId = newId<"session">(0);
  const [ended, all, living] = await world.app.inSociety(world.society("minato").id, async (tx) => [
    await endOtherSessions(tx, whose.accountId, keepId, now),
    await endSessionsOf(tx, whose.accountId, now),
    await livingSessions(tx, whose.accountId, { now, most: null }),
  ]);
  assert.deepEqual([ended, all, living], [0, 0, []]);
  assert.deepEqual([await isSignedIn(own), await isSignedIn(desk)], [true, true]);
});

test("signed out, the list is a sign-in and then the list", async () => {
  const { own, whose } = await threeDevices();
  await signsOut(own);
  const away = await own.get("/profile/sessions");
  assert.match(away.location ?? "", /^\/sign-in\?to=/);
  await own.follow();
  await own.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  assert.deepEqual(devicesOn(await own.follow())[0], "Safari, iPhone いまお使いのデバイス");
});

test("being asked again gives a new token; the one before opens nothing, the session is the same", async () => {
  const whose = await registered(world, "hikari");
  const app = await giveDevice(world, whose);
  const browser = await entered(whose, app);
  const token = browser.cookies.get(session) ?? "";
  const listed = ids(await browser.get("/profile/sessions"));
  world.clock.advance({ minutes: 11 });
  await browser.get("/profile/factors/new");
  await browser.follow();
  await typesPassword(browser, whose.password);
  await browser.submit({ totpCode: app.code() }, { holding: "totpCode" });
  await browser.follow();
  assert.notEqual(browser.cookies.get(session), token);
  assert.deepEqual(ids(await browser.get("/profile/sessions")), listed);
  const thief = world.browser("hikari");
  thief.cookies.set(session, token);
  assert.equal(await isSignedIn(thief), false);
});

const standing = async (browser: Visitor) =>
  JSON.parse((await browser.get("/session/standing")).body) as {
    seconds: number;
    at: string;
    isLast: boolean;
  };

test("a page asks how long the session lives, and no session lives longer by it", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose, {});
  assert.match(browser.page().body, /data-leaves="1800"/);
  for (let minutes = 1; minutes < 30; minutes += 1) {
    world.clock.advance({ minutes: 1 });
    const { seconds, isLast } = await standing(browser);
    assert.deepEqual([seconds, isLast], [(30 - minutes) * 60, false]);
  }
  world.clock.advance({ seconds: 60 });
  assert.deepEqual(await standing(browser), { seconds: 0, at: "", isLast: true });
  assert.equal(await isSignedIn(browser), false);
});

const stays = async (browser: Visitor, accept?: string) => {
  const { fields } = browser.form("/session/stay");
  return browser.post("/session/stay", fields, accept ? { headers: { accept } } : {});
};

test("「続ける」 puts the end off, but never the end of the whole session", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose, {});
  await browser.get("/profile");
  const page = browser.page();
  for (let half = 0; half < 25; half += 1) {
    world.clock.advance({ minutes: 28 });
    await browser.get("/session/standing");
    const { fields } = { fields: /name="formToken" value="([^"]*)"/.exec(page.body) };
    const answer = await browser.post(
      "/session/stay",
      { formToken: fields?.[1] ?? "" },
      { headers: { accept: "application/json" } },
    );
    assert.ok(JSON.parse(answer.body).seconds > 0, `${half}`);
  }
  // 11 hours and 40 minutes: 20 minutes are left, whatever is pressed.
  const { seconds, isLast } = await standing(browser);
  assert.deepEqual([seconds, isLast], [20 * 60, true]);
  world.clock.advance({ minutes: 20 });
  assert.equal((await standing(browser)).seconds, 0);
  assert.equal(await isSignedIn(browser), false);
});

test("without the script its button leads back to the page", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose, {});
  await browser.get("/profile/sessions");
  assert.equal((await stays(browser)).location, "/profile/sessions");
});

test("a locked account's sessions open nothing", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose, {});
  await world.app.inSociety(world.society("hikari").id, async (tx) =>
    tx.write(sql`
      update account set locked_at = ${world.clock.now()}
       where society_id = ${tx.society} and id = ${whose.accountId}`),
  );
  assert.equal(await isSignedIn(browser), false);
  assert.equal((await standing(browser)).seconds, 0);
  assert.equal(
    (await triesToSignIn(world.browser("hikari"), whose.userId, whose.password)).path.startsWith(
      "/sign-in",
    ),
    true,
  );
});
