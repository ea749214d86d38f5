import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mostOfMethod } from "../../src/identity/methods/index.ts";
import { recoveryCodesMethod } from "../../src/identity/methods/recovery-codes/index.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { give, giveDevice, placeOf, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { endTitle, hasEnded, isAsked, isHome, storiesOf, verifying } from "./stories.ts";

// What nobody may do without end, and what nobody is told that is not so.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { choosesOther, countOf, entersPassword, factsOf, member, rows, types } = storiesOf(
  () => world,
);

const giveCodes = async (whose: Registered) => {
  const door = recoveryCodesMethod({ secrets: world.secrets, mailDomainOf: () => "" }).enrol;
  const codes: readonly string[] = door.mint(world.clock.now());
  const place = await placeOf(world, whose);
  const judged = door.judge({ place, kept: { codes }, input: {}, prepared: null, loaded: null });
  assert.ok(judged.kind === "passed");
  await give(world, whose, judged.made);
  return codes;
};
const leavesCodes = (whose: Registered, left: number) =>
  rows(
    whose,
    (society) => sql`
      update recovery_codes set codes_left = ${left} where society_id = ${society} and factor_id in
        (select id from factor where society_id = ${society} and account_id = ${whose.accountId})
      returning codes_left`,
  );
const devicesOf = async (whose: Registered): Promise<number> =>
  (await placeOf(world, whose)).factors.filter(({ method }) => method === "totp").length;

/** Signed in with the newest device, at the choice of one more. */
const atTheChoice = async (whose: Registered, code: () => string) => {
  const { browser } = await entersPassword(whose);
  assert.ok(isHome(await types(browser, { totpCode: code() })));
  await browser.get("/profile/factors/new");
  await browser.submit({}, { action: "/profile/factors/new" });
  await browser.follow();
  return browser;
};

test("ten devices are enough: no more are offered, and none is written by another tab either", async () => {
  const whose = await member("hikari");
  for (let nth = 1; nth < mostOfMethod - 1; nth += 1) await giveDevice(world, whose, `${nth}`);
  const { id, code } = await giveDevice(world, whose, "いまのもの");
  const { browser } = await entersPassword(whose);
  await types(browser, { totpDevice: id, totpCode: code() });
  await browser.get("/profile/factors/new");
  await browser.submit({}, { action: "/profile/factors/new" });
  await browser.follow();
  await browser.submit({ method: "totp" });
  const page = await browser.follow();
  const typed = codeOf(keyOnPage(page.body), world.clock.now());
  // Meanwhile elsewhere, the tenth.
  await giveDevice(world, whose, "もう1台");
  await browser.submit({ totpCode: typed, totpName: "11台目" });
  await browser.follow();
  await browser.submit({}, { action: "/profile/add/recovery-codes", holding: "later" });
  const back = await browser.follow();
  assert.equal(back.path, "/profile/add/method");
  assert.match(back.body, /これ以上は登録できません\(10個まで\)/);
  assert.doesNotMatch(back.body, /value="totp"/);
  assert.equal(await devicesOf(whose), mostOfMethod);
});

test("two tabs that give one name at once: the second is numbered", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose, "はじめの");
  const browser = await atTheChoice(whose, phone.code);
  await browser.submit({ method: "totp" });
  const page = await browser.follow();
  await giveDevice(world, whose, "ﾀﾌﾞﾚｯﾄ");
  await browser.submit({
    totpCode: codeOf(keyOnPage(page.body), world.clock.now()),
    totpName: "タブレット",
  });
  await browser.follow();
  await browser.submit({}, { action: "/profile/add/recovery-codes", holding: "later" });
  await browser.follow();
  const names = (await placeOf(world, whose)).factors.map(({ name }) => name).toSorted();
  assert.deepEqual(names, ["はじめの", "タブレット 2", "ﾀﾌﾞﾚｯﾄ"].toSorted());
});

test("an enrolment that is refused again and again ends, and is on record no oftener", async () => {
  const whose = await member("asahi");
  const { browser } = await entersPassword(whose);
  await browser.submit({ method: "totp" });
  await browser.follow();
  for (let nth = 0; nth < 25; nth += 1) {
    if (browser.page().path !== "/second-factor/enrol") break;
    await browser.submit({ totpCode: "000000" });
    await browser.follow();
  }
  assert.ok(hasEnded(browser.page(), endTitle.again));
  assert.match(browser.page().body, /うまくいかないことが続いた/);
  assert.equal(await factsOf(whose, "factor.enrolment-refused"), 20);
});

test("what is no guess counts on nobody, yet an attempt bears twenty of it", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser } = await entersPassword(whose);
  const code = phone.code();
  assert.ok(isHome(await types(browser, { totpCode: code })));
  const other = await entersPassword(whose);
  for (let nth = 0; nth < 20; nth += 1) await types(other.browser, { totpCode: code });
  assert.ok(hasEnded(other.browser.page(), endTitle.again));
  assert.equal((await countOf(whose)).wrong, 0);
  assert.equal(await factsOf(whose, "factor.refused"), 20);
});

test("a lock of staff is told as theirs, and not as one that ends by itself", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser } = await entersPassword(whose);
  await rows(
    whose,
    (society) => sql`
      update account set locked_at = ${world.clock.now()}
       where society_id = ${society} and id = ${whose.accountId} returning id`,
  );
  const page = await types(browser, { totpCode: phone.code() });
  assert.ok(hasEnded(page, "ログインできません"));
  assert.match(page.body, /組合が、このアカウントの利用を止めています/);
  assert.doesNotMatch(page.body, /自動で元に戻ります/);
});

test("of a recovery code its owner hears, with how many are left", async () => {
  const whose = await member("sakura");
  await giveDevice(world, whose);
  const [first = "", second = ""] = await giveCodes(whose);
  const uses = async (recoveryCode: string) => {
    const { browser } = await entersPassword(whose);
    await choosesOther(browser, "recovery-codes");
    assert.ok(isHome(await types(browser, { recoveryCode })));
    return (await world.mailsTo(whose.email ?? "")).at(-1)?.text.replaceAll("\n", "") ?? "";
  };
  const mail = await uses(first);
  assert.match(mail, /リカバリーコードが1つ使われました。使えるリカバリーコードは、あと9個です。/);
  assert.doesNotMatch(mail, /なくなる前に/);
  const few = await giveCodes(whose);
  for (const code of few.slice(0, 6)) await uses(code);
  assert.match(await uses(few[6] ?? ""), /あと3個です。.*なくなる前に/);
  assert.notEqual(second, "");
});

test("who is on record for a refused enrolment: the member who is signed in, else nobody known", async () => {
  const actorsOf = (whose: Registered) =>
    rows<{ actor: string }>(
      whose,
      (society) => sql`
        select actor_kind as actor from audit_fact
         where society_id = ${society} and subject_id = ${whose.accountId}
           and action = 'factor.enrolment-refused'`,
    );
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await atTheChoice(whose, phone.code);
  await browser.submit({ method: "totp" });
  await browser.follow();
  await browser.submit({ totpCode: "000000", totpName: "2台目" });
  assert.deepEqual(
    (await actorsOf(whose)).map(({ actor }) => actor),
    ["member"],
  );
  const other = await member("asahi");
  const second = await entersPassword(other);
  await second.browser.submit({ method: "totp" });
  await second.browser.follow();
  await second.browser.submit({ totpCode: "000000" });
  assert.deepEqual(
    (await actorsOf(other)).map(({ actor }) => actor),
    ["stranger"],
  );
});

test("staff find the mail that told of a lock by its member", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const wrong = String((Number(phone.code()) + 333_333) % 1_000_000).padStart(6, "0");
  const { factorTries } = world.society("hikari").policy.lock;
  for (let nth = 0; nth < factorTries; nth += 1) {
    const { browser } = await entersPassword(whose);
    await types(browser, { totpCode: wrong });
  }
  const mails = await rows<{ id: string }>(
    whose,
    (society) => sql`
      select id from mail where society_id = ${society} and kind = 'factors/locked'
        and member_id = ${whose.person.id}`,
  );
  assert.equal(mails.length, 1);
  const [mail] = (await world.mailsTo(whose.email ?? "")).slice(-1);
  assert.match(mail?.text ?? "", /H\.S\.様/);
});

test("whatever changes how often, twenty mails a day tell of it", async () => {
  const whose = await member("hikari", {
    email: `flood${Date.parse(world.clock.now())}@example.jp`,
  });
  const phone = await giveDevice(world, whose);
  const told = async () => (await world.mailsTo(whose.email ?? "")).length;
  const { browser } = await entersPassword(whose);
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  const before = await told();
  for (let nth = 0; nth < 22; nth += 1) {
    await browser.get(`/profile/factors/${phone.id}/rename`);
    await browser.submit({ name: `名前${nth}` }, { action: `/profile/factors/${phone.id}/rename` });
    await browser.follow();
  }
  assert.equal((await told()) - before, 20);
  world.clock.advance({ hours: 25 });
  const again = await entersPassword(whose);
  await types(again.browser, { totpCode: phone.code() });
  await again.browser.get(`/profile/factors/${phone.id}/rename`);
  await again.browser.submit({ name: "明日" }, { action: `/profile/factors/${phone.id}/rename` });
  assert.equal((await told()) - before, 21, "and tomorrow again");
});

test("codes that are used up are not offered at a sign-in, and offered anew with a device", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  await giveCodes(whose);
  const { answer } = await entersPassword(whose);
  assert.match(answer.body, /value="recovery-codes"/);
  await leavesCodes(whose, 0);
  const later = await entersPassword(whose);
  assert.ok(isAsked(later.answer));
  assert.doesNotMatch(later.answer.body, /value="recovery-codes"/);
  await later.browser.get(verifying);
  const browser = await atTheChoice(whose, phone.code);
  await browser.submit({ method: "totp" });
  const page = await browser.follow();
  await browser.submit({
    totpCode: codeOf(keyOnPage(page.body), world.clock.now()),
    totpName: "新しいもの",
  });
  assert.equal((await browser.follow()).path, "/profile/add/recovery-codes");
});
