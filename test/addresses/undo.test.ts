import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { ChangeId } from "../../src/identity/addresses/rules.ts";
import {
  lockChange,
  readChange,
  wholeOf,
  writeAddresses,
  writeWish,
} from "../../src/identity/addresses/store.ts";
import { forgetChanges } from "../../src/identity/addresses/sweeping/store.ts";
import { undoChange } from "../../src/identity/addresses/undo/store.ts";
import { maskAddress } from "../../src/kernel/mail-address.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { isRefused, triesToSignIn } from "../journeys/stories.ts";
import { linkIn, storiesOf as recoveryStories } from "../recovery/stories.ts";
import { giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { buttonIn, hasButton, storiesOf } from "./stories.ts";

// 「この変更を取り消す」: from the mail to the address before, within 72 hours.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, newest, changesMain, setsSecond, addressesOf, undoes, bounces } = stories;
const { factsOf, factorsOf, activeOf, sessionsOf } = stories;

const changed = "メールアドレスが変更されました";
let addresses = 0;
const fresh = () => {
  addresses += 1;
  return `other${addresses}@home.example`;
};

/** Somebody whose address a stranger with their session has changed. */
const robbed = async (code = "hikari") => {
  const whose = await member(code);
  const phone = code === "hikari" ? undefined : await giveDevice(world, whose);
  world.clock.advance({ minutes: 1 });
  const thief = await entered(whose, phone);
  const theirs = fresh();
  await changesMain(thief, theirs);
  return { whose, thief, theirs, phone, mail: await newest(whose.email ?? "", changed) };
};

const nowhere = { confirmedAt: null, failedAt: null, second: null, secondConfirmedAt: null };

const mainOf = async (whose: Registered) => (await addressesOf(whose)).email;

for (const code of ["asahi", "sakura", "hikari"])
  test(`${code}: the address is back, sessions end, the password is nobody's, both are told`, async () => {
    const { whose, thief, theirs, mail } = await robbed(code);
    const page = await undoes(code, mail);
    assert.match(page.body, /メールアドレスの変更を取り消しました/);
    assert.deepEqual(await addressesOf(whose), {
      email: whose.email,
      isConfirmed: true,
      hasFailed: false,
      second: null,
    });
    assert.deepEqual(await sessionsOf(whose), []);
    assert.match((await thief.get("/profile")).location ?? "", /^\/sign-in/);
    const again = await triesToSignIn(world.browser(code), whose.userId, whose.password);
    assert.ok(isRefused(again), "the stranger knew the password");
    const back = await newest(whose.email ?? "", "変更を取り消しました");
    assert.ok(back.text.includes("/forgot-password"));
    const gone = await newest(theirs, "変更を取り消しました");
    assert.ok(!gone.text.includes("/forgot-password"));
    assert.ok((await factsOf(whose)).includes("account.address-change-undone"));
  });

test("a recovery that went to the stranger is void with it, and the owner's own brings them in", async () => {
  const { whose, theirs, mail } = await robbed("asahi");
  const recovery = recoveryStories(() => world);
  await recovery.asksForPassword(world.browser("asahi"), whose.userId, theirs);
  const link = linkIn(await newest(theirs, "パスワード"));
  const thief = world.browser("asahi");
  await thief.get(link);
  await undoes("asahi", mail);
  await thief.submit({}, { action: link });
  assert.match((await thief.follow()).body, /無効なURLです。/);
  world.clock.advance({ minutes: 2 });
  const owner = world.browser("asahi");
  await recovery.asksForPassword(owner, whose.userId, whose.email ?? "");
  const own = linkIn(await newest(whose.email ?? "", "パスワード"));
  await owner.get(own);
  await owner.submit({}, { action: own });
  assert.match((await owner.follow()).path, /^\/reset-password\//);
});

test("what the stranger enrolled goes, what was there before stays", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose, "もとの機器");
  world.clock.advance({ days: 3, minutes: 1 });
  await entered(whose, phone);
  const strange = await giveDevice(world, whose, "ほかの人の機器");
  // In another session than the one that enrolled it.
  world.clock.advance({ days: 2 });
  const thief = await entered(whose, strange);
  await changesMain(thief, fresh());
  await undoes("hikari", await newest(whose.email ?? "", changed));
  assert.deepEqual(
    (await factorsOf(whose)).map(({ name }) => name),
    ["もとの機器"],
  );
  assert.equal(await activeOf(whose), "totp");
});

test("a scanner that opens the link changes nothing, and neither does its reload", async () => {
  const { whose, theirs, mail } = await robbed();
  const link = buttonIn(mail, "undo-address");
  const scanner = world.browser("hikari");
  for (const method of ["HEAD", "GET", "GET"]) await scanner.get(link, { method });
  assert.match(scanner.page().body, /この変更を取り消す/);
  await scanner.get(`${link}/done`);
  assert.equal(await mainOf(whose), theirs);
  assert.match((await undoes("hikari", mail)).body, /取り消しました/);
});

test("pressed twice at once it is undone once, and says the same ever after", async () => {
  const { whose, mail } = await robbed();
  const link = buttonIn(mail, "undo-address");
  const browser = world.browser("hikari");
  await browser.get(link);
  const { fields } = browser.form(link);
  await Promise.all([1, 2].map(() => browser.post(link, fields)));
  assert.match((await browser.get(link)).body, /メールアドレスの変更を取り消しました/);
  const facts = await factsOf(whose);
  assert.equal(facts.filter((one) => one === "account.address-change-undone").length, 1);
});

test("after 72 hours it is too late", async () => {
  const { whose, theirs, mail } = await robbed();
  const browser = world.browser("hikari");
  await browser.get(buttonIn(mail, "undo-address"));
  // With the monthly maintenance, where it falls into them.
  world.clock.advance({ hours: 75 });
  await browser.submit({});
  assert.match((await browser.follow()).body, /取り消せる期限が過ぎました/);
  assert.equal(await mainOf(whose), theirs);
});

test("also after a second change the first one is undone, and the later one with it", async () => {
  const { whose, thief, theirs, mail } = await robbed();
  await changesMain(thief, fresh());
  const later = await newest(theirs, changed);
  await undoes("hikari", mail);
  assert.equal(await mainOf(whose), whose.email);
  const page = await undoesByLink("hikari", buttonIn(later, "undo-address"));
  assert.match(page.body, /取り消しました/, "it is undone already");
  assert.equal(await mainOf(whose), whose.email);
});

test("the address between brings back the oldest one, and never itself", async () => {
  const { whose, thief, theirs } = await robbed();
  world.clock.advance({ hours: 71 });
  await changesMain(await entered(whose), fresh());
  const between = await newest(theirs, changed);
  assert.match(between.text, /変更より前の/);
  assert.ok(between.text.includes(maskAddress(whose.email ?? "")));
  world.clock.advance({ hours: 71 });
  await undoes("hikari", between);
  assert.equal(await mainOf(whose), whose.email);
  assert.equal(
    (await world.mailsTo(theirs)).filter(({ text }) => text.includes("/forgot-password")).length,
    0,
  );
  assert.match((await thief.get("/profile")).location ?? "", /^\/sign-in/);
});

test("who puts a stranger's change right is not undone by the stranger, and can undo the next one", async () => {
  const { whose, thief, theirs } = await robbed();
  const owner = await entered(whose);
  world.clock.advance({ minutes: 2 });
  await changesMain(owner, whose.email ?? "");
  assert.equal(await mainOf(whose), whose.email);
  assert.ok(!hasButton(await newest(theirs, changed), "undo-address"));
  world.clock.advance({ minutes: 2 });
  await changesMain(thief, fresh());
  await undoes("hikari", await newest(whose.email ?? "", changed));
  assert.equal(await mainOf(whose), whose.email);
});

test("an address of three days may undo what comes after it", async () => {
  const { whose, theirs } = await robbed();
  world.clock.advance({ hours: 72 });
  await changesMain(await entered(whose), fresh());
  await undoes("hikari", await newest(theirs, changed));
  assert.equal(await mainOf(whose), theirs);
});

/** Presses what there is to press, and looks again. */
const undoesByLink = async (code: string, link: string) => {
  const browser = world.browser(code);
  await browser.get(link);
  if (browser.page().body.includes(`action="${link}"`)) await browser.submit({}, { action: link });
  return browser.get(link);
};

test("what was registered otherwise since, such as with a new letter, is not undone", async () => {
  const { whose, mail } = await robbed();
  await world.app.inSociety(world.society("hikari").id, (tx) =>
    tx.query(sql`
      update account set email = 'renewed@example.jp'
       where society_id = ${tx.society} and id = ${whose.accountId} returning id`),
  );
  const page = await undoesByLink("hikari", buttonIn(mail, "undo-address"));
  assert.match(page.body, /このボタンは使えません/);
  assert.equal(await mainOf(whose), "renewed@example.jp");
});

test("from an address that nobody confirmed, or that failed, nothing is undone", async () => {
  const whose = await member("hikari");
  await bounces(whose);
  const browser = await entered(whose);
  await changesMain(browser, fresh());
  const mail = await newest(whose.email ?? "", changed);
  assert.ok(!hasButton(mail, "undo-address"));
  assert.match(mail.text, /お心当たりのない方は、別の方がログインしたおそれがあります/);
});

test("a second address that a stranger set goes too, and one that they deleted is back", async () => {
  const whose = await member("hikari");
  const owner = await entered(whose);
  const own = fresh();
  await setsSecond(owner, own);
  world.clock.advance({ hours: 80 });
  const thief = await entered(whose);
  await thief.get("/profile/second-address/delete");
  await thief.submit({}, { action: "/profile/second-address/delete" });
  const deleted = await newest(whose.email ?? "", "予備のメールアドレスが削除されました");
  await setsSecond(thief, fresh());
  await undoes("hikari", deleted);
  const { email, second } = await addressesOf(whose);
  assert.deepEqual([email, second], [whose.email, own]);
});

test("as the wrong society nothing is read, written or undone", async () => {
  const { whose, theirs } = await robbed();
  const [row] = await world.app.inSociety(world.society("hikari").id, (tx) =>
    tx.query<{ id: ChangeId }>(sql`
      select id from address_change
       where society_id = ${tx.society} and account_id = ${whose.accountId}`),
  );
  assert.ok(row);
  const own = await world.app.inSociety(world.society("hikari").id, (tx) => readChange(tx, row.id));
  assert.ok(own);
  await world.app.inSociety(world.society("minato").id, async (tx) => {
    assert.equal(await readChange(tx, row.id), undefined);
    assert.equal(await lockChange(tx, row.id), undefined);
    await assert.rejects(wholeOf(tx, whose.accountId));
    undoChange(tx, { change: own, nobodysHash: "nobody", now: world.clock.now() });
    await writeAddresses(whose.accountId, { ...nowhere, email: "x@example.jp" })(tx);
    await writeWish(whose.accountId, true)(tx);
    forgetChanges(tx, [whose.accountId]);
  });
  assert.equal(await mainOf(whose), theirs);
  const again = await world.app.inSociety(world.society("hikari").id, (tx) =>
    readChange(tx, row.id),
  );
  assert.equal(again?.undoneAt, null);
});

test("the wrong society's entrance knows nothing of it", async () => {
  const { whose, theirs, mail } = await robbed("asahi");
  const link = buttonIn(mail, "undo-address");
  const elsewhere = world.browser("sakura");
  assert.equal((await elsewhere.get(link)).status, 404);
  await elsewhere.get("/sign-in");
  const { formToken = "" } = elsewhere.form("/sign-in").fields;
  await elsewhere.post(link, { formToken });
  assert.equal((await elsewhere.follow()).status, 404);
  assert.equal(await mainOf(whose), theirs);
});
