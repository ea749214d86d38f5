import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { keyOnPage } from "../authenticators/totp.ts";
import { isRefused, triesToSignIn } from "../journeys/stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf } from "./stories.ts";

/** What pages, logs and rows tell of a second factor, and to whom. */

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { entersPassword, member, types } = storiesOf(() => world);

/** Rows of what a sign-in writes, as text. */
const tables = [
  sql`select to_jsonb(t)::text as text from flow t`,
  sql`select to_jsonb(t)::text as text from factor t`,
  sql`select to_jsonb(t)::text as text from totp_device t`,
  sql`select to_jsonb(t)::text as text from audit_fact t`,
  sql`select to_jsonb(t)::text as text from session t`,
  sql`select to_jsonb(t)::text as text from mail t`,
  sql`select to_jsonb(t)::text as text from account t`,
];

const everything = async (code: string): Promise<string> => {
  const { id } = world.society(code);
  const found = await world.app.read(id, tables);
  return found
    .flat()
    .map((row) => JSON.stringify(row))
    .join("\n");
};

test("seeds, and codes that were typed, stand in no row and no log", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const { browser, answer } = await entersPassword(whose);
  const wrong = String((Number(phone.code()) + 333_333) % 1_000_000).padStart(6, "0");
  const refused = await types(browser, { totpCode: wrong });
  const right = phone.code();
  const home = await types(browser, { totpCode: right });
  assert.ok(isHome(home));
  const kept = `${await everything("hikari")}\n${JSON.stringify(world.records)}`;
  for (const secret of [phone.key, wrong, right]) {
    assert.ok(!kept.includes(secret), "a row or a log");
    for (const page of [answer, refused, home])
      assert.ok(!page.body.includes(secret), `a page: ${page.path}`);
  }
});

test("the seed of an enrolment is shown on its page alone, and sealed in its row", async () => {
  const whose = await member("asahi");
  const { browser } = await entersPassword(whose);
  await browser.submit({ method: "totp" });
  const page = await browser.follow();
  const key = keyOnPage(page.body);
  assert.ok(!(await everything("asahi")).includes(key));
  assert.ok(!JSON.stringify(world.records).includes(key));
  const choice = await browser.get("/second-factor/method");
  assert.ok(!choice.body.includes(key));
});

test("without the right password nobody learns whether there is a second factor", async () => {
  const [has, hasNone] = [await member("hikari"), await member("hikari")];
  await giveDevice(world, has);
  const pages = await Promise.all(
    [has, hasNone].map(({ userId }) => triesToSignIn(world.browser("hikari"), userId, "wrong-one")),
  );
  const plain = ({ body }: { readonly body: string }, userId: string) =>
    body
      .replaceAll(userId, "ID")
      .replace(/name="formToken" value="[^"]*"/g, "TOKEN")
      .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "NUMBER")
      .replace(/data-options="[^"]*"|name="challenge" value="[^"]*"/g, "QUESTION");
  const [one, two] = pages;
  assert.ok(one && two && isRefused(one) && isRefused(two));
  assert.equal(plain(one, has.userId), plain(two, hasNone.userId));
});

test("the question says of an address only its mask, and of the account nothing", async () => {
  const whose = await member("hikari");
  await giveDevice(world, whose);
  const { answer } = await entersPassword(whose);
  assert.ok(isAsked(answer));
  for (const secret of [whose.email ?? "", whose.person.name, whose.accountId])
    assert.ok(!answer.body.includes(secret), secret);
});
