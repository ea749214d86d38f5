import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf, verifying } from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { countOf, entersPassword, factsOf, member, sessionsOf, types } = storiesOf(() => world);

const owner = async () => {
  const whose = await member("hikari");
  return { whose, phone: await giveDevice(world, whose) };
};

/** Six digits that no device shows now. */
const otherThan = (...codes: readonly string[]): string => {
  const first = Number(codes[0]);
  const free = Array.from({ length: 9 }, (_, i) => `${(first + 111_111 * (i + 1)) % 1_000_000}`)
    .map((code) => code.padStart(6, "0"))
    .find((code) => !codes.includes(code));
  return free ?? "";
};

test("password, then the app's code, then home; the session says so", async () => {
  const { whose, phone } = await owner();
  const { browser, answer } = await entersPassword(whose);
  assert.ok(isAsked(answer), "the question comes after the password");
  assert.equal((await sessionsOf(whose)).length, 0, "and no session before its answer");
  assert.equal((await browser.get("/services/medical-costs")).status, 303);
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  const [session] = await sessionsOf(whose);
  assert.deepEqual(session?.amr, ["password", "otp"]);
});

test("a wrong code keeps the page and counts; a right one forgets it", async () => {
  const { whose, phone } = await owner();
  const { browser } = await entersPassword(whose);
  const refused = await types(browser, { totpCode: otherThan(phone.code()) });
  assert.ok(isAsked(refused));
  assert.match(refused.body, /aria-invalid="true"/);
  assert.doesNotMatch(refused.body, new RegExp(otherThan(phone.code())), "never shown again");
  assert.equal((await countOf(whose)).wrong, 1);
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  assert.equal((await countOf(whose)).wrong, 0);
});

test("full width, spaces and hyphens are as good", async () => {
  const wide = (code: string) =>
    [...code].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join("");
  for (const write of [
    wide,
    (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
    (code: string) => `　${wide(code.slice(0, 3))}－${code.slice(3)} `,
  ]) {
    const { whose, phone } = await owner();
    const { browser } = await entersPassword(whose);
    assert.ok(isHome(await types(browser, { totpCode: write(phone.code()) })), write("123456"));
  }
});

test("what is no code at all is told, and is no guess", async () => {
  const { whose } = await owner();
  const { browser } = await entersPassword(whose);
  for (const totpCode of [
    "",
    "12345",
    "1234567",
    "12345a",
    "abcdef",
    "１２３４５",
    "x".repeat(300),
  ])
    assert.ok(isAsked(await types(browser, { totpCode })), totpCode);
  assert.equal((await countOf(whose)).wrong, 0);
  assert.equal(await factsOf(whose, "factor.refused"), 0);
});

test("the code of device A on device B is refused and counted once; on A it works", async () => {
  const { whose, phone } = await owner();
  const tablet = await giveDevice(world, whose, "タブレット");
  const { browser } = await entersPassword(whose);
  assert.notEqual(phone.code(), tablet.code(), "one in a million");
  const onOther = { totpCode: phone.code(), totpDevice: tablet.id };
  assert.ok(isAsked(await types(browser, onOther)));
  assert.equal((await countOf(whose)).wrong, 1);
  assert.equal(await factsOf(whose, "factor.refused"), 1);
  assert.ok(isHome(await types(browser, { totpCode: phone.code(), totpDevice: phone.id })));
});

test("the device that was used last is preselected, also at the next sign-in", async () => {
  const { whose, phone } = await owner();
  const tablet = await giveDevice(world, whose, "タブレット");
  for (const device of [phone, tablet, phone]) {
    world.clock.advance({ minutes: 2 });
    const { browser } = await entersPassword(whose);
    await types(browser, { totpCode: device.code(), totpDevice: device.id });
    const { browser: next } = await entersPassword(whose);
    assert.equal(next.form(verifying, "totpCode").fields.totpDevice, device.id);
  }
});

test("a device of somebody else cannot be chosen", async () => {
  const { whose } = await owner();
  const { phone: theirs } = await owner();
  const { browser } = await entersPassword(whose);
  const { fields } = browser.form(verifying, "totpCode");
  const typed = { ...fields, totpDevice: theirs.id, totpCode: theirs.code() };
  await browser.post(verifying, typed);
  assert.ok(isAsked(await browser.follow()));
  assert.equal((await sessionsOf(whose)).length, 0);
});

test("a code passes once: not again in this step, nor one before it", async () => {
  const { whose, phone } = await owner();
  const code = phone.code();
  world.clock.advance({ seconds: 30 });
  const later = phone.code();
  const first = await entersPassword(whose);
  assert.ok(isHome(await types(first.browser, { totpCode: later })));
  for (const used of [later, code]) {
    const { browser } = await entersPassword(whose);
    assert.ok(isAsked(await types(browser, { totpCode: used })), "used, or older than a used one");
  }
  assert.equal((await sessionsOf(whose)).length, 1);
});

test("the same code in two sessions at once passes once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { whose, phone } = await owner();
    const browsers = await Promise.all([entersPassword(whose), entersPassword(whose)]);
    const totpCode = phone.code();
    const pages = await Promise.all(browsers.map(({ browser }) => types(browser, { totpCode })));
    assert.equal(pages.filter(isHome).length, 1);
    assert.equal(pages.filter(isAsked).length, 1);
    assert.equal((await sessionsOf(whose)).length, 1);
  }
});

test("a phone's clock may be a step off, and no more", async () => {
  for (const { seconds, isTaken } of [
    { seconds: -60, isTaken: false },
    { seconds: -30, isTaken: true },
    { seconds: 30, isTaken: true },
    { seconds: 60, isTaken: false },
  ]) {
    const { whose, phone } = await owner();
    const { browser } = await entersPassword(whose);
    world.clock.advance({ seconds });
    const totpCode = phone.code();
    world.clock.advance({ seconds: -seconds });
    const page = await types(browser, { totpCode });
    assert.equal(isHome(page), isTaken, `${seconds} seconds off`);
    if (!isTaken) assert.match(page.body, /10(:|時)\d\d/, "the server's time is told");
  }
});

test("our clock set back takes no code twice; set forward it takes new ones", async () => {
  const { whose, phone } = await owner();
  const start = world.clock.now();
  const { browser } = await entersPassword(whose);
  const totpCode = phone.code();
  assert.ok(isHome(await types(browser, { totpCode })));
  world.clock.advance({ minutes: -5 });
  const back = await entersPassword(whose);
  assert.ok(isAsked(await types(back.browser, { totpCode: phone.code() })), "older steps are gone");
  world.clock.set(start);
  const again = await entersPassword(whose);
  assert.ok(isAsked(await types(again.browser, { totpCode })), "the step was taken");
  world.clock.advance({ minutes: 5 });
  assert.ok(isHome(await types(again.browser, { totpCode: phone.code() })));
});
