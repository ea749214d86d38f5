import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../../src/kernel/ids.ts";
import { epochMsOf, later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { isRefused, triesToSignIn } from "../journeys/stories.ts";
import { triesBy } from "../passkey-sign-in/stories.ts";
import { registered } from "../world/factors.ts";
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
const { factsOf, mailsAbout, rows } = storiesOf(() => world);

test("a stranger locks their own network out, and nobody else", async () => {
  const hana = await registered(world, "hikari");
  const own = browserAt(world, "hikari", 2);
  assert.ok(await getsIn(own, hana));
  const stranger = browserAt(world, "hikari", 1);
  await guesses(stranger, hana.userId, 10);
  assert.ok(isRefused(await triesToSignIn(stranger, hana.userId, hana.password)), "locked");
  const another = browserAt(world, "hikari", 1);
  assert.ok(isRefused(await triesToSignIn(another, hana.userId, hana.password)), "and its line");

  assert.ok(await getsIn(browserAt(world, "hikari", 3), hana), "the owner, at a new browser");
  assert.equal((await guesses(stranger, hana.userId, 30)).status, 429, "refused altogether");
  assert.ok(await getsIn(browserAt(world, "hikari", 4), hana), "the owner, once more elsewhere");

  // Her own browser at the stranger's network, such as a hotel's: it has a counter of its own.
  own.cookies.delete("__Host-kenpo-session");
  const there = browserAt(world, "hikari", 1);
  for (const [name, value] of own.cookies) there.cookies.set(name, value);
  assert.ok(await getsIn(there, hana));
  assert.equal((await mailsAbout(hana, "止めました")).length, 1);
});

test("who has many networks locks strangers out for a while, but no known browser and no passkey", async () => {
  const hana = await registered(world, "hikari");
  const phone = await givePasskey(world, hana);
  const own = browserAt(world, "hikari", 9);
  assert.ok((await triesBy(own, phone)).path === "/");
  own.cookies.delete("__Host-kenpo-session");
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      guesses(browserAt(world, "hikari", 10 + i), hana.userId, 10),
    ),
  );
  const elsewhere = browserAt(world, "hikari", 50);
  assert.ok(isRefused(await triesToSignIn(elsewhere, hana.userId, hana.password)), "a new browser");
  await triesToSignIn(own, hana.userId, hana.password);
  assert.equal(own.page().path, "/second-factor/verify", "the password is right at a known one");
  assert.ok((await triesBy(elsewhere, phone)).path === "/", "a passkey at the locked browser");

  // However many counters were locked: each lock is on record, and the mailbox has one mail.
  assert.equal((await mailsAbout(hana, "止めました")).length, 1);
  assert.equal(await factsOf(hana, "account.password-locked"), 10);

  world.clock.advance({ minutes: 30 });
  const later = browserAt(world, "hikari", 51);
  await triesToSignIn(later, hana.userId, hana.password);
  assert.equal(later.page().path, "/second-factor/verify", "it ends by itself");
});

/** As if strangers had tried so often that one more try locks all of them out. */
const exhausts = async (source: number, userId: string) => {
  await guesses(browserAt(world, "hikari", source), userId, 1);
  await world.app.directory(sql`
    update sign_in_counter set wrong = 99
     where browser = '' and last_wrong_at = ${world.clock.now()}`);
  await guesses(browserAt(world, "hikari", source), userId, 1);
};

test("who begins that lock again and again is locked out twice as long each time, a day at most", async () => {
  const hana = await registered(world, "hikari");
  const isOut = async (source: number) => {
    const stranger = browserAt(world, "hikari", source);
    return isRefused(await triesToSignIn(stranger, hana.userId, hana.password));
  };
  for (const [nth, hours] of [0.5, 1, 2, 4, 8, 16, 24, 24].entries()) {
    await exhausts(100 + nth, hana.userId);
    world.clock.advance({ minutes: hours * 60 - 1 });
    assert.ok(await isOut(110 + nth), `lock ${nth + 1} lasts ${hours} hours`);
    world.clock.advance({ minutes: 1 });
  }
  assert.ok(!(await isOut(120)), "it ends by itself");
  await exhausts(121, hana.userId);
  world.clock.advance({ minutes: 30 });
  assert.ok(!(await isOut(122)), "a right password begins anew");
});

test("once mails to the first address came back, the second one hears of a lock too", async () => {
  const hana = await registered(world, "hikari");
  await world.app.inSociety(world.society("hikari").id, async (tx) =>
    tx.write(sql`
      update account set email_failed_at = ${world.clock.now()}, email_failure = '5.1.1',
        second_email = 'locked@home.example', second_email_confirmed_at = registered_at
       where society_id = ${tx.society} and id = ${hana.accountId}`),
  );
  await guesses(browserAt(world, "hikari", 60), hana.userId, 10);
  for (const email of [hana.email ?? "", "locked@home.example"]) {
    const told = (await world.mailsTo(email)).filter(({ subject }) =>
      subject.includes("止めました"),
    );
    assert.equal(told.length, 1, email);
  }
});

test("an unknown ID that many networks try leaves the same rows as a known one", async () => {
  const hana = await registered(world, "hikari");
  const growth = async (userId: string, from: number) => {
    const before = await rows();
    for (const source of [from, from + 1])
      await guesses(browserAt(world, "hikari", source), userId, 11);
    return (await rows()).map((count, i) => count - (before[i] ?? 0));
  };
  // a counter for each network and one for both; a notice for each lock
  assert.deepEqual(await growth(hana.userId, 60), [22, 3, 2]);
  assert.deepEqual(await growth("nobody-at-all", 62), [22, 3, 2]);
});

test("a right password forgets the wrong ones of its own counter, not those of another's", async () => {
  const hana = await registered(world, "hikari");
  const own = browserAt(world, "hikari", 70);
  assert.ok(await getsIn(own, hana));
  own.cookies.delete("__Host-kenpo-session");
  const stranger = browserAt(world, "hikari", 71);
  await guesses(stranger, hana.userId, 9);
  await guesses(own, hana.userId, 9);
  assert.ok(await getsIn(own, hana), "the tenth was right");
  own.cookies.delete("__Host-kenpo-session");
  await guesses(own, hana.userId, 9);
  assert.ok(await getsIn(own, hana), "counted anew");
  await guesses(stranger, hana.userId, 1);
  assert.ok(isRefused(await triesToSignIn(stranger, hana.userId, hana.password)), "its tenth");
});

test("the same user ID at another entrance is somebody else's", async () => {
  const hana = await registered(world, "hikari");
  const stranger = browserAt(world, "asahi", 80);
  await guesses(stranger, hana.userId, 10);
  assert.ok(await getsIn(browserAt(world, "hikari", 80), hana));
});

const notify = async (userId: string, accountId: string, code: string) => {
  const { id, entranceId } = world.society(code);
  const now = world.clock.now();
  await world.app.directory(sql`
    insert into lock_notice (entrance_id, id, login_mac, society_id, account_id, locked_at,
      locked_until)
    values (${entranceId}, ${newId(epochMsOf(now))}, ${userId}, ${id}, ${accountId}, ${now},
      ${later(now, { minutes: 30 })})`);
};

test("who is attacked for days reads of it at most once an hour and four times a day", async () => {
  const hana = await registered(world, "hikari");
  const told: number[] = [];
  for (let half = 0; half < 12; half += 1) {
    await notify(hana.userId, hana.accountId, "hikari");
    told.push((await mailsAbout(hana, "止めました")).length);
    world.clock.advance({ minutes: 40 });
  }
  assert.deepEqual(told, [1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4]);
  assert.equal(await factsOf(hana, "account.password-locked"), 12, "each is on record");
  world.clock.advance({ days: 1 });
  await notify(hana.userId, hana.accountId, "hikari");
  assert.equal((await mailsAbout(hana, "止めました")).length, 5);
});

test("the mail says what happened, until when, and what works meanwhile, as the policy has it", async () => {
  const timed = await registered(world, "hikari");
  await guesses(browserAt(world, "hikari", 90), timed.userId, 10);
  const [one] = await mailsAbout(timed, "止めました");
  assert.match(one?.text ?? "", /自動で元に戻ります/);
  assert.match(one?.text ?? "", /パスキーでログイン/);
  assert.ok(one?.text.includes(`http://${world.hostOf("hikari")}/forgot-password`));
  assert.doesNotMatch(one?.text ?? "", /パスワードを決め直すと/);

  const byReset = await registered(world, "asahi");
  const stranger = browserAt(world, "asahi", 90);
  await guesses(stranger, byReset.userId, 10);
  const [other] = await mailsAbout(byReset, "止めました");
  assert.match(
    other?.text.replaceAll("\n", "") ?? "",
    /パスワードを決め直すと、すぐに元に戻ります/,
  );
  world.clock.advance({ hours: 23 });
  assert.ok(isRefused(await triesToSignIn(stranger, byReset.userId, byReset.password)));
  world.clock.advance({ hours: 1 });
  assert.equal(isRefused(await triesToSignIn(stranger, byReset.userId, byReset.password)), false);
  assert.equal(await isHome(stranger), false, "what comes next is the second factor");
});
