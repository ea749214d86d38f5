import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Authenticator, Forgery } from "../authenticators/passkey.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { questionOn } from "../passkey-sign-in/stories.ts";
import { take } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf, verifying } from "./stories.ts";

/** A passkey after the password. */

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { countOf, entersPassword, factsOf, member, sessionsOf } = storiesOf(() => world);

const owner = async (code = "hikari") => {
  const whose = await member(code);
  return { whose, phone: await givePasskey(world, whose) };
};

/** As the page's script sends it. */
const sends = async (browser: Visitor, response: string): Promise<Answer> => {
  await browser.get(verifying);
  const { fields } = browser.form(verifying, "response");
  await browser.post(verifying, { ...fields, response });
  return browser.follow();
};

const signs = async (browser: Visitor, phone: Pick<Authenticator, "get">, forgery?: Forgery) =>
  sends(browser, phone.get(questionOn(await browser.get(verifying)), forgery));

// Hosts of their own, and one that societies share.
for (const code of ["hikari", "asahi", "sakura"])
  test(`${code}: password, then the passkey, then home; the session says so`, async () => {
    const { whose, phone } = await owner(code);
    const { browser, answer } = await entersPassword(whose);
    assert.ok(isAsked(answer));
    assert.ok(isHome(await signs(browser, phone)));
    const [session] = await sessionsOf(whose);
    assert.deepEqual(session?.amr, ["password", "passkey"]);
  });

test("forged answers are refused and counted, and the page says nothing of why", async () => {
  const { whose, phone } = await owner();
  const forgeries: readonly Forgery[] = [
    { origin: "http://evil.localhost" },
    { rpId: "evil.localhost" },
    { type: "webauthn.create" },
    { challenge: Buffer.alloc(32).toString("base64url") },
    { userHandle: "AAAA" },
    { flags: { uv: false } },
    { isForeignKey: true },
  ];
  for (const [i, forgery] of forgeries.entries()) {
    const { browser } = await entersPassword(whose);
    const refused = await signs(browser, phone, forgery);
    assert.ok(isAsked(refused), JSON.stringify(forgery));
    assert.doesNotMatch(refused.body, /passkey-(origin|rp-id|type|challenge|signature|verif)/);
    assert.equal((await countOf(whose)).wrong, i + 1, JSON.stringify(forgery));
  }
  assert.equal(await factsOf(whose, "factor.refused"), forgeries.length);
  const { browser } = await entersPassword(whose);
  assert.ok(isHome(await signs(browser, phone)));
  assert.equal((await countOf(whose)).wrong, 0);
});

test("an answer is of one attempt, and opens once", async () => {
  const { whose, phone } = await owner();
  const one = await entersPassword(whose);
  const two = await entersPassword(whose);
  const response = phone.get(questionOn(one.answer));
  assert.ok(isAsked(await sends(two.browser, response)), "of another attempt");
  assert.ok(isHome(await sends(one.browser, response)));
  const three = await entersPassword(whose);
  assert.ok(isAsked(await sends(three.browser, response)), "used");
  assert.equal((await sessionsOf(whose)).length, 1);
});

test("a passkey that was deleted here and not on the phone opens nothing, and is no guess", async () => {
  const { whose, phone } = await owner();
  const key = await givePasskey(world, whose);
  const { browser } = await entersPassword(whose);
  await take(world, whose, phone.id);
  const question = JSON.parse(questionOn(browser.page()));
  const gone = { ...question, allowCredentials: [{ id: phone.credentialId }] };
  assert.ok(isAsked(await sends(browser, phone.get(gone))));
  assert.deepEqual(await sessionsOf(whose), []);
  assert.equal((await countOf(whose)).wrong, 0);
  const left = { ...question, allowCredentials: [{ id: key.credentialId }] };
  assert.ok(isHome(await sends(browser, key.get(left))));
});

test("after ten minutes the question is put anew, and answered", async () => {
  const { whose, phone } = await owner();
  const { browser } = await entersPassword(whose);
  const before = questionOn(browser.page());
  world.clock.advance({ minutes: 10 });
  assert.ok(isAsked(await signs(browser, phone)));
  assert.equal((await countOf(whose)).wrong, 0);
  assert.notEqual(questionOn(browser.page()), before);
  assert.ok(isHome(await signs(browser, phone)));
});
