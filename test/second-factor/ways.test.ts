import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { signsOut } from "../journeys/stories.ts";
import { giveDevice, giveMailbox, makeActive } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf, verifying } from "./stories.ts";

/** Which question comes first, the other ways, where one goes on to, and what a society changes. */

let world: World;
const folder = mkdtempSync(join(tmpdir(), "kenpo-ways-"));
before(async () => {
  world = await openWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { choosesOther, countOf, entersPassword, member, sessionsOf, types, writesCodesLater } =
  storiesOf(() => world);

// biome-ignore lint/suspicious/noExplicitAny: a document before it is read
type Raw = any;
const documentOf = (code: string): Raw =>
  JSON.parse(readFileSync(new URL(`../../societies/${code}.json`, import.meta.url), "utf8"));

const becomes = async (document: Raw) => {
  const file = join(folder, `${document.code}.json`);
  writeFileSync(file, JSON.stringify(document));
  await world.command("society add", { reason: "test" }, [file]);
  await world.registry.refresh();
};
const demands = async (code: string, own: object) => {
  const document = documentOf(code);
  Object.assign(document.policy.secondFactor, own);
  await becomes(document);
};
afterEach(async () => {
  await becomes(documentOf("hikari"));
});

const fields = { totp: "totpCode", "mail-otp": "mailCode", passkey: "response" } as const;

test("the active one is asked first, and each of the others by 「別の方法で認証する」", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  await giveMailbox(world, whose);
  await givePasskey(world, whose);
  for (const active of ["totp", "mail-otp", "passkey"] as const) {
    world.clock.advance({ minutes: 2 });
    await makeActive(world, whose, active);
    const { browser, answer } = await entersPassword(whose);
    assert.ok(browser.form(verifying, fields[active]), active);
    assert.match(answer.body, /別の方法で認証する/);
    const others = (["passkey", "mail-otp", "totp"] as const).filter((one) => one !== active);
    // The app comes last: its code is typed.
    for (const other of active === "totp" ? [...others, active] : others) {
      await choosesOther(browser, other);
      assert.ok(browser.form(verifying, fields[other]), `${active}, then ${other}`);
    }
    assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  }
  assert.equal((await countOf(whose)).wrong, 0, "another way is no guess");
});

test("who has one thing is offered no other; one that is not enrolled cannot be chosen", async () => {
  const whose = await member("hikari");
  await giveDevice(world, whose);
  const { browser, answer } = await entersPassword(whose);
  assert.doesNotMatch(answer.body, /別の方法で認証する/);
  const { fields: own } = browser.form(verifying, "totpCode");
  for (const other of ["mail-otp", "passkey", "recovery-codes", "password", "totp"]) {
    await browser.post(verifying, { ...own, other });
    assert.ok(isAsked(await browser.follow()));
    assert.ok(browser.form(verifying, "totpCode"));
  }
  assert.equal((await world.mailsTo(whose.email ?? "")).length, 0, "no mail went");
});

test("who was sent to sign in goes on to where they wanted to go", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = world.browser("hikari");
  const wanted = "/services/medical-costs?month=2026-10";
  await browser.get(wanted);
  await browser.follow();
  const typed = { userId: whose.userId, password: whose.password };
  await browser.submit(typed, { action: "/sign-in" });
  assert.ok(isAsked(await browser.follow()));
  const form = { action: verifying, holding: "totpCode" };
  await browser.submit({ totpCode: "12345" }, form);
  await browser.follow();
  const answer = await browser.submit({ totpCode: phone.code() }, form);
  assert.equal(answer.location, wanted);
});

test("sent twice at once, one session; the back button leads on; signed out, it leads nowhere", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser } = await entersPassword(whose);
  const { fields: typed } = browser.form(verifying, "totpCode");
  const form = { ...typed, totpCode: phone.code() };
  const answers = await Promise.all([browser.post(verifying, form), browser.post(verifying, form)]);
  assert.deepEqual(
    answers.map(({ location }) => location),
    ["/", "/"],
  );
  assert.ok(isHome(await browser.follow()));
  assert.equal((await sessionsOf(whose)).length, 1);
  // Back, and the form once more.
  await browser.get(verifying);
  assert.ok(isHome(await browser.follow()));
  await browser.post(verifying, form);
  assert.ok(isHome(await browser.follow()));
  assert.equal((await sessionsOf(whose)).length, 1);
  await signsOut(browser);
  await browser.post(verifying, form);
  await browser.follow();
  assert.equal((await sessionsOf(whose)).length, 0, "an answer opens once");
});

test("two tabs: what the first did is seen by the second", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  await giveMailbox(world, whose);
  await makeActive(world, whose, "totp");
  const { browser } = await entersPassword(whose);
  const { fields: tab } = browser.form(verifying, "totpCode");
  await choosesOther(browser, "mail-otp");
  await browser.post(verifying, { ...tab, totpCode: phone.code() });
  assert.ok(isAsked(await browser.follow()), "the other tab's page is of a turn that is past");
  assert.ok(browser.form(verifying, "mailCode"));
  assert.equal((await countOf(whose)).wrong, 0);
});

test("demanded later: the next sign-in leads through the enrolment, and only that one", async () => {
  const whose = await member("hikari");
  assert.ok(isHome((await entersPassword(whose)).answer), "offered");
  await demands("hikari", { demand: "required" });
  world.clock.advance({ minutes: 1 });
  const { browser, answer } = await entersPassword(whose);
  assert.equal(answer.path, "/second-factor/method");
  await browser.submit({ method: "totp" });
  const key = keyOnPage((await browser.follow()).body);
  const enrolling = { action: "/second-factor/enrol", holding: "totpCode" };
  await browser.submit({ totpCode: codeOf(key, world.clock.now()) }, enrolling);
  await browser.follow();
  assert.equal((await sessionsOf(whose)).length, 1, "not before the end");
  assert.ok(isHome(await writesCodesLater(browser)));
  assert.deepEqual((await sessionsOf(whose)).at(-1)?.amr, ["password", "otp"]);
  const told = (await world.mailsTo(whose.email ?? "")).filter(({ subject }) =>
    subject.includes("ログインの方法が変わりました"),
  );
  assert.equal(told.length, 1);
  const next = await entersPassword(whose);
  assert.ok(isAsked(next.answer));
  // The first code of the enrolment was its first use.
  const first = codeOf(key, world.clock.now());
  assert.ok(isAsked(await types(next.browser, { totpCode: first })));
  world.clock.advance({ seconds: 60 });
  assert.ok(isHome(await types(next.browser, { totpCode: codeOf(key, world.clock.now()) })));
});

test("demanded of insured persons alone: others go home", async () => {
  await demands("hikari", { demand: "required", requiredOf: ["insured-person"] });
  const dependent = await member("hikari", { isDependent: true });
  assert.ok(isHome((await entersPassword(dependent)).answer));
  const insured = await member("hikari");
  assert.equal((await entersPassword(insured)).answer.path, "/second-factor/method");
});

test("allowed no more: what is enrolled is shown first, and then another is enrolled", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  await demands("hikari", {
    demand: "required",
    methods: ["passkey", "mail-otp"],
    recommended: "mail-otp",
  });
  const { browser, answer } = await entersPassword(whose);
  assert.ok(isAsked(answer), "the old one first");
  const choice = await types(browser, { totpCode: phone.code() });
  assert.equal(choice.path, "/second-factor/method");
  assert.deepEqual(await sessionsOf(whose), [], "it is not enough");
  await browser.submit({ method: "mail-otp" });
  await browser.follow();
  const [mail] = (await world.mailsTo(whose.email ?? "")).slice(-1);
  const [code = ""] = /(?<=\n)\d{6}(?=\n)/.exec(mail?.text.replaceAll("\r", "") ?? "") ?? [];
  await browser.submit({ mailCode: code }, { action: "/second-factor/enrol", holding: "mailCode" });
  assert.ok(isHome(await browser.follow()));
  assert.deepEqual((await sessionsOf(whose)).at(-1)?.amr, ["password", "otp", "mail"]);
});

test("demanded while a code is typed: the way goes on to the choice, and says why", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser } = await entersPassword(whose);
  await demands("hikari", { demand: "required", methods: ["passkey"], recommended: "passkey" });
  const choice = await types(browser, { totpCode: phone.code() });
  assert.equal(choice.path, "/second-factor/method");
  assert.match(choice.body, /認証方法の登録が必要になりました/);
  assert.deepEqual(await sessionsOf(whose), []);
});

test("offered only, when the enrolment ends: what is not allowed any more is dropped, and home it is", async () => {
  await demands("hikari", { demand: "required", methods: ["totp"], recommended: "totp" });
  const whose = await member("hikari");
  const { browser } = await entersPassword(whose);
  await browser.submit({ method: "totp" });
  const key = keyOnPage((await browser.follow()).body);
  await demands("hikari", { demand: "optional", methods: ["mail-otp"], recommended: "mail-otp" });
  const enrolling = { action: "/second-factor/enrol", holding: "totpCode" };
  await browser.submit({ totpCode: codeOf(key, world.clock.now()) }, enrolling);
  await browser.follow();
  assert.ok(isHome(await writesCodesLater(browser)));
  assert.deepEqual((await sessionsOf(whose)).at(-1)?.amr, ["password"]);
  assert.ok(isHome((await entersPassword(whose)).answer), "nothing was enrolled");
});
