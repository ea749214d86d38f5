import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newRules } from "../password-reset/new-rules.ts";
import { at, newPassword, storiesOf } from "../password-reset/stories.ts";
import { linkIn } from "../recovery/stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { says } from "./reading.ts";

// A society changes its rules while somebody recovers: what was mailed still works, and what is new is
// named where it is asked. (test/password-reset/meanwhile.test.ts has the reset itself.)

let world: World;
before(async () => {
  world = await openWorld();
});
const rules = newRules(() => world);
after(async () => {
  rules.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, asks, presses, chooses, entersProvisional, isSent, claimOf, forgetsId } = stories;

test("a link that was mailed works under a society that mails provisional passwords since", async () => {
  const whose = await member("asahi");
  const phone = await giveDevice(world, whose);
  const link = linkIn(await asks(whose));
  await rules.changes("asahi", (policy) => {
    policy.recovery.forgottenPassword = "provisional-by-mail";
  });
  const browser = world.browser("asahi");
  assert.equal((await presses(browser, link)).path, at.verify);
  await stories.types(browser, { totpCode: phone.code() });
  assert.equal((await chooses(browser)).path, at.completed);
  await rules.restores("asahi");
});

test("a provisional password that was mailed works under a society that mails links since", async () => {
  const whose = await member("hikari");
  const secret = await isSent(whose);
  await rules.changes("hikari", (policy) => {
    policy.recovery.forgottenPassword = "link";
  });
  const { browser, answer } = await entersProvisional(whose, secret);
  assert.equal(answer.path, at.password);
  assert.equal((await chooses(browser)).path, at.completed);
  await rules.restores("hikari");
});

test("a forgotten ID: 「パスワード初期化」 does what the rules of that moment say, and the page says which", async () => {
  const whose = await member("hikari");
  await forgetsId(world.browser("hikari"), await claimOf(whose));
  const browser = world.browser("hikari");
  says(await presses(browser, linkIn(await stories.newestTo(whose))), "仮パスワードをお送りします");
  await rules.changes("hikari", (policy) => {
    policy.recovery.forgottenPassword = "link";
  });
  says(await browser.get("/forgot-id/result"), "新しいパスワードを決める手続きが始まります");
  await browser.submit({}, { action: "/forgot-id/result" });
  assert.equal((await browser.follow()).path, at.password);
  await rules.restores("hikari");
});

test("other rules of passwords while one is typed are named, and the reset goes on", async () => {
  const whose = await member("kaede");
  const { browser } = await entersProvisional(whose, await isSent(whose));
  await browser.get(at.password);
  await rules.changes("kaede", (policy) => {
    policy.password = { ...policy.password, minLength: 19 };
  });
  says(await chooses(browser), "お手続きの途中で、組合の決まりが変わりました", "19文字");
  const longer = `${newPassword}-to-umi`;
  const done = await chooses(browser, { password: longer, passwordAgain: longer });
  assert.equal(done.path, at.completed);
  await rules.restores("kaede");
});
