import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import type { Answer } from "../http-client.ts";
import { type Registered, registered } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import { isHome, signsInBy, storiesOf } from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { behind, sessionsOf, passkeyOf } = storiesOf(() => world);

const isSomebodyWaiting = async () => {
  const [row] = await world.app.directory<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`);
  return (row?.count ?? 0) > 0;
};

/** Somebody else has the account in hand, and is done with it while the sign-in waits for it. */
const meanwhile = async (
  whose: Registered,
  { change, tries }: { change: ReturnType<typeof sql>; tries: () => Promise<Answer> },
): Promise<Answer> => {
  const waiting = await world.app.inSociety(world.society(whose.code).id, async (tx) => {
    await tx.query(sql`
      select id from account where society_id = ${tx.society} and id = ${whose.accountId}
        for no key update`);
    const trying = tries();
    while (!(await isSomebodyWaiting()));
    tx.write(change);
    // Not the promise itself: the transaction would wait for who waits for it.
    return { trying };
  });
  return waiting.trying;
};

test("used by somebody else at the same moment: verified once more, against what is stored now", async () => {
  const hana = await registered(world, "hikari");
  const key = await givePasskey(world, hana, { isCounting: true });
  const change = sql`
    update passkey set counter = 5
     where society_id = ${world.society("hikari").id} and factor_id = ${key.id}`;
  const browser = world.browser("hikari");
  await meanwhile(hana, { change, tries: () => signsInBy(browser, key, { counter: 6 }) });
  assert.ok(isHome(await browser.follow()));
  assert.equal((await passkeyOf(hana))?.counter, 6);
});

test("and refused where it stands still by then", async () => {
  const hana = await registered(world, "hikari");
  const key = await givePasskey(world, hana, { isCounting: true });
  const change = sql`
    update passkey set counter = 6
     where society_id = ${world.society("hikari").id} and factor_id = ${key.id}`;
  const browser = world.browser("hikari");
  await meanwhile(hana, { change, tries: () => signsInBy(browser, key, { counter: 6 }) });
  assert.equal((await behind(await browser.follow(), "hikari")).reason, "passkey-counter");
  assert.deepEqual(await sessionsOf(hana), []);
});

for (const [name, statement, reason] of [
  ["locked", "lock", "passkey-account-lock"],
  ["deleted", "delete", "passkey-gone"],
] as const)
  test(`${name} at the same moment: refused`, async () => {
    const hana = await registered(world, "hikari");
    const phone = await givePasskey(world, hana);
    const { id } = world.society("hikari");
    const change =
      statement === "lock"
        ? sql`
            update account set locked_at = ${world.clock.now()}
             where society_id = ${id} and id = ${hana.accountId}`
        : sql`
            with gone as (delete from factor where society_id = ${id} and id = ${phone.id})
            update account set factor_method = null
             where society_id = ${id} and id = ${hana.accountId}`;
    const browser = world.browser("hikari");
    await meanwhile(hana, { change, tries: () => signsInBy(browser, phone) });
    assert.equal((await behind(await browser.follow(), "hikari")).reason, reason);
    assert.deepEqual(await sessionsOf(hana), []);
  });
