import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { sampleCodes } from "../../src/society/index.ts";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn, signsOut } from "../journeys/stories.ts";
import { sends } from "../profile/stories.ts";
import { type Device, giveDevice, type Registered, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { becomes, ownTerms } from "./societies.ts";

/** 利用規約 change while people are members: each is asked once, before anything else. */

type Member = Registered & { readonly phone: Device | null };

let world: World;
before(async () => {
  world = await openWorld();
});
afterEach(async () => {
  for (const code of sampleCodes) await becomes(world, code);
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** A member, with an app where the society demands a second factor. */
const member = async (code: string): Promise<Member> => {
  const whose = await registered(world, code);
  const { secondFactor } = world.society(code).policy;
  const phone = secondFactor.demand === "required" ? await giveDevice(world, whose) : null;
  return { ...whose, phone };
};

const entered = async (whose: Member, wanted = "/"): Promise<Visitor> => {
  // A code of an app is good once.
  world.clock.advance({ minutes: 1 });
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  if (whose.phone) {
    await browser.follow();
    await sends(browser, "totpCode", { totpCode: whose.phone.code() });
  }
  await browser.get(wanted);
  return browser;
};

const consents = async ({ code, accountId }: Registered): Promise<readonly string[]> => {
  const rows = await world.app.inSociety(world.society(code).id, (tx) =>
    tx.query<{ version: string }>(sql`
      select version from terms_consent
       where society_id = ${tx.society} and account_id = ${accountId} order by agreed_at`),
  );
  return rows.map(({ version }) => version);
};

const facts = async ({ code, accountId }: Registered): Promise<readonly string[]> => {
  const rows = await world.app.inSociety(world.society(code).id, (tx) =>
    tx.query<{ action: string }>(sql`
      select action from audit_fact
       where society_id = ${tx.society} and subject_id = ${accountId}
         and action like 'account.terms-%' order by at, id`),
  );
  return rows.map(({ action }) => action);
};

const presses = (browser: Visitor, button: "agree" | "disagree") =>
  browser.submit({}, { action: "/terms/consent", button });

for (const code of sampleCodes)
  test(`${code}: new terms stand before every page, are agreed to once, and lead on`, async () => {
    const whose = await member(code);
    assert.equal((await entered(whose)).page().status, 200, "the same terms ask nobody");
    await becomes(world, code, ownTerms(2));
    const browser = await entered(whose, "/profile");
    assert.equal(browser.page().status, 303);
    assert.equal(browser.page().location, "/terms/consent?return=%2Fprofile");
    const page = await browser.follow();
    assert.match(page.body, /新しい利用規約/);
    assert.match(page.body, /組合の規約 第2版/);
    assert.match(page.body, /第2版 2026年12月1日 施行/);
    assert.equal((await presses(browser, "agree")).location, "/profile");
    assert.equal((await browser.follow()).status, 200);
    assert.equal((await browser.get("/")).status, 200);
    assert.deepEqual(await consents(whose), ["common-1", "own-2"]);
    assert.deepEqual(await facts(whose), ["account.terms-agreed"]);
  });

test("help, the terms themselves and the way out stay open before it", async () => {
  const whose = await member("hikari");
  await becomes(world, "hikari", ownTerms(1));
  const browser = await entered(whose);
  for (const path of ["/terms", "/notes", "/help/faq", "/help/guide", "/contact"])
    assert.equal((await browser.get(path)).status, 200, path);
  for (const path of ["/", "/profile", "/services/medical-costs", "/nowhere"])
    assert.match((await browser.get(path)).location ?? "", /^\/terms\/consent\?/, path);
});

test("who does not agree is told what that means, and may still agree", async () => {
  const whose = await member("sakura");
  await becomes(world, "sakura", ownTerms(1));
  const browser = await entered(whose, "/profile");
  await browser.follow();
  await presses(browser, "disagree");
  const declined = await browser.follow();
  assert.match(declined.body, /同意されませんでした/);
  assert.ok(formsIn(declined.body).some(({ isMain, action }) => isMain && action === "/sign-out"));
  assert.deepEqual(await consents(whose), ["common-1"]);
  assert.match((await browser.get("/")).location ?? "", /^\/terms\/consent/);
  await browser.get("/terms/consent/declined");
  await signsOut(browser);
  assert.match((await browser.follow()).body, /ログアウトしました/);
  const again = await entered(whose);
  await again.follow();
  assert.equal((await presses(again, "agree")).location, "/");
  assert.deepEqual(await facts(whose), ["account.terms-declined", "account.terms-agreed"]);
});

test("nobody agrees to what they have not seen", async () => {
  const whose = await member("minato");
  await becomes(world, "minato", ownTerms(1));
  const browser = await entered(whose);
  await browser.follow();
  await becomes(world, "minato", ownTerms(2));
  await presses(browser, "agree");
  const page = await browser.follow();
  assert.match(page.body, /規約がもう一度新しくなりました/);
  assert.match(page.body, /組合の規約 第2版/);
  assert.deepEqual(await consents(whose), ["common-1"]);
  await presses(browser, "agree");
  assert.deepEqual(await consents(whose), ["common-1", "own-2"]);
});

test("terms that come back are agreed to once more, and every consent stays on record", async () => {
  const whose = await member("kaede");
  const all = [];
  for (const edit of [ownTerms(1), undefined, ownTerms(2)]) {
    await becomes(world, "kaede", edit);
    const browser = await entered(whose);
    await browser.follow();
    await presses(browser, "agree");
    all.push((await browser.get("/")).status);
  }
  assert.deepEqual(all, [200, 200, 200]);
  assert.deepEqual(await consents(whose), ["common-1", "own-1", "common-1", "own-2"]);
});

test("two tabs and a second press agree once; a press of neither button is told", async () => {
  const whose = await member("asahi");
  await becomes(world, "asahi", ownTerms(1));
  const browser = await entered(whose);
  await browser.follow();
  const { fields } = browser.form("/terms/consent");
  const sent = { ...fields, terms: "agree" };
  const answers = await Promise.all([1, 2, 3].map(() => browser.post("/terms/consent", sent)));
  assert.deepEqual(
    answers.map(({ location }) => location),
    ["/", "/", "/"],
  );
  assert.deepEqual(await consents(whose), ["common-1", "own-1"]);
  assert.equal((await browser.post("/terms/consent", sent)).location, "/");

  const other = await member("asahi");
  await becomes(world, "asahi", ownTerms(2));
  const unsure = await entered(other);
  await unsure.follow();
  const { fields: shown } = unsure.form("/terms/consent");
  await unsure.post("/terms/consent", shown);
  assert.match((await unsure.follow()).body, /「同意する」か「同意しない」を押してください/);
});

test("the way back is a path of this host; who is not signed in is led home", async () => {
  const whose = await member("hikari");
  await becomes(world, "hikari", ownTerms(1));
  const browser = await entered(whose, "/terms/consent?return=//evil.example/");
  assert.equal((await presses(browser, "agree")).location, "/");
  assert.equal((await browser.get("/terms/consent?return=/profile")).location, "/profile");
  assert.equal((await world.browser("hikari").get("/terms/consent")).location, "/");
});
