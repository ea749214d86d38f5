import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Sql, sql } from "../../src/platform/database/sql.ts";
import type { Tx } from "../../src/platform/database/types.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import type { Visitor } from "../http-client.ts";
import { type Device, giveDevice, giveMailbox, type Registered, take } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { endTitle, hasEnded, isAsked, isHome, storiesOf } from "./stories.ts";

// Between a right password and a right code, something of the account becomes another one.

let world: World;
const folder = mkdtempSync(join(tmpdir(), "kenpo-meanwhile-"));
before(async () => {
  world = await openWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { entersPassword, member, sessionsOf, types, writesCodesLater } = storiesOf(() => world);

const owner = async (code = "hikari") => {
  const whose = await member(code);
  return { whose, phone: await giveDevice(world, whose) };
};

const write = ({ code }: Registered, statement: (tx: Tx) => Sql) =>
  world.app.inSociety(world.society(code).id, async (tx) => tx.write(statement(tx)));

const follows = async (browser: Visitor) => {
  await browser.get("/second-factor");
  return browser.follow();
};

type Meanwhile = {
  readonly what: string;
  readonly happens: (whose: Registered, phone: Device) => Promise<unknown>;
  readonly title: string;
};

const stories: readonly Meanwhile[] = [
  {
    what: "the password is changed",
    happens: (whose) =>
      write(
        whose,
        (tx) => sql`
          update account set password_changed_at = ${world.clock.now()}
           where society_id = ${tx.society} and id = ${whose.accountId}`,
      ),
    title: endTitle.again,
  },
  {
    what: "a letter is issued anew",
    happens: ({ code, userId }) =>
      world.command(
        "accounts reissue",
        { society: code, csv: join(folder, `${userId}.csv`), reason: "test" },
        [userId],
      ),
    title: endTitle.again,
  },
  {
    what: "the address is changed",
    happens: (whose) =>
      write(
        whose,
        (tx) => sql`
          update account set email = 'hanako@new.example'
           where society_id = ${tx.society} and id = ${whose.accountId}`,
      ),
    title: endTitle.again,
  },
  {
    what: "staff lock the account",
    happens: (whose) =>
      write(
        whose,
        (tx) => sql`
          update account set locked_at = ${world.clock.now()}
           where society_id = ${tx.society} and id = ${whose.accountId}`,
      ),
    title: endTitle.lockedByStaff,
  },
];

for (const { what, happens, title } of stories)
  test(`${what} meanwhile: the right code leads nowhere`, async () => {
    const { whose, phone } = await owner();
    const { browser, answer } = await entersPassword(whose);
    assert.ok(isAsked(answer));
    world.clock.advance({ seconds: 1 });
    await happens(whose, phone);
    const end = await types(browser, { totpCode: phone.code() });
    assert.ok(hasEnded(end, title), end.body);
    assert.deepEqual(await sessionsOf(whose), []);
    // Nor later.
    assert.ok(hasEnded(await follows(browser), title));
  });

test("the device is removed meanwhile: its code is no guess, and what is left is asked", async () => {
  const { whose, phone } = await owner();
  const tablet = await giveDevice(world, whose, "タブレット");
  const { browser } = await entersPassword(whose);
  await take(world, whose, phone.id);
  const gone = await types(browser, { totpCode: phone.code(), totpDevice: phone.id });
  assert.ok(isAsked(gone));
  assert.deepEqual(await sessionsOf(whose), []);
  assert.ok(isHome(await types(browser, { totpCode: tablet.code(), totpDevice: tablet.id })));
});

test("all is removed meanwhile: as at a sign-in that begins now, nothing is asked", async () => {
  const { whose, phone } = await owner();
  const { browser } = await entersPassword(whose);
  await take(world, whose, phone.id);
  assert.ok(isHome(await types(browser, { totpCode: "000000" })));
  const [session] = await sessionsOf(whose);
  assert.deepEqual(session?.amr, ["password"], "it says by what its owner was known");
  assert.ok(isHome((await entersPassword(whose)).answer));
});

test("all is removed meanwhile where something is demanded: it must be enrolled", async () => {
  const { whose, phone } = await owner("asahi");
  const { browser } = await entersPassword(whose);
  await take(world, whose, phone.id);
  const answer = await types(browser, { totpCode: phone.code() });
  assert.equal(answer.path, "/second-factor/method");
  assert.deepEqual(await sessionsOf(whose), []);
});

test("enrolled elsewhere meanwhile: an attempt that asked nothing of it does not end at home", async () => {
  const whose = await member("asahi");
  const { browser, answer } = await entersPassword(whose);
  assert.equal(answer.path, "/second-factor/method");
  await browser.submit({ method: "totp" });
  const page = await browser.follow();
  await giveDevice(world, whose);
  const key = keyOnPage(page.body);
  const enrolling = { action: "/second-factor/enrol", holding: "totpCode" };
  await browser.submit({ totpCode: codeOf(key, world.clock.now()) }, enrolling);
  await browser.follow();
  await writesCodesLater(browser);
  assert.ok(hasEnded(browser.page(), endTitle.again), browser.page().path);
  assert.deepEqual(await sessionsOf(whose), []);
});

test("one more is enrolled meanwhile: what was asked is still good", async () => {
  const { whose, phone } = await owner();
  const { browser } = await entersPassword(whose);
  await giveDevice(world, whose, "タブレット");
  await giveMailbox(world, whose);
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
});
