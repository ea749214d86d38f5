import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { seal, unseal } from "../../src/flow/sealed.ts";
import { findFlowById, saveFlow } from "../../src/flow/store.ts";
import { forgetAccounts } from "../../src/identity/accounts/sweeping/store.ts";
import type { FlowId, MemberId } from "../../src/kernel/ids.ts";
import { forgetMembers } from "../../src/members/sweeping/store.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { giveDevice, placeOf, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  buttonIn,
  choosesMail,
  codeIn,
  newStoriesOf,
  pressesButton,
  typesCode,
} from "./new-stories.ts";
import { newPassword, reissueStoriesOf } from "./reissue-stories.ts";
import { details, newUserId, signsIn, storiesOf, titleOf } from "./stories.ts";

// The version before second factors. A first sign-in that it began: whoever is under way when the new
// version comes goes on where they stood, and is asked for what is asked now. Its sweeper, should it
// still run: it forgets people without knowing what else is theirs by now.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  clear();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const classic = storiesOf(() => world);
const { choosesPassword, newestMail, reachesCheck, reachesPassword } = newStoriesOf(() => world);
const { reissues, accountOf, clear } = reissueStoriesOf(() => world);

const newSteps = ["verify", "method", "enrol", "recovery-codes"];

/** The state with nothing that the version before did not know, as it wrote it. */
const asBefore = ({ initials, accountId, factor, ...state }: Record<string, unknown>) => {
  const former = state.former as Record<string, unknown> | null;
  return { ...state, former: former && { userId: former.userId, email: former.email } };
};

const ages = async (code: string, memberId: MemberId) => {
  const { id: society } = world.society(code);
  const [rows] = await world.app.read(society, [
    sql`select id from flow where society_id = ${society} and member_id = ${memberId}
         and ended_at is null`,
  ]);
  const [{ id }] = rows as [{ id: FlowId }];
  const stored = await findFlowById(world.app, society, id);
  assert.ok(stored);
  const { flow } = unseal<Record<string, unknown>>(world.secrets, stored);
  const done = flow.done.filter((step) => !newSteps.includes(step));
  const old = seal(world.secrets, { ...flow, done, state: asBefore(flow.state) });
  await world.app.inSociety(society, async (tx) => saveFlow(tx, old, world.clock.now()));
};

/** Both pages that tell where a browser's registration stands. */
const opens = async (browser: Awaited<ReturnType<typeof classic.begins>>["browser"]) => {
  const signIn = await browser.get("/sign-in");
  assert.equal(signIn.status, 200);
  await browser.get("/first-sign-in");
  return browser.follow();
};

for (const stage of ["begins", "reachesDetails", "reachesConfirmation"] as const)
  test(`classic, as of ${stage}: it goes on to its end`, async () => {
    const { browser, person } = await classic[stage]("hikari");
    await ages("hikari", person.id);
    const page = await opens(browser);
    assert.equal(page.status, 200);
    if (stage === "begins") await classic.proves(browser, "hikari", person);
    if (stage === "begins") await browser.follow();
    if (stage !== "reachesConfirmation") await browser.submit(details({ userId: newUserId() }));
    if (stage !== "reachesConfirmation") await browser.follow();
    await browser.submit({});
    assert.match(titleOf(await browser.follow()), /パスワード紛失等/);
  });

test("new, with the password alone left: 認証方法 is asked for first, as today", async () => {
  const { browser, person } = await reachesPassword("sakura");
  await ages("sakura", person.id);
  assert.equal((await opens(browser)).path, "/first-sign-in/method");
  // The page that stood there still: it tells where the flow is.
  await choosesMail(browser);
  await choosesPassword(browser);
  assert.match((await browser.follow()).body, /鈴木　花子/);
});

test("the mail that was sent before proves its address, by its code and by its button", async () => {
  const typed = await reachesCheck("sakura");
  await ages("sakura", typed.person.id);
  await opens(typed.browser);
  await typesCode(typed.browser, codeIn(await newestMail(typed.email)));
  assert.equal((await typed.browser.follow()).path, "/first-sign-in/user-id");

  const pressed = await reachesCheck("sakura");
  await ages("sakura", pressed.person.id);
  const mail = await newestMail(pressed.email);
  const answer = await pressesButton(world.browser("sakura"), buttonIn(mail));
  assert.equal(answer.status, 200);
  assert.equal((await opens(pressed.browser)).path, "/first-sign-in/user-id");
});

test("a new letter of a registered member renews the account", async () => {
  const { person, userId } = await classic.registers("hikari");
  const letter = await reissues("hikari", userId);
  const browser = world.browser("hikari");
  await signsIn(browser, letter.userId, letter.password);
  await browser.follow();
  const account = await accountOf("hikari", person.id);
  await ages("hikari", person.id);
  await opens(browser);
  await classic.proves(browser, "hikari", person);
  await browser.follow();
  await browser.submit(
    details({ userId, password: newPassword, passwordAgain: newPassword, email: "" }),
  );
  await browser.follow();
  await browser.submit({});
  assert.match(titleOf(await browser.follow()), /パスワード紛失等/);
  const renewed = await accountOf("hikari", person.id);
  assert.equal(renewed.id, account.id);
  assert.notEqual(renewed.passwordHash, account.passwordHash);
});

test("its sweeper takes what is enrolled away with the account, and an exemption with the member", async () => {
  const whose = await registered(world, "sakura");
  await giveDevice(world, whose);
  assert.equal((await placeOf(world, whose)).factors.length, 1);
  await world.app.inSociety(world.society("sakura").id, async (tx) => {
    tx.write(sql`
      insert into mail_exemption (society_id, member_id, reason, granted_by, granted_at)
      values (${tx.society}, ${whose.person.id}, 'test', 'test', ${world.clock.now()})`);
    forgetAccounts(tx, [whose.accountId]);
    forgetMembers(tx, [whose.person.id]);
  });
  assert.deepEqual((await placeOf(world, whose)).factors, []);
});
