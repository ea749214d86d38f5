import { loginMacOf } from "../../src/identity/locks/index.ts";
import { later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { storiesOf } from "../../test/recovery/stories.ts";
import { type Registered, registered } from "../../test/world/factors.ts";
import type { World } from "../../test/world/world.ts";

/** Of each kind so many: each is asked about so seldom that nothing is throttled. */
export const peopleOfAKind = 20;

export const code = "hikari";
/** As long as a registered one, and nobody's. */
export const strangerAt = (i: number): string => `nobody${String(1000 + i)}`;

const many = async <T>(make: () => Promise<T>): Promise<readonly T[]> => {
  const made: T[] = [];
  for (let i = 0; i < peopleOfAKind; i += 1) made.push(await make());
  return made;
};

const email = "same@example.jp";

/** Members of every kind that a stranger's question may meet. All share one address. */
export const peopleIn = async (world: World) => {
  const { change } = storiesOf(() => world);
  const one = () => registered(world, code, { email });
  const lockedByStaff = async () => {
    const whose = await one();
    await change(whose, { lockedAt: world.clock.now() });
    return whose;
  };
  return {
    open: await many(one),
    locked: await many(one),
    byStaff: await many(lockedByStaff),
    bare: await many(() => registered(world, code, { email: null })),
  };
};

export type People = Awaited<ReturnType<typeof peopleIn>>;

/** Tries of one round must not lock anybody in the next; those who are locked stay so. */
export const lockAnew = async (world: World, locked: readonly Registered[]): Promise<void> => {
  const { entranceId } = world.society(code);
  const now = world.clock.now();
  const macs = locked.map(({ userId }) => loginMacOf(world.secrets, entranceId, userId));
  await world.app.directory(sql`delete from sign_in_counter where entrance_id = ${entranceId}`);
  await world.app.directory(sql`delete from failed_try where entrance_id = ${entranceId}`);
  await world.app.directory(sql`delete from lock_notice where entrance_id = ${entranceId}`);
  await world.app.directory(sql`
    insert into sign_in_counter (entrance_id, login_mac, browser, wrong, last_wrong_at, locked_until)
    select ${entranceId}, mac, '', 100, ${now}, ${later(now, { hours: 1 })}
      from unnest(${macs}::text[]) as mac`);
};

export const at = <T>(all: readonly T[], turn: number): T => {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error("nobody");
  return one;
};
