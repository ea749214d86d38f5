import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { addSociety, sampleDocument } from "../../src/society/index.ts";
import { type Forgery, softwareAuthenticator } from "../authenticators/passkey.ts";
import type { Answer, Fields, Visitor } from "../http-client.ts";
import { signsIn as typesPassword } from "../journeys/stories.ts";
import { type Registered, registered } from "../world/factors.ts";
import { givePasskey, type Phone } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  action,
  answers,
  isHome,
  isRefused,
  numberOn,
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

/** What came back to a POST, and the page that it led to, without what differs between any two. */
const seen = (post: Answer, page: Answer) => ({
  post: [post.status, post.location, post.body, Object.keys(post.headers).sort()],
  cookies: (post.headers["set-cookie"] ?? []).map((line) => line.replace(/=[^;]*/, "")),
  status: page.status,
  headers: Object.keys(page.headers).sort(),
  body: page.body
    .replace(/name="(formToken|challenge)" value="[^"]*"/g, "TOKEN")
    .replace(/data-options="[^"]*"/g, "QUESTION")
    .replace(numberOn(page), "NUMBER"),
});

type Tried = { readonly hana: Registered; readonly phone: Phone; readonly browser: Visitor };
const stage = async (code = "hikari"): Promise<Tried> => {
  const hana = await registered(world, code);
  return { hana, phone: await givePasskey(world, hana), browser: world.browser(code) };
};
const by = (forgery: Forgery) => (tried: Tried) => signsInBy(tried.browser, tried.phone, forgery);
type Column = "locked_at" | "factor_locked_until" | "awaits_letter";

/** As somebody else has changed the account meanwhile. */
const when =
  (column: Column) =>
  async ({ hana, phone, browser }: Tried) => {
    const fields = await answers(browser, phone);
    const is = (one: Column) => one === column;
    const now = world.clock.now();
    await inSociety(
      hana,
      (society) => sql`
        update account set locked_at = case when ${is("locked_at")} then ${now}::timestamptz end,
          factor_locked_until =
            case when ${is("factor_locked_until")} then ${now}::timestamptz + interval '1 minute' end,
          awaits_letter = case when ${is("awaits_letter")} then id end
         where society_id = ${society} and id = ${hana.accountId}`,
    );
    return browser.post(action, fields);
  };

const other = "AAAAAAAAAAAAAAAAAAAAAA";
const sending =
  (change: (fields: Fields) => Fields) =>
  async ({ browser, phone }: Tried) =>
    browser.post(action, change(await answers(browser, phone)));

/** The same answer a second time, by a browser that is nobody's again. */
const replayed = async ({ browser, phone }: Tried) => {
  const fields = await answers(browser, phone);
  const { formToken = "" } = fields;
  assert.equal((await browser.post(action, fields)).location, "/");
  for (const name of [...browser.cookies.keys()])
    if (name.includes("session")) browser.cookies.delete(name);
  return browser.post(action, { ...fields, formToken });
};

type Refusal = readonly [
  name: string,
  tried: (tried: Tried) => Promise<Answer>,
  reason: string,
  isKnown?: false,
];
const refusals: readonly Refusal[] = [
  ["another site", by({ origin: "http://hikari.evil.example" }), "passkey-origin"],
  ["inside a frame", by({ crossOrigin: true }), "passkey-origin"],
  ["a registration's type", by({ type: "webauthn.create" }), "passkey-type"],
  ["another RP ID", by({ rpId: "asahi.localhost" }), "passkey-rp-id"],
  ["a challenge of its own", by({ challenge: other }), "passkey-challenge"],
  ["another user", by({ userHandle: other }), "passkey-user-handle"],
  ["no user at all", by({ userHandle: null }), "passkey-user-handle"],
  ["nobody there", by({ flags: { up: false } }), "passkey-absent"],
  ["no fingerprint", by({ flags: { uv: false } }), "passkey-unverified"],
  ["another kind of passkey", by({ flags: { be: false, bs: false } }), "passkey-backup"],
  ["another's signature", by({ isForeignKey: true }), "passkey-signature"],
  ["replayed", replayed, "passkey-replay"],
  ["locked by staff", when("locked_at"), "passkey-account-lock"],
  ["locked by wrong codes", when("factor_locked_until"), "passkey-account-lock"],
  ["a new letter is on its way", when("awaits_letter"), "passkey-awaits-letter"],
  ["an unknown passkey", by({ credentialId: other }), "passkey-unknown", false],
  ["an unknown one, forged", by({ credentialId: other, rpId: "x" }), "passkey-unknown", false],
  ["no JSON", sending((all) => ({ ...all, response: "{" })), "passkey-malformed", false],
  ["nothing", sending((all) => ({ ...all, response: "" })), "passkey-malformed", false],
  ["no challenge", sending(({ challenge: _, ...all }) => all), "passkey-challenge"],
  ["an altered one", sending((all) => ({ ...all, challenge: "x" })), "passkey-challenge"],
];

const firstSeen = async () => {
  const { browser, phone } = await stage();
  const post = await signsInBy(browser, phone, { isForeignKey: true });
  return seen(post, await browser.follow());
};

for (const [name, tries, reason, isKnown = true] of refusals)
  test(`refused, and nothing betrayed: ${name}`, async () => {
    const tried = await stage();
    const before = await passkeyOf(tried.hana);
    const post = await tries(tried);
    const page = await tried.browser.follow();
    assert.ok(isRefused(page));
    assert.deepEqual(await behind(page, "hikari"), {
      reason,
      isKnown,
      facts: isKnown ? [reason] : [],
    });
    const sessions = reason === "passkey-replay" ? 1 : 0;
    assert.equal((await sessionsOf(tried.hana)).length, sessions);
    if (sessions === 0) assert.deepEqual(await passkeyOf(tried.hana), before);
    assert.deepEqual(seen(post, page), await firstSeen());
  });

test("another browser's challenge is none", async () => {
  const { phone, browser } = await stage();
  const { challenge = "", response = "" } = await answers(world.browser("hikari"), phone);
  await browser.get("/sign-in");
  await browser.post(action, { ...browser.form(action).fields, challenge, response });
  assert.equal((await behind(await browser.follow(), "hikari")).reason, "passkey-challenge");
});

test("a passkey of the shared entrance opens nothing at another one", async () => {
  const { hana, phone } = await stage("minato");
  const { get } = softwareAuthenticator({ origin: "" });
  assert.throws(() => get({ challenge: "", rpId: "asahi.localhost" }), /NotAllowedError/);
  const browser = world.browser("asahi");
  const page = await browser.get("/sign-in");
  const { fields } = browser.form(action);
  const { challenge } = JSON.parse(
    /data-options="([^"]*)"/.exec(page.body)?.[1]?.replaceAll("&quot;", '"') ?? "{}",
  );
  // What a dishonest device would answer there.
  const { origin, rpId } = {
    origin: `http://${world.hostOf("asahi")}`,
    rpId: "asahi.localhost",
  };
  const response = phone.get({ challenge, rpId: "localhost" }, { origin, rpId });
  await browser.post(action, { ...fields, response });
  assert.equal((await behind(await browser.follow(), "asahi")).reason, "passkey-unknown");
  assert.deepEqual(await sessionsOf(hana), []);
});

const withPasskeys = async (code: "asahi" | "kaede", methods: readonly string[]) => {
  const document = sampleDocument(code);
  const secondFactor = { ...document.policy.secondFactor, methods, recommended: methods[0] };
  await addSociety(world.app, {
    document: { ...document, policy: { ...document.policy, secondFactor } } as typeof document,
    actor: { kind: "operator" },
    origin: { requestId: "run", source: "cli" },
    reason: "test",
    now: world.clock.now(),
    dryRun: false,
  });
  await world.registry.refresh();
};

test("a society that turned passkeys off: refused there, and still right at its neighbours", async () => {
  const [kaede, minato] = [await stage("kaede"), await stage("minato")];
  await withPasskeys("kaede", ["totp"]);
  const page = await triesBy(kaede.browser, kaede.phone);
  assert.ok(isRefused(page));
  assert.equal((await behind(page, "kaede")).reason, "passkey-not-allowed");
  assert.ok(isHome(await triesBy(minato.browser, minato.phone)));
  await withPasskeys("kaede", ["passkey", "totp", "mail-otp"]);
  assert.ok(isHome(await triesBy(kaede.browser, kaede.phone)));
});

test("where no society allows passkeys, the page asks for none and loads no script", async () => {
  const { browser, phone } = await stage("asahi");
  const fields = await answers(browser, phone);
  await withPasskeys("asahi", ["totp"]);
  const { body } = await world.browser("asahi").get("/sign-in");
  assert.doesNotMatch(body, /passkey|パスキー|webauthn/);
  await browser.post(action, fields);
  assert.ok(!(await sessionsOf(await registered(world, "asahi"))).length);
  assert.match((await browser.follow()).body, /パスキーでログインできませんでした。/);
  await withPasskeys("asahi", ["passkey", "totp", "mail-otp"]);
});

test("the same answer twice at the same moment opens one session", async () => {
  for (const isCounting of [false, true]) {
    const hana = await registered(world, "hikari");
    const phone = await givePasskey(world, hana, { isCounting });
    const browser = world.browser("hikari");
    const fields = await answers(browser, phone);
    const all = await Promise.all(Array.from({ length: 8 }, () => browser.post(action, fields)));
    assert.equal(all.filter(({ location }) => location === "/").length, 1);
    assert.equal((await sessionsOf(hana)).length, 1);
  }
});

test("two answers of one passkey at the same moment are two sign-ins", async () => {
  const { hana, phone } = await stage();
  const browsers = [world.browser("hikari"), world.browser("hikari")];
  const all = await Promise.all(browsers.map((browser) => signsInBy(browser, phone)));
  assert.deepEqual(
    all.map(({ location }) => location),
    ["/", "/"],
  );
  assert.equal((await sessionsOf(hana)).length, 2);
});

test("a known and an unknown passkey leave the same rows", async () => {
  const { browser, phone } = await stage();
  const rows = async () => {
    const [row] = await world.app.directory<Record<string, number>>(sql`
      select (select count(*)::int from failed_try) as tries,
        (select count(*)::int from sign_in_counter) as counters,
        (select count(*)::int from lock_notice) as notices,
        (select count(*)::int from passkey_challenge) as challenges`);
    return Object.values(row ?? {});
  };
  const growth = async (forgery: Forgery) => {
    const before = await rows();
    for (let tries = 0; tries < 3; tries += 1) await triesBy(browser, phone, forgery);
    return (await rows()).map((count, at) => count - (before[at] ?? 0));
  };
  assert.deepEqual(await growth({ isForeignKey: true }), [3, 0, 0, 0]);
  assert.deepEqual(await growth({ isForeignKey: true, credentialId: other }), [3, 0, 0, 0]);
});

test("a source is refused after a hundred failures, for ten minutes, and no password with it", async () => {
  world.clock.advance({ hours: 1 });
  const { hana, phone, browser } = await stage();
  for (let tries = 0; tries < 100; tries += 1)
    await signsInBy(browser, phone, { isForeignKey: true });
  const page = await signsInBy(browser, phone);
  assert.equal(page.status, 429);
  assert.match(page.body, /しばらくお待ちください/);
  const own = world.browser("hikari");
  await typesPassword(own, hana.userId, hana.password);
  assert.doesNotMatch((await own.follow()).body, /無効なユーザID/);
  world.clock.advance({ minutes: 10, seconds: 1 });
  assert.ok(isHome(await triesBy(browser, phone)));
});
