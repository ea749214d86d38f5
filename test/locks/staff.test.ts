import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Installation } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/index.ts";
import { isRefused, triesToSignIn } from "../journeys/stories.ts";
import { triesBy } from "../passkey-sign-in/stories.ts";
import { shellFor } from "../shell.ts";
import { giveDevice, registered } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import type { World } from "../world/world.ts";
import { browserAt, getsIn, guesses, isHome, storiesOf, worldOfSources } from "./stories.ts";

let world: World;
before(async () => {
  world = await worldOfSources();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { factsOf, mailsAbout } = storiesOf(() => world);

const shell = shellFor(commands, () => world as unknown as Installation);
const accounts = (what: string, userId: string, values = {}) =>
  shell(
    `accounts ${what}`,
    { society: "hikari", ...(what === "show" ? {} : { reason: "お申し出" }), ...values },
    [userId],
  );

test("locked by staff: everybody is out at once, by every way, until staff unlock", async () => {
  const hana = await registered(world, "hikari");
  const own = browserAt(world, "hikari", 1);
  assert.ok(await getsIn(own, hana));
  const rehearsed = await accounts("lock", hana.userId, { "dry-run": true });
  assert.equal(rehearsed.code, 0, rehearsed.complained);
  assert.match(rehearsed.said, /ログイン中の1件は、ログアウトになります/);
  assert.deepEqual([rehearsed.json.sessions, rehearsed.json.isMailed], [1, true]);
  assert.ok(await isHome(own), "a rehearsal changes nothing");
  assert.equal(await factsOf(hana, "account.locked"), 0);

  const locked = await accounts("lock", hana.userId);
  assert.equal(locked.code, 0, locked.complained);
  assert.match(locked.said, /アカウントをロックしました/);
  assert.equal(await isHome(own), false);
  assert.ok(isRefused(await triesToSignIn(own, hana.userId, hana.password)));
  const [mail] = await mailsAbout(hana, "ログインを止めました");
  assert.match(mail?.text ?? "", /下の連絡先へご連絡ください/);
  assert.doesNotMatch(mail?.text ?? "", /お申し出$/m, "the reason is for the record");
  const again = await accounts("lock", hana.userId);
  assert.deepEqual([again.code, again.json.code], [1, "locked-already"]);
  assert.match((await accounts("show", hana.userId)).said, /アカウントロック\(組合の職員\)/);

  world.clock.advance({ days: 30 });
  assert.ok(isRefused(await triesToSignIn(own, hana.userId, hana.password)), "no time ends it");
  const unlocked = await accounts("unlock", hana.userId);
  assert.equal(unlocked.code, 0, unlocked.complained);
  assert.match(unlocked.said, /アカウントロック\(組合の職員\)を解除しました/);
  assert.ok(await getsIn(own, hana));
  assert.equal((await mailsAbout(hana, "ログインできるように")).length, 1);
  assert.equal(await factsOf(hana, "account.unlocked"), 1);
});

test("no passkey opens what staff locked; without a mail where the mailbox is in doubt", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  assert.equal((await accounts("lock", hana.userId, { "no-mail": true })).code, 0);
  assert.equal((await mailsAbout(hana, "止めました")).length, 0);
  const browser = browserAt(world, "hikari", 2);
  assert.notEqual((await triesBy(browser, phone)).path, "/");
  assert.equal((await accounts("unlock", hana.userId, { "no-mail": true })).code, 0);
  assert.equal((await triesBy(browser, phone)).path, "/");
});

test("wrong passwords: staff see and lift the lock, of every network", async () => {
  const hana = await registered(world, "hikari");
  await guesses(browserAt(world, "hikari", 3), hana.userId, 10);
  await guesses(browserAt(world, "hikari", 4), hana.userId, 3);
  const shown = await accounts("show", hana.userId);
  assert.match(shown.said, /ロック: かかっています/);
  assert.match(shown.said, /パスワードロック\(はじめての機器、同じ回線\): 2026-/);
  assert.match(shown.said, /パスワードの間違い\(はじめての機器、同じ回線\): 続けて3回/);
  assert.match(shown.said, /パスワードが違いました。/);
  assert.deepEqual(shown.json.locked, { byStaff: false, byFactor: false, byPassword: true });
  const lifted = await accounts("unlock", hana.userId);
  assert.match(lifted.said, /パスワードロックを解除しました/);
  assert.ok(await getsIn(browserAt(world, "hikari", 3), hana));
  const nothing = await accounts("unlock", hana.userId);
  assert.deepEqual([nothing.code, nothing.json.code], [1, "nothing-locked"]);
});

test("wrong second factors: the lock and the count before it are lifted", async () => {
  const hana = await registered(world, "hikari");
  const { code } = await giveDevice(world, hana);
  const wrong = () => String((Number(code()) + 333_333) % 1_000_000).padStart(6, "0");
  const most = world.society("hikari").policy.lock.factorTries;
  for (let time = 0; time < most; time += 1) {
    const browser = browserAt(world, "hikari", 5);
    await triesToSignIn(browser, hana.userId, hana.password);
    await browser.submit({ totpCode: wrong() }, { holding: "totpCode" });
  }
  assert.match((await accounts("show", hana.userId)).said, /アカウントロック\(認証方法の間違い\)/);
  const lifted = await accounts("unlock", hana.userId);
  assert.match(lifted.said, /アカウントロック\(認証方法の間違い\)を解除しました/);
  const browser = browserAt(world, "hikari", 5);
  await triesToSignIn(browser, hana.userId, hana.password);
  await browser.submit({ totpCode: code() }, { holding: "totpCode" });
  assert.ok(await isHome(browser));
});

test("before the registration: a letter's wrong passwords are lifted, and there is nothing to lock", async () => {
  const person = await world.insuredPerson("hikari");
  const letter = await world.letterFor("hikari", person);
  const browser = browserAt(world, "hikari", 6);
  await guesses(browser, letter.userId, 10);
  assert.equal((await accounts("lock", letter.userId)).json.code, "not-registered");
  const shown = await accounts("show", letter.userId);
  assert.match(shown.said, /登録: まだです/);
  assert.match(shown.said, /発行、有効\(/);
  assert.match((await accounts("unlock", letter.userId)).said, /パスワードロックを解除しました/);
  await triesToSignIn(browser, letter.userId, letter.password);
  assert.match(browser.page().path, /^\/first-sign-in/);
});

test("what is shown holds no name, no address and no secret, and is on record", async () => {
  const hana = await registered(world, "hikari");
  await getsIn(browserAt(world, "hikari", 7), hana);
  const { said, json } = await accounts("show", hana.userId, { reason: "お電話" });
  for (const text of [said, JSON.stringify(json)]) {
    for (const secret of ["花子", "スズキ", hana.email ?? "-", hana.password, "argon2"])
      assert.equal(text.includes(secret), false, secret);
    assert.ok(text.includes("f•••@e•••.jp"));
  }
  assert.match(said, /ロック: かかっていません/);
  assert.match(said, /ログイン中のデバイス: 1件/);
  assert.equal(await factsOf(hana, "account.looked-at"), 1);
});

test("another society's staff find nobody, and wrong usage changes nothing", async () => {
  const hana = await registered(world, "hikari");
  for (const what of ["show", "lock", "unlock"]) {
    const { code, json } = await accounts(what, hana.userId, { society: "minato" });
    assert.deepEqual([code, json.code], [1, "user-id-unknown"], what);
  }
  for (const what of ["lock", "unlock"]) {
    const { code, complained } = await accounts(what, hana.userId, { reason: undefined });
    assert.equal(code, 2);
    assert.match(complained, /--reason/);
  }
  assert.equal(await factsOf(hana, "account.locked"), 0);
});
