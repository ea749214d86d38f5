import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, triesToSignIn } from "../journeys/stories.ts";
import { type Device, giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { endTitle, hasEnded, isAsked, isHome, storiesOf, verifying } from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { countOf, entersPassword, factsOf, member, sessionsOf, types } = storiesOf(() => world);

const owner = async (code = "hikari") => {
  const whose = await member(code);
  return { whose, phone: await giveDevice(world, whose) };
};

const triesIn = (code: string) => world.society(code).policy.lock.factorTries;

/** Wrong now, and in the steps beside it: one in a million that it is not. */
const wrongCode = ({ code }: Device): string =>
  String((Number(code()) + 333_333) % 1_000_000).padStart(6, "0");

/** Wrong ones, each in an attempt of its own. */
const guesses = async (whose: Registered, phone: Device, times: number) => {
  for (let time = 0; time < times; time += 1) {
    const { browser, answer } = await entersPassword(whose);
    assert.ok(isAsked(answer), `guess ${time + 1} of ${times}`);
    await types(browser, { totpCode: wrongCode(phone) });
  }
};

const lockMails = async ({ email }: Registered) =>
  (await world.mailsTo(email ?? "")).filter(({ subject }) => subject.includes("止めました"));

test("fifty at once, each in an attempt of its own: no more are judged than the limit", async () => {
  const { whose, phone } = await owner();
  const most = triesIn("hikari");
  const attempts = await Promise.all(Array.from({ length: 50 }, () => entersPassword(whose)));
  const typed = { totpCode: wrongCode(phone) };
  const pages = await Promise.all(attempts.map(({ browser }) => types(browser, typed)));
  assert.equal(await factsOf(whose, "factor.refused"), most, "judged");
  assert.equal((await countOf(whose)).wrong, most);
  assert.equal(await factsOf(whose, "account.factor-locked"), 1);
  assert.equal(pages.filter((page) => hasEnded(page, endTitle.locked)).length, 51 - most);
  assert.equal(pages.filter(isAsked).length, most - 1);
  assert.equal((await lockMails(whose)).length, 1, "the owner is told once");

  // The right one is not judged either, not even where an attempt still shows its page.
  const [open] = attempts.filter((_, i) => isAsked(pages[i] ?? never()));
  const right = await types(open?.browser ?? never(), { totpCode: phone.code() });
  assert.ok(hasEnded(right, endTitle.locked));
  assert.match(right.body, /お待ちになれない方は、下の連絡先へお問い合わせください/);
  assert.equal((await sessionsOf(whose)).length, 0);
  assert.equal(await factsOf(whose, "factor.refused"), most);
});

const never = (): never => {
  throw new Error("nothing is open");
};

test("where members enrol anew by themselves, page and mail of the lock say how", async () => {
  const { whose, phone } = await owner("asahi");
  await guesses(whose, phone, triesIn("asahi") - 1);
  const { browser } = await entersPassword(whose);
  const locked = await types(browser, { totpCode: wrongCode(phone) });
  assert.ok(hasEnded(locked, endTitle.locked));
  const [mail] = await lockMails(whose);
  for (const told of [locked.body, mail?.text ?? ""])
    assert.match(told, /「パスワードを忘れた方はこちら」からお進みください/);
});

test("fifty at once in one attempt: one is answered, the others see where it stands", async () => {
  const { whose, phone } = await owner();
  const { browser } = await entersPassword(whose);
  const { fields } = browser.form(verifying, "totpCode");
  const typed = { ...fields, totpCode: wrongCode(phone) };
  await Promise.all(Array.from({ length: 50 }, () => browser.post(verifying, typed)));
  assert.equal(await factsOf(whose, "factor.refused"), 1);
  assert.equal((await countOf(whose)).wrong, 1);
});

test("new attempts and new browsers count on, and a lock is seen by the password's holder alone", async () => {
  const { whose, phone } = await owner();
  await guesses(whose, phone, triesIn("hikari"));
  const locked = await triesToSignIn(world.browser("hikari"), whose.userId, whose.password);
  assert.ok(isRefused(locked), "as with a wrong password");
  assert.equal(locked.path, "/sign-in");
  assert.equal((await lockMails(whose)).length, 1);
});

test("a lock ends by itself, the next is twice as long, and the one after that again", async () => {
  const { whose, phone } = await owner();
  const { lock } = world.society("hikari").policy;
  assert.equal(lock.release, "timed");
  for (const minutes of [lock.minutes, 2 * lock.minutes, 4 * lock.minutes]) {
    await guesses(whose, phone, lock.factorTries);
    const { lockedUntil } = await countOf(whose);
    const until = new Date(lockedUntil ?? "").getTime() - new Date(world.clock.now()).getTime();
    assert.equal(until / 60_000, minutes);
    world.clock.advance({ minutes: minutes - 1 });
    const browser = world.browser("hikari");
    assert.ok(isRefused(await triesToSignIn(browser, whose.userId, whose.password)));
    world.clock.advance({ minutes: 1 });
  }
  assert.equal((await lockMails(whose)).length, 3);
});

test("no lock is longer than the policy's longest; a society whose staff releases has that one", async () => {
  const { whose, phone } = await owner();
  const { lock } = world.society("hikari").policy;
  for (let nth = 0; nth < 7; nth += 1) {
    await guesses(whose, phone, lock.factorTries);
    world.clock.advance({ hours: lock.latestHours });
  }
  await guesses(whose, phone, 1);

  const { whose: other, phone: theirs } = await owner("asahi");
  const { factorTries, latestHours, release } = world.society("asahi").policy.lock;
  assert.equal(release, "staff-or-reset");
  await guesses(other, theirs, factorTries);
  world.clock.advance({ hours: latestHours, minutes: -1 });
  const browser = world.browser("asahi");
  assert.ok(isRefused(await triesToSignIn(browser, other.userId, other.password)));
  world.clock.advance({ minutes: 1 });
  assert.ok(isAsked((await entersPassword(other)).answer));
});

test("a right one begins the row anew: nine wrong ones, a right one, nine wrong ones, no lock", async () => {
  const { whose, phone } = await owner();
  for (let round = 0; round < 2; round += 1) {
    await guesses(whose, phone, triesIn("hikari") - 1);
    world.clock.advance({ minutes: 1 });
    const { browser } = await entersPassword(whose);
    assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
    assert.deepEqual(await countOf(whose), { wrong: 0, lockedUntil: null });
  }
  // After a lock too: the next one is short again.
  await guesses(whose, phone, triesIn("hikari"));
  world.clock.advance({ minutes: 31 });
  const { browser } = await entersPassword(whose);
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  await guesses(whose, phone, triesIn("hikari"));
  world.clock.advance({ minutes: 30 });
  assert.ok(isAsked((await entersPassword(whose)).answer));
});

test("a right one while another browser guesses: each in its turn", async () => {
  const { whose, phone } = await owner();
  await guesses(whose, phone, triesIn("hikari") - 2);
  const attempts = await Promise.all(Array.from({ length: 6 }, () => entersPassword(whose)));
  const wrong = wrongCode(phone);
  const right = phone.code();
  const pages = await Promise.all(
    attempts.map(({ browser }, i) => types(browser, { totpCode: i === 3 ? right : wrong })),
  );
  const sessions = await sessionsOf(whose);
  const { wrong: count, lockedUntil } = await countOf(whose);
  assert.equal(sessions.length, pages.filter(isHome).length);
  // Either it came before the second wrong one, or it was not judged any more.
  if (sessions.length === 1) assert.ok(count < triesIn("hikari") && lockedUntil === null);
  else assert.ok(count === triesIn("hikari") && lockedUntil !== null);
});
