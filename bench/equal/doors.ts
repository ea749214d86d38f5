import { sql } from "../../src/platform/database/sql.ts";
import type { Fields, Visitor } from "../../test/http-client.ts";
import { answers } from "../../test/passkey-sign-in/stories.ts";
import { storiesOf } from "../../test/recovery/stories.ts";
import type { Registered } from "../../test/world/factors.ts";
import { givePasskey, type Phone } from "../../test/world/passkeys.ts";
import type { World } from "../../test/world/world.ts";
import { at, code, lockAnew, type People, peopleOfAKind, strangerAt } from "./people.ts";
import type { Cases, Door, Ready } from "./types.ts";

/** `unknown`, once more. */
export const control = "unknown again";

const wrongPassword = "yama-to-umi-2026";

const filled = async (browser: Visitor, path: string, fields: Fields): Promise<Ready> => {
  await browser.get(path);
  return {
    send: () => browser.submit(fields, { action: path }),
    typed: Object.values(fields),
  };
};

const signIn = (world: World, { open, locked, byStaff, bare }: People): Door => {
  const ways =
    (userIdAt: (turn: number) => string, password: string) => (turn: number, browser: Visitor) =>
      filled(browser, "/sign-in", { userId: userIdAt(turn), password });
  const of = (all: readonly Registered[]) => (turn: number) => at(all, turn).userId;
  return {
    name: "sign-in",
    cases: {
      unknown: ways((turn) => strangerAt(turn % peopleOfAKind), wrongPassword),
      wrong: ways(of(open), wrongPassword),
      locked: ways(of(locked), at(locked, 0).password),
      "locked by staff": ways(of(byStaff), at(byStaff, 0).password),
      "no address": ways(of(bare), wrongPassword),
    },
    reset: () => lockAnew(world, locked),
  };
};

const nothing = async () => {};

const forgotId = async (world: World, { open, byStaff, bare }: People): Promise<Door> => {
  const { claimOf } = storiesOf(() => world);
  const claims = (all: readonly Registered[]) => Promise.all(all.map(claimOf));
  const [right, locked, none] = await Promise.all([claims(open), claims(byStaff), claims(bare)]);
  const address = { email: at(right, 0).email };
  const asks =
    (all: typeof right, own: Partial<(typeof right)[number]> = {}) =>
    (turn: number, browser: Visitor) =>
      filled(browser, "/forgot-id/identity", { ...at(all, turn), ...address, ...own });
  return {
    name: "forgot-id",
    cases: {
      right: asks(right),
      unknown: asks(right, { memberNumber: "7777" }),
      wrong: asks(right, { birthDate: "19790823" }),
      locked: asks(locked),
      "no address": asks(none),
    },
    reset: nothing,
  };
};

const forgotPassword = ({ open, byStaff, bare }: People): Door => {
  const email = at(open, 0).email ?? "";
  const asks =
    (userIdAt: (turn: number) => string, typed = email) =>
    (turn: number, browser: Visitor) =>
      filled(browser, "/forgot-password", { userId: userIdAt(turn), email: typed });
  const of = (all: readonly Registered[]) => (turn: number) => at(all, turn).userId;
  return {
    name: "forgot-password",
    cases: {
      right: asks(of(open)),
      unknown: asks((turn) => strangerAt(turn % peopleOfAKind)),
      wrong: asks(of(open), "some@example.jp"),
      locked: asks(of(byStaff)),
      "no address": asks(of(bare)),
    },
    reset: nothing,
  };
};

const passkey = async (world: World, { open, byStaff, bare }: People): Promise<Door> => {
  const phones = async (all: readonly Registered[]) => {
    const given: Phone[] = [];
    for (const whose of all) given.push(await givePasskey(world, whose));
    return given;
  };
  const [right, locked, none] = [await phones(open), await phones(byStaff), await phones(bare)];
  const unknownId = "A".repeat(at(right, 0).credentialId.length);
  const action = "/sign-in/passkey";
  const asks =
    (all: readonly Phone[], forgery = {}) =>
    async (turn: number, browser: Visitor): Promise<Ready> => {
      const fields = await answers(browser, at(all, turn), forgery);
      return { send: () => browser.post(action, fields), typed: [] };
    };
  const cases: Cases = {
    unknown: asks(right, { isForeignKey: true, credentialId: unknownId }),
    wrong: asks(right, { isForeignKey: true }),
    locked: asks(locked),
    "no address": asks(none, { isForeignKey: true }),
  };
  const { entranceId } = world.society(code);
  const reset = async () => {
    await world.app.directory(sql`delete from failed_try where entrance_id = ${entranceId}`);
  };
  return { name: "passkey", cases, reset };
};

/** One case twice: what their medians differ by is the machine's doing. */
const withControl = ({ cases, ...door }: Door): Door => {
  const { unknown } = cases;
  if (!unknown) throw new Error(`${door.name} asks about nobody unknown`);
  return { ...door, cases: { ...cases, [control]: unknown } };
};

/** Every place where a stranger may ask about somebody. */
export const doorsOf = async (world: World, people: People): Promise<readonly Door[]> => [
  // before anybody has a passkey: with one, a right password is followed by its question
  withControl(signIn(world, people)),
  withControl(await forgotId(world, people)),
  withControl(forgotPassword(people)),
  withControl(await passkey(world, people)),
];
