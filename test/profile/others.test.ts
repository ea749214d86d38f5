import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { selfOf } from "../../src/identity/profile/store.ts";
import { passwordHashOf } from "../../src/identity/step-up/store.ts";
import { form } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { sends, storiesOf } from "./stories.ts";

// Nobody sees or changes what is not theirs.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { member, entered, factorsOf, toldTo } = storiesOf(() => world);

const owner = async (code: string) => {
  const whose = await member(code);
  const phone = await giveDevice(world, whose);
  return { whose, phone, browser: await entered(whose, phone) };
};

test("what one member did is not told to the next one at the same browser", async () => {
  const { phone, browser } = await owner("hikari");
  const other = await member("hikari");
  await browser.get(`/profile/factors/${phone.id}/rename`);
  const { fields } = form(browser.page().body, "/rename");
  await browser.post(`/profile/factors/${phone.id}/rename`, {
    ...fields,
    name: "わたしだけの名前",
  });
  assert.equal(browser.page().location, "/profile");
  await browser.post("/sign-out", { formToken: fields.formToken ?? "" });
  await signsIn(browser, other.userId, other.password);
  const page = await browser.get("/profile");
  assert.equal(page.status, 200);
  assert.ok(!page.body.includes("わたしだけの名前"));
});

const tokenOf = async (browser: Visitor) => {
  const { body } = await browser.get("/profile");
  return form(body, "/profile/method").fields.formToken ?? "";
};

for (const [who, theirs] of [
  ["another account", "hikari"],
  ["another society of the same entrance", "minato"],
  ["another society's own host", "asahi"],
] as const)
  test(`a factor of ${who} is not there`, async () => {
    const { browser } = await owner("hikari");
    const other = await owner(theirs);
    const { body } = await other.browser.get(`/profile/factors/${other.phone.id}/rename`);
    assert.match(body, /わたしのスマートフォン/, "theirs it is");
    const formToken = await tokenOf(browser);
    // Even a form of its owner's does not help.
    await giveDevice(world, other.whose, "もう1台");
    const page = await other.browser.get(`/profile/factors/${other.phone.id}/delete`);
    const proof = form(page.body).fields.proof ?? "";
    assert.notEqual(proof, "");
    const at = `/profile/factors/${other.phone.id}`;
    for (const path of [`${at}/rename`, `${at}/delete`])
      assert.equal((await browser.get(path)).status, 404, path);
    assert.equal((await browser.post(`${at}/rename`, { formToken, name: "x" })).status, 404);
    assert.equal((await browser.post(`${at}/delete`, { formToken, proof })).status, 404);
    assert.equal((await browser.post(`${at}/delete`, { formToken })).status, 404);
    const left = await factorsOf(other.whose);
    assert.deepEqual(
      left.map(({ name }) => name).toSorted(),
      ["もう1台", "わたしのスマートフォン"].toSorted(),
    );
    assert.deepEqual(await toldTo(other.whose), []);
  });

for (const id of ["x", "%00", "..%2f..", "01977420-0000-7000-8000-000000000000", "new%2fdelete"])
  test(`an id that is none (${id}) is answered by the same page`, async () => {
    const { browser } = await owner("hikari");
    assert.equal((await browser.get(`/profile/factors/${id}/delete`)).status, 404);
    assert.equal((await browser.get(`/profile/factors/${id}/rename`)).status, 404);
  });

test("recovery codes are no factor that is named or deleted", async () => {
  const { whose, browser } = await owner("hikari");
  await browser.get("/profile/recovery-codes");
  await browser.submit({}, { action: "/profile/recovery-codes" });
  await browser.follow();
  await sends(browser, "turn");
  const codes = (await factorsOf(whose)).find(({ method }) => method === "recovery-codes");
  assert.ok(codes);
  for (const what of ["rename", "delete"])
    assert.equal((await browser.get(`/profile/factors/${codes.id}/${what}`)).status, 404);
});

test("a form without its token changes nothing", async () => {
  const { whose, phone, browser } = await owner("hikari");
  const at = `/profile/factors/${phone.id}/delete`;
  const { fields } = form((await browser.get(at)).body);
  const { formToken: _, ...rest } = fields;
  assert.equal((await browser.post(at, rest)).status, 403);
  const foreign = { headers: { origin: "https://evil.example" } };
  assert.equal((await browser.post(at, fields, foreign)).status, 403);
  assert.equal((await factorsOf(whose)).length, 1);
});

test("the stores find nothing as another society", async () => {
  const { whose } = await owner("hikari");
  const asOther = world.society("minato").id;
  await world.app.inSociety(asOther, async (tx) => {
    assert.equal(await passwordHashOf(tx, whose.accountId), null);
    await assert.rejects(selfOf(tx, whose.accountId), /not there/);
  });
  const asOwn = world.society("hikari").id;
  await world.app.inSociety(asOwn, async (tx) => {
    assert.match((await passwordHashOf(tx, whose.accountId)) ?? "", /^\$argon2id/);
    assert.equal((await selfOf(tx, whose.accountId)).userId, whose.userId);
  });
});
