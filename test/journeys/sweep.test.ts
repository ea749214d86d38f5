import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { SocietyId } from "../../src/kernel/ids.ts";
import { sweep } from "../../src/main/retention/sweep.ts";
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

test("what nobody looks at any more goes, and is told; accounts and facts stay", async () => {
  const [hikari, minato] = [world.society("hikari").id, world.society("minato").id];
  await registers("hikari");
  await registers("minato");
  await signsIn(world.browser("hikari"), "nobody-here", "whatever");
  const before = await Promise.all([rowsOf(hikari), rowsOf(minato)]);
  await sweep(world);
  assert.deepEqual(await Promise.all([rowsOf(hikari), rowsOf(minato)]), before, "nothing is old");
  world.clock.advance({ days: 500 });
  await sweep(world);
  const swept = await Promise.all([rowsOf(hikari), rowsOf(minato)]);
  for (const [i, { accounts, facts }] of before.entries())
    assert.deepEqual(swept[i], {
      flows: 0,
      flowTokens: 0,
      sessions: 0,
      sessionTokens: 0,
      browsers: 0,
      links: 0,
      tries: 0,
      counters: 0,
      accounts,
      // the sweep itself
      facts: (facts ?? 0) + 1,
    });
  await sweep(world);
  assert.deepEqual(await rowsOf(hikari), swept[0], "a second time deletes nothing, tells nothing");
});
