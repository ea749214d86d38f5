import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openMethods } from "../../src/identity/methods/index.ts";
import type { Acr } from "../../src/identity/step-up/index.ts";
import type { ServiceTile } from "../../src/services/index.ts";
import { serviceGuards } from "../../src/services/index.ts";
import type { Society } from "../../src/society/index.ts";
import { softwareAuthenticator } from "../authenticators/passkey.ts";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { questionOn } from "../passkey-sign-in/stories.ts";
import { giveDevice, giveMailbox, makeActive, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAskedAgain, sends, storiesOf } from "./stories.ts";

// A service asks how well, and how lately, its reader is known.

const tile = (acr: Acr): ServiceTile => ({
  name: "medical-costs",
  icon: "medical-costs",
  group: "records",
  href: `/services/for-${acr}`,
  needs: { acr, withinMinutes: 5 },
  title: { ja: acr, en: acr },
  note: { ja: acr, en: acr },
});
const tiles = (["single", "mail", "two-step", "passkey"] as const).map(tile);

let world: World;
before(async () => {
  world = await openWorld(undefined, {
    more: (web, parts) => {
      const methods = openMethods({ ...parts, mailDomainOf: () => "localhost" });
      const policyAt = async ({ policy }: Society) => policy;
      serviceGuards({ ...parts, methods, policyAt }, tiles)(web);
      for (const { href } of tiles) web.get(href, (c) => c.html(`open ${href}`));
    },
  });
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, typesPassword, enrolsApp, keepsCodes, sessionsOf } = stories;
const { activeOf, factsOf } = stories;

const opens = async (browser: Visitor, acr: Acr) => {
  await browser.get(`/services/for-${acr}`);
  return browser.follow();
};
const isOpen = ({ body }: { readonly body: string }, acr: Acr) =>
  body === `open /services/for-${acr}`;

/** What the page offers to enrol. */
const offered = (browser: Visitor) =>
  [...browser.page().body.matchAll(/type="radio"[^>]*value="([^"]*)"/g)].map(([, value]) => value);

test("strangers sign in first, and then the service is open", async () => {
  const whose = await member("hikari");
  const browser = world.browser("hikari");
  assert.match((await browser.get("/services/for-single")).location ?? "", /^\/sign-in/);
  await browser.follow();
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  assert.ok(isOpen(await browser.follow(), "single"));
});

test("with password and app up to two steps, for as long as the service says", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  for (const acr of ["single", "mail", "two-step"] as const)
    assert.ok(isOpen(await opens(browser, acr), acr), acr);
  world.clock.advance({ minutes: 5 });
  assert.ok(isAskedAgain(await opens(browser, "two-step")));
  await typesPassword(browser, whose.password);
  assert.ok(isOpen(await sends(browser, "totpCode", { totpCode: phone.code() }), "two-step"));
});

const mailSignIn = async (whose: Registered) => {
  const browser = world.browser(whose.code);
  await browser.get("/sign-in");
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await browser.follow();
  await sends(browser, "mailCode", { mailCode: await newestCode(whose) });
  return browser;
};
const newestCode = async ({ email }: Registered) => {
  const mail = (await world.mailsTo(email ?? "")).at(-1);
  assert.ok(mail);
  return codeIn(mail);
};

test("a mailbox is not two steps: known by what there is, then something stronger is enrolled", async () => {
  const whose = await member("sakura");
  await giveMailbox(world, whose);
  const browser = await mailSignIn(whose);
  assert.ok(isOpen(await opens(browser, "mail"), "mail"));
  world.clock.advance({ minutes: 2 });
  assert.ok(isAskedAgain(await opens(browser, "two-step")));
  await typesPassword(browser, whose.password);
  assert.equal(browser.page().path, "/step-up/verify");
  const page = await sends(browser, "mailCode", { mailCode: await newestCode(whose) });
  assert.equal(page.path, "/step-up/method");
  assert.deepEqual(offered(browser).toSorted(), ["passkey", "totp"]);
  await sends(browser, "method", { method: "mail-otp" });
  assert.equal(browser.page().path, "/step-up/method", "not by a made-up form either");
  await sends(browser, "method", { method: "totp" });
  await enrolsApp(browser);
  assert.ok(isOpen(await keepsCodes(browser), "two-step"));
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "mail", "otp"]);
  assert.equal(await activeOf(whose), "mail-otp", "a sign-in asks as before");
  assert.ok(!(await factsOf(whose)).includes("factor.activated"));
  assert.equal((await stories.toldTo(whose)).length, 2);
});

test("with nothing enrolled a passkey is enrolled on the way", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const phone = softwareAuthenticator({ origin: `http://${world.hostOf("hikari")}` });
  assert.ok(isAskedAgain(await opens(browser, "passkey")));
  await typesPassword(browser, whose.password);
  assert.deepEqual(offered(browser), ["passkey"]);
  await sends(browser, "method", { method: "passkey" });
  await stories.enrolsPasskey(browser, phone);
  assert.ok(isOpen(await keepsCodes(browser), "passkey"));
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "passkey"]);
  assert.equal(await activeOf(whose), "passkey");
  assert.ok((await factsOf(whose)).includes("factor.activated"));
  // And with it alone the next time.
  world.clock.advance({ minutes: 5 });
  assert.equal((await opens(browser, "passkey")).path, "/step-up/verify");
  const response = phone.get(questionOn(browser.page()));
  assert.ok(isOpen(await sends(browser, "response", { response }), "passkey"));
});

test("where a passkey is asked for, an app is no other way", async () => {
  const whose = await member("hikari");
  const first = await entered(whose);
  const phone = softwareAuthenticator({ origin: `http://${world.hostOf("hikari")}` });
  await first.get("/profile");
  await sends(first, "method", { method: "passkey" });
  await stories.enrolsPasskey(first, phone);
  await keepsCodes(first);
  const app = await giveDevice(world, whose);
  await makeActive(world, whose, "totp");
  const browser = await entered(whose, app);
  assert.equal((await opens(browser, "passkey")).path, "/step-up/verify");
  const others = formsIn(browser.page().body).filter(({ names }) => names.includes("other"));
  assert.deepEqual(others, []);
  const response = phone.get(questionOn(browser.page()));
  assert.ok(isOpen(await sends(browser, "response", { response }), "passkey"));
});
