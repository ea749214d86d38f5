import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findPasskey, holdPasskey, noteSignIn } from "../../src/identity/sign-in/passkey/store.ts";
import type { PasskeyTry } from "../../src/identity/sign-in/passkey/types.ts";
import { type Registered, registered, take } from "../world/factors.ts";
import { givePasskey, type Phone } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import { storiesOf } from "./stories.ts";

let world: World;
let hana: Registered;
let phone: Phone;
before(async () => {
  world = await openWorld();
  hana = await registered(world, "hikari");
  phone = await givePasskey(world, hana);
});
after(() => world.close());
const { passkeyOf } = storiesOf(() => world);

const tryAt = (code: string, credentialId: string): PasskeyTry => ({
  entranceId: world.society(code).entranceId,
  credentialId,
  sourceMac: "source",
  loginMac: "login",
  at: world.clock.now(),
});

test("found at its entrance, before the society is known, and at no other", async () => {
  const { own } = await findPasskey(world.app, tryAt("kaede", phone.credentialId), 10);
  assert.equal(own?.accountId, hana.accountId);
  assert.equal(own?.societyId, world.society("hikari").id);
  for (const who of [tryAt("asahi", phone.credentialId), tryAt("hikari", "unknown")])
    assert.deepEqual(await findPasskey(world.app, who, 10), { own: null, sourceTries: 0 });
});

test("held by its own society alone, and only as its owner's", async () => {
  const own = { accountId: hana.accountId, factorId: phone.id };
  const hold = (code: string, held = own) =>
    world.app.inSociety(world.society(code).id, (tx) => holdPasskey(tx, held));
  assert.equal((await hold("hikari"))?.passkey?.counter, 0);
  assert.equal(await hold("minato"), undefined);
  const jiro = await registered(world, "hikari");
  const foreign = await hold("hikari", { ...own, accountId: jiro.accountId });
  assert.equal(foreign?.passkey, null);
});

test("another society notes nothing on it", async () => {
  await world.app.inSociety(world.society("minato").id, async (tx) =>
    noteSignIn(tx, { factorId: phone.id }, world.clock.now()),
  );
  assert.equal((await passkeyOf(hana))?.usedAt, null);
});

test("deleted after it was found: held without it", async () => {
  const ken = await registered(world, "asahi");
  const { id, credentialId } = await givePasskey(world, ken);
  const { own } = await findPasskey(world.app, tryAt("asahi", credentialId), 10);
  assert.ok(own);
  await take(world, ken, id);
  const held = await world.app.inSociety(own.societyId, (tx) => holdPasskey(tx, own));
  assert.equal(held?.passkey, null);
});
