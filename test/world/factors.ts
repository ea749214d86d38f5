import { randomBytes } from "node:crypto";
import { type Change, newFlow, type Scene } from "../../src/flow/index.ts";
import { termsOf } from "../../src/guidance/index.ts";
import { agreeToTerms } from "../../src/identity/accounts/index.ts";
import { enrolmentChanges } from "../../src/identity/factor-steps/index.ts";
import {
  activate,
  deleteFactor,
  factorsOf,
  type Made,
  type MethodName,
  type Methods,
  type Owner,
  openMethods,
  type Place,
} from "../../src/identity/methods/index.ts";
import { type AccountId, type FactorId, newId } from "../../src/kernel/ids.ts";
import { epochMsOf, later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { RequestContext } from "../../src/platform/http/types.ts";
import { codeOf } from "../authenticators/totp.ts";
import type { Insured } from "./people.ts";
import type { World } from "./world.ts";

// Members who have registered long ago, and what they have enrolled since: written as a flow's last
// transaction writes it, without the pages that lead there.

/** Somebody with an account. */
export type Registered = {
  readonly code: string;
  readonly person: Insured;
  readonly accountId: AccountId;
  readonly userId: string;
  readonly password: string;
  readonly email: string | null;
};

const password = "umi-to-yama-2026";
const hashes = new WeakMap<World, Promise<string>>();
let members = 0;

const hashIn = (world: World): Promise<string> => {
  const known = hashes.get(world);
  if (known) return known;
  const made = (async () => {
    using ticket = world.passwords.ticket();
    if (!ticket) throw new Error("the password queue is full");
    return world.passwords.hash(ticket, password);
  })();
  hashes.set(world, made);
  return made;
};

/** A member of a society who registered without a second factor. */
export const registered = async (
  world: World,
  code: string,
  own: { readonly email?: string | null; readonly isDependent?: boolean } = {},
): Promise<Registered> => {
  members += 1;
  const person = await world.insuredPerson(code);
  const hash = await hashIn(world);
  const now = world.clock.now();
  const accountId = newId<"account">(epochMsOf(now)) as AccountId;
  const userId = `factor${1000 + members}`;
  const { email = `${userId}@example.jp` } = own;
  const { id: societyId, entranceId } = world.society(code);
  await world.app.inSociety(societyId, async (tx) => {
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, email, email_confirmed_at, wants_update_mails, language, registered_at)
      values (${tx.society}, ${accountId}, ${person.id}, ${entranceId}, ${userId}, ${hash}, ${now},
        ${email}, ${email && now}, false, 'ja', ${now})`);
    agreeToTerms({ accountId, version: termsOf(world.society(code)).version, now })(tx);
    tx.write(sql`
      insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
      values (${entranceId}, ${userId}, ${tx.society}, 'account', ${accountId})`);
    if (own.isDependent)
      tx.write(sql`
        update member set branch_number = '01'
         where society_id = ${tx.society} and id = ${person.id}`);
  });
  return { code, person, accountId, userId, password, email };
};

export const methodsOf = ({ secrets }: Pick<World, "secrets">): Methods =>
  openMethods({ secrets, mailDomainOf: () => "localhost" });

const ownerOf = ({ accountId, person, userId, email }: Registered): Owner => ({
  accountId,
  memberId: person.id,
  userId,
  email,
  isEmailFresh: false,
  initials: "",
});

/** Where the doors of a method stand open for somebody, outside of any browser. */
export const placeOf = async (world: World, whose: Registered): Promise<Place> => {
  const society = world.society(whose.code);
  const entrance = world.registry.entrance(society.entranceId);
  if (!entrance) throw new Error("a society without an entrance");
  const now = world.clock.now();
  const request = { now, entrance, society, lang: "ja" } as unknown as RequestContext;
  const flow = newFlow(
    { kind: "test" },
    {
      request,
      societyId: society.id,
      subjectId: whose.accountId,
      memberId: whose.person.id,
      policyVersion: society.version,
      expiresAt: later(now, { hours: 1 }),
      state: {},
    },
  );
  const scene: Scene<unknown> = { flow, society, policy: society.policy, now, request };
  const factors = await world.app.inSociety(society.id, (tx) => factorsOf(tx, whose.accountId));
  return { scene, owner: ownerOf(whose), factors };
};

const write = (world: World, { code }: Registered, changes: readonly Change[]): Promise<void> =>
  world.app.inSociety(world.society(code).id, async (tx) => {
    for (const change of changes) await change(tx);
  });

/** Writes what was made; it becomes the active one, unless it is recovery codes. @returns its id */
export const give = async (world: World, whose: Registered, made: Made): Promise<FactorId> => {
  const place = await placeOf(world, whose);
  const { changes } = enrolmentChanges(methodsOf(world), { place, made: [made] });
  await write(world, whose, changes);
  const { factors } = await placeOf(world, whose);
  const added = factors.find(({ id }) => !place.factors.some((one) => one.id === id));
  if (!added) throw new Error(`${made.method} was not enrolled`);
  return added.id;
};

/** A phone with an app. */
export type Device = { readonly id: FactorId; readonly key: string; readonly code: () => string };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const giveDevice = async (
  world: World,
  whose: Registered,
  name = "わたしのスマートフォン",
): Promise<Device> => {
  const key = [...randomBytes(32)].map((byte) => alphabet[byte & 31]).join("");
  const id = await give(world, whose, {
    method: "totp",
    name,
    detail: { seed: key, lastStep: -1 },
  });
  return { id, key, code: () => codeOf(key, world.clock.now()) };
};

export const giveMailbox = (world: World, whose: Registered): Promise<FactorId> =>
  give(world, whose, { method: "mail-otp", name: "", detail: {} });

/** Taken away in another browser, with what is left made active. */
export const take = async (world: World, whose: Registered, id: string): Promise<void> => {
  const { factors } = await placeOf(world, whose);
  const gone = factors.find((one) => one.id === id);
  const left = factors.find((one) => one.id !== id && one.method !== "recovery-codes");
  if (!gone) throw new Error("there is no such factor");
  await write(world, whose, [
    ...methodsOf(world).named(gone.method).remove(gone.id),
    deleteFactor(gone.id),
    activate(whose.accountId, left?.method ?? null),
  ]);
};

/** 「認証方法」 of the profile. */
export const makeActive = (world: World, whose: Registered, method: MethodName): Promise<void> =>
  write(world, whose, [activate(whose.accountId, method)]);
