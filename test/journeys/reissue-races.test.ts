import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type pg from "pg";
import {
  issuingPlaces,
  type LetterSink,
  planLetters,
} from "../../src/identity/provisional/index.ts";
import { findPerson, reissueLetter } from "../../src/identity/reissue/index.ts";
import { ok } from "../../src/kernel/result.ts";
import { needsRehash, openPasswords } from "../../src/platform/crypto/passwords.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import type { Insured } from "../world/people.ts";
import { openWorld, type World } from "../world/world.ts";
import { type Printed, reissueStoriesOf } from "./reissue-stories.ts";
import {
  chosenPassword,
  details,
  isRefused,
  newUserId,
  signsIn,
  storiesOf,
  titleOf,
  triesToSignIn,
} from "./stories.ts";

// A new letter, and what happens at the same moment.

let world: World;
before(async () => {
  world = await openWorld();
});
const told = reissueStoriesOf(() => world);
const { reissues, accountOf, begins, proves, isAtHome } = told;
after(async () => {
  told.clear();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { reachesConfirmation, registers } = storiesOf(() => world);

const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await connectClient({ config: world.appConfig, applicationName: "kenpo test" });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

type Kept = { printed: Printed; isDiscarded: boolean };

/** Something happens while the file is being finished: after the look at who it is, before it works. */
const reissuesWhile = (userId: string, meanwhile: () => Promise<unknown>) =>
  connected(async (client) => {
    const society = world.society("hikari");
    const kept: Kept = { printed: { userId: "", password: "" }, isDiscarded: false };
    const sink: LetterSink = {
      write: async (sheets) => {
        for (const sheet of sheets)
          if (sheet.kind === "letter")
            kept.printed = { userId: sheet.letter.issuedId, password: sheet.letter.password };
      },
      finish: async () => {
        await meanwhile();
        return ok(null);
      },
      discard: async () => {
        kept.isDiscarded = true;
      },
    };
    const whom = { by: "user-id", userId } as const;
    const now = world.clock.now();
    const found = await findPerson(world.app, society, { whom, now });
    assert.ok(found.ok);
    const wanted = { isOnlyNew: false, only: found.value.member.id, includesRegistered: true };
    const order = { society, wanted, judge: null, leavesOutUnprintable: false };
    const planned = await planLetters({ clock: world.clock, client }, order);
    assert.ok(planned.ok);
    const passwords = openPasswords({ lanes: 2, places: issuingPlaces });
    const done = await reissueLetter(
      { ...world, passwords, client },
      {
        society,
        person: found.value,
        plan: planned.value,
        sink,
        reason: "test",
        resetsFactors: false,
        origin: { requestId: "run", source: "cli" },
      },
    );
    return { done, ...kept };
  });

const lockedByStaff = (person: Insured, isLocked: boolean) => {
  const { id } = world.society("hikari");
  return world.app.inSociety(id, async (tx) =>
    tx.write(sql`
      update account set locked_at = ${isLocked ? world.clock.now() : null}
       where society_id = ${id} and member_id = ${person.id}`),
  );
};

const finishes = async (browser: Visitor, person: Insured, own = {}) => {
  await proves(browser, "hikari", person);
  await browser.submit(details({ userId: newUserId(), ...own }));
  await browser.follow();
  await browser.submit({});
  return browser.follow();
};

test("who registers while the new letter is made is registered: the letter renews that account", async () => {
  const { browser, letter, person } = await reachesConfirmation("hikari");
  const { done, printed } = await reissuesWhile(letter.userId, async () => {
    await browser.submit({});
    await browser.follow();
    assert.ok(await isAtHome(browser));
  });
  assert.ok(done.ok);
  assert.deepEqual([done.value.isRegistered, done.value.sessions], [true, 1]);
  assert.equal(await isAtHome(browser), false);
  const { id } = await accountOf("hikari", person.id);
  const back = await begins("hikari", printed);
  await finishes(back, person);
  assert.ok(await isAtHome(back));
  assert.equal((await accountOf("hikari", person.id)).id, id);
});

test("staff lock the account while the new letter is made: nothing of it stays", async () => {
  const { browser, userId, person } = await registers("hikari");
  const before = await accountOf("hikari", person.id);
  const { done, printed, isDiscarded } = await reissuesWhile(userId, () =>
    lockedByStaff(person, true),
  );
  assert.equal(done.ok, false);
  assert.equal(done.ok ? "" : done.code, "account-locked");
  assert.ok(isDiscarded);
  assert.deepEqual(await accountOf("hikari", person.id), before);
  assert.ok(
    isRefused(await triesToSignIn(world.browser("hikari"), printed.userId, printed.password)),
  );
  await lockedByStaff(person, false);
  assert.ok(await isAtHome(browser), "the session was not ended");
});

test("staff lock the account before the letter is used: it renews nothing until they unlock", async () => {
  const { userId, person } = await registers("hikari");
  const printed = await reissues("hikari", userId);
  await lockedByStaff(person, true);
  const browser = await begins("hikari", printed);
  assert.match(titleOf(await finishes(browser, person, { userId })), /^登録を終えられません/);
  assert.equal(await isAtHome(browser), false);
  assert.notEqual((await accountOf("hikari", person.id)).awaitsLetter, null);
  await lockedByStaff(person, false);
  const again = await begins("hikari", printed);
  await finishes(again, person, { userId });
  assert.ok(await isAtHome(again));
});

const waiting = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0].count;
};

test("a sign-in that had found the old password right begins no session after the new letter", async () => {
  const { browser: own, userId, person } = await registers("hikari");
  const { id } = world.society("hikari");
  const late = world.browser("hikari");
  let signing: Promise<unknown> | undefined;
  await connected(async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.society_id', $1, true)", [id]);
    // As the transaction that makes the letter work holds it.
    const held = "select from account where society_id = $1 and member_id = $2 for no key update";
    await client.query(held, [id, person.id]);
    signing = signsIn(late, userId, chosenPassword);
    while ((await waiting(client)) === 0) await own.get("/healthz");
    await client.query(
      `update account set password_hash = $3, awaits_letter = gen_random_uuid()
        where society_id = $1 and member_id = $2`,
      [id, person.id, `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`],
    );
    await client.query("commit");
  });
  await signing;
  assert.ok(isRefused(await late.follow()));
  assert.equal(late.cookies.has("__Host-kenpo-session"), false);
  const [rows] = await world.app.read(id, [
    sql`select count(*)::int as count from session s join account a
          on a.society_id = s.society_id and a.id = s.account_id
         where s.society_id = ${id} and a.member_id = ${person.id}`,
  ]);
  assert.deepEqual(rows, [{ count: 1 }], "but the one of the registration");
});

test("what stands for nobody's password costs what a password costs, and is another each time", async () => {
  const one = await registers("hikari");
  const other = await registers("hikari");
  const hashes: string[] = [];
  for (const { userId, person } of [one, other, one]) {
    await reissues("hikari", userId);
    hashes.push((await accountOf("hikari", person.id)).passwordHash);
  }
  assert.equal(new Set(hashes).size, 3);
  assert.ok(hashes.every((hash) => !needsRehash(hash)));
});

test("a wrong password of an account that waits leaves the rows that an unknown ID leaves", async () => {
  const { userId } = await registers("hikari");
  await reissues("hikari", userId);
  const rows = async () => {
    const [row] = await world.app.directory<Record<string, number>>(sql`
      select (select count(*)::int from failed_try) as tries,
        (select count(*)::int from sign_in_counter) as counters,
        (select count(*)::int from lock_notice) as notices`);
    return row ?? {};
  };
  const growth = async (id: string) => {
    const before = await rows();
    const browser = world.browser("hikari");
    for (let tries = 1; tries <= 11; tries += 1) await signsIn(browser, id, chosenPassword);
    const now = await rows();
    return Object.keys(now).map((name) => (now[name] ?? 0) - (before[name] ?? 0));
  };
  assert.deepEqual(await growth(userId), [11, 2, 1]);
  assert.deepEqual(await growth("nobody-at-all"), [11, 2, 1]);
});
