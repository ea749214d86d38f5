import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sweepFlows } from "../../src/flow/index.ts";
import { sweepConfirmations } from "../../src/identity/address/index.ts";
import { sweepTries } from "../../src/identity/locks/index.ts";
import { sweepSessions } from "../../src/identity/sessions/index.ts";
import type { SocietyId } from "../../src/kernel/ids.ts";
import { later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { openWorld, type World } from "../world/world.ts";
import { signsIn, storiesOf } from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());
const { registers } = storiesOf(() => world);

const rowsOf = async (society: SocietyId) => {
  const [[row] = []] = (await world.app.read(society, [
    sql`select (select count(*)::int from flow where society_id = ${society}) as flows,
      (select count(*)::int from flow_token where society_id = ${society}) as "flowTokens",
      (select count(*)::int from session where society_id = ${society}) as sessions,
      (select count(*)::int from session_token where society_id = ${society}) as "sessionTokens",
      (select count(*)::int from known_browser where society_id = ${society}) as browsers,
      (select count(*)::int from link_token where society_id = ${society}) as links,
      (select count(*)::int from failed_try) as tries,
      (select count(*)::int from sign_in_counter) as counters,
      (select count(*)::int from account where society_id = ${society}) as accounts,
      (select count(*)::int from audit_fact where society_id = ${society}) as facts`,
  ])) as [Record<string, number>[]];
  return row ?? {};
};

const sweep = async (society: SocietyId) => {
  const ago = (days: number) => later(world.clock.now(), { days: -days });
  await sweepTries(world.app, { signInsBefore: ago(90), proofsBefore: ago(370) });
  await world.app.inSociety(society, async (tx) => {
    await sweepFlows(tx, ago(2));
    sweepSessions(tx, { endedBefore: ago(90), browsersBefore: ago(400) });
    sweepConfirmations(tx, ago(30));
  });
};

test("what nobody looks at any more goes, and only of its own society; accounts and facts stay", async () => {
  const [hikari, minato] = [world.society("hikari").id, world.society("minato").id];
  await registers("hikari");
  await registers("minato");
  await signsIn(world.browser("hikari"), "nobody-here", "whatever");
  const [ours, theirs] = [await rowsOf(hikari), await rowsOf(minato)];
  await sweep(hikari);
  assert.deepEqual(await rowsOf(hikari), ours, "nothing is old yet");
  world.clock.advance({ days: 500 });
  await sweep(hikari);
  assert.deepEqual(await rowsOf(hikari), {
    flows: 0,
    flowTokens: 0,
    sessions: 0,
    sessionTokens: 0,
    browsers: 0,
    links: 0,
    tries: 0,
    counters: 0,
    accounts: ours.accounts,
    facts: ours.facts,
  });
  assert.deepEqual(await rowsOf(minato), { ...theirs, tries: 0, counters: 0 });
});
