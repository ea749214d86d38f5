import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isHome, storiesOf, verifying } from "./stories.ts";

/** One browser, several tabs, two people at it: whose session is whose. */

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { entersPassword, member, sessionsOf, types } = storiesOf(() => world);

const owner = async () => {
  const whose = await member("hikari");
  return { whose, phone: await giveDevice(world, whose) };
};

/** The form of the question, as a tab shows it that nobody reloads. */
const questionIn = (browser: Visitor) => {
  const form = formsIn(browser.page().body).find(({ fields }) => "totpCode" in fields);
  if (!form) throw new Error("the page asks for no code");
  return form.fields;
};

test("an old page that is sent again takes nobody's session away", async () => {
  const [first, second] = [await owner(), await member("hikari")];
  const { browser } = await entersPassword(first.whose);
  const old = { ...questionIn(browser), totpCode: first.phone.code() };
  assert.ok(isHome(await types(browser, { totpCode: first.phone.code() })));
  await browser.post("/sign-out", formsIn(browser.page().body)[0]?.fields ?? {});
  await entersPassword(second, browser);
  const session = browser.cookies.get("__Host-kenpo-session");
  await browser.post(verifying, old);
  assert.equal(browser.cookies.get("__Host-kenpo-session"), session);
  assert.ok(isHome(await browser.follow()));
});

test("who comes later at the same browser ends the session of who was there", async () => {
  const [first, second] = [await owner(), await member("hikari")];
  const { browser } = await entersPassword(first.whose);
  const waiting = { ...questionIn(browser), totpCode: first.phone.code() };
  await entersPassword(second, browser);
  assert.equal((await sessionsOf(second)).length, 1);
  await browser.post(verifying, waiting);
  assert.ok(isHome(await browser.follow()));
  assert.equal((await sessionsOf(second)).length, 0, "no session lives on without its cookie");
  assert.equal((await sessionsOf(first.whose)).length, 1);
});
