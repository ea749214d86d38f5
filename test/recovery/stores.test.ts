import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sendRecoveries } from "../../src/identity/recovery/index.ts";
import {
  hold,
  look,
  noteReset,
  standingOf,
  useRequest,
} from "../../src/identity/recovery/opening/store.ts";
import {
  lockOwner,
  openRequests,
  openWay,
  sentLately,
  settleRequest,
  takeRequest,
} from "../../src/identity/recovery/telling/store.ts";
import { hashToken } from "../../src/platform/crypto/tokens.ts";
import type { Database } from "../../src/platform/database/types.ts";
import { openWorld, type World } from "../world/world.ts";
import { codeIn, linkIn, storiesOf } from "./stories.ts";

// Each store function as the wrong society, and a worker that dies half way.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { claimOf, factsOf, forgetsId, mailsTo, member, newestRequest, newestTo } = stories;

test("another society holds, reads and changes nothing of an asking", async () => {
  const whose = await member("hikari");
  const claim = await claimOf(whose);
  await forgetsId(world.browser("hikari"), claim);
  const [request] = await openRequests(world.app);
  assert.ok(request);
  const now = world.clock.now();
  const asMinato = <T>(work: Parameters<typeof world.app.inSociety<T>>[1]) =>
    world.app.inSociety(world.society("minato").id, work);
  await asMinato(async (tx) => {
    assert.equal(await lockOwner(tx, whose.accountId), undefined);
    assert.equal(await takeRequest(tx, request, now), false);
    settleRequest(tx, request, "changed");
    assert.equal((await sentLately(tx, request, now)).sentToday, 0);
    const way = { codeMac: "m", codeUntil: now, tokenHash: "t", expiresAt: now };
    openWay(tx, request, { now, way });
  });
  assert.equal((await newestRequest()).reason, "matched");
  const mail = await newestTo(whose);
  const tokenHash = hashToken(linkIn(mail).split("/").at(-1) ?? "");
  const { entranceId, id } = request;
  const before = await standingOf(world.app, { entranceId, tokenHash });
  assert.ok(before);
  await asMinato(async (tx) => {
    assert.equal(await look(tx, whose), undefined);
    const held = await hold(tx, { entranceId, id, accountId: whose.accountId });
    assert.deepEqual(held, { account: undefined, request: undefined });
    useRequest(tx, { entranceId, id, browserHash: "b", now });
    noteReset(tx, { entranceId, id }, now);
  });
  assert.deepEqual(await standingOf(world.app, { entranceId, tokenHash }), before);
  const elsewhere = world.society("asahi").entranceId;
  assert.equal(await standingOf(world.app, { entranceId: elsewhere, tokenHash }), undefined);
});

test("a worker that dies before its commit has told nobody; the next one does, once", async () => {
  const whose = await member("asahi");
  await forgetsId(world.browser("asahi"), await claimOf(whose));
  const dying: Database = {
    ...world.app,
    inSociety: (society, work) =>
      world.app.inSociety(society, async (tx) => {
        await work(tx);
        throw new Error("killed");
      }),
  };
  await assert.rejects(sendRecoveries({ ...world, database: dying }), /killed/);
  assert.equal((await newestRequest()).told, false);
  assert.equal((await mailsTo(whose)).length, 1);
  assert.ok(codeIn(await newestTo(whose)));
  assert.equal((await factsOf(whose, "recovery.asked")).length, 1);
});
