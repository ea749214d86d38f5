import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { provisionalIn } from "../password-reset/stories.ts";
import type { Insured, Letter } from "../world/people.ts";
import { openWorld, type World } from "../world/world.ts";
import { codeIn, newStoriesOf, typesCode } from "./new-stories.ts";
import { newPassword, type Printed, reissueStoriesOf } from "./reissue-stories.ts";
import {
  chosenPassword,
  isRefused,
  newUserId,
  signsIn,
  storiesOf,
  titleOf,
  triesToSignIn,
} from "./stories.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
const told = reissueStoriesOf(() => world);
const { reissues, accountOf, loginsOf, begins, proves, isAtHome, signsInWith } = told;
after(async () => {
  told.clear();
  await world.close();
  assert.deepEqual(world.failures, []);
});
const classic = storiesOf(() => world);
const newWay = newStoriesOf(() => world);

type Registered = {
  readonly person: Insured;
  readonly letter: Letter;
  readonly browser: Visitor;
  readonly userId: string;
  readonly email: string;
};

let addresses = 0;
const isNew = (code: string) => world.society(code).policy.firstSignIn.style === "new";

const registers = async (code: string): Promise<Registered> => {
  if (isNew(code)) {
    const story = await newWay.registers(code);
    return { ...story, userId: story.letter.userId };
  }
  addresses += 1;
  const email = `renewed${addresses}@example.jp`;
  return { ...(await classic.registers(code, { email })), email };
};

/** From the page after the identity check to the last one, and over it. */
const finishes = async (browser: Visitor, code: string, own: { userId?: string } = {}) => {
  if (!isNew(code)) {
    await browser.submit({ password: newPassword, passwordAgain: newPassword, ...own });
    await browser.follow();
    await browser.submit({});
    return browser.follow();
  }
  const email = /name="email"[^>]*value="([^"]*)"/.exec(browser.page().body)?.[1] ?? "";
  await browser.submit({});
  await browser.follow();
  await typesCode(browser, codeIn(await newWay.newestMail(email)));
  await browser.follow();
  await browser.submit(own);
  await browser.follow();
  await browser.submit({ password: newPassword, passwordAgain: newPassword });
  return browser.follow();
};

const renews = async (code: string, person: Insured, letter: Printed, own = {}) => {
  const browser = await begins(code, letter);
  await proves(browser, code, person);
  const page = await finishes(browser, code, own);
  return { browser, page };
};

/** A page without what differs between any two requests. */
const plain = ({ status, body, headers }: Answer, typed: string) => ({
  status,
  headers: Object.keys(headers)
    .filter((name) => name !== "set-cookie")
    .sort(),
  body: body
    .replaceAll(typed, "TYPED")
    .replace(/name="(formToken|challenge)" value="[^"]*"/g, "TOKEN")
    .replace(/data-options="[^"]*"/g, "QUESTION")
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "NUMBER"),
});

for (const code of ["hikari", "asahi", "sakura"])
  describe(`a registered member of ${code} gets a new letter`, () => {
    test("signed out everywhere, back in by the letter, in the same account", async () => {
      const { person, letter, browser, userId, email } = await registers(code);
      const second = await signsInWith(code, userId);
      assert.ok((await isAtHome(browser)) && (await isAtHome(second)));
      const before = await accountOf(code, person.id);

      const printed = await reissues(code, userId);
      assert.equal(await isAtHome(browser), false);
      assert.equal(await isAtHome(second), false);
      const stranger = world.browser(code);
      const old = await triesToSignIn(stranger, userId, chosenPassword);
      const wrong = await triesToSignIn(stranger, userId, "whatever-1");
      const unknown = await triesToSignIn(stranger, "nobody-here", chosenPassword);
      assert.ok(isRefused(old));
      assert.deepEqual(plain(old, userId), plain(wrong, userId));
      assert.deepEqual(plain(old, userId), plain(unknown, "nobody-here"));

      const { browser: back, page } = await renews(code, person, printed);
      assert.equal(page.status, 200);
      assert.ok(await isAtHome(back));
      const after = await accountOf(code, person.id);
      const { id, registeredAt } = before;
      assert.deepEqual(
        { id: after.id, registeredAt: after.registeredAt, userId: after.userId },
        { id, registeredAt, userId: before.userId },
      );
      assert.equal(after.awaitsLetter, null);
      assert.equal(after.email, email);
      assert.deepEqual(await loginsOf(code, id), [userId]);
      assert.ok(isRefused(await triesToSignIn(world.browser(code), userId, chosenPassword)));
      assert.ok(await isAtHome(await signsInWith(code, userId, newPassword)));
      const subjects = (await world.mailsTo(email)).map(({ subject }) => subject);
      assert.ok(subjects.some((one) => one.endsWith("仮ID・仮パスワードを再発行しました")));
      assert.ok(subjects.some((one) => one.endsWith("登録し直しました")));
      assert.equal(
        await told.isAtHome(await signsInWith(code, letter.userId, letter.password)),
        false,
      );
    });

    test("an ID of one's own choice takes the place of the former one", async () => {
      const { person, userId } = await registers(code);
      const printed = await reissues(code, userId);
      const chosen = newUserId();
      const { browser } = await renews(code, person, printed, { userId: chosen });
      assert.ok(await isAtHome(browser));
      const { id, userId: now } = await accountOf(code, person.id);
      assert.equal(now, chosen);
      assert.deepEqual(await loginsOf(code, id), [chosen]);
      assert.ok(await isAtHome(await signsInWith(code, chosen, newPassword)));
      const former = await triesToSignIn(world.browser(code), userId, newPassword);
      assert.ok(isRefused(former));
    });

    test("whoever holds an older letter is told the truth", async () => {
      const { person, letter, userId } = await registers(code);
      const first = await reissues(code, userId);
      const second = await reissues(code, userId);
      const isOwn = letter.userId === userId;
      const replaced = /^新しいご案内が届いていませんか/;
      const titleFor = async ({ userId: id, password }: Printed) =>
        titleOf(await signsIn(world.browser(code), id, password));
      // Where its ID became the account's, the letter's password is simply wrong.
      if (!isOwn) assert.match(await titleFor(letter), replaced);
      assert.match(await titleFor(first), replaced);
      await renews(code, person, second, { userId: newUserId() });
      assert.match(await titleFor(letter), /^この仮パスワードは、使い終わっています/);
      assert.match(await titleFor(second), /^この仮パスワードは、使い終わっています/);
      assert.match(await titleFor(first), replaced);
    });

    test("two submits of the last page, and two browsers: one renewal", async () => {
      const { person, userId } = await registers(code);
      const printed = await reissues(code, userId);
      const [one, other] = [await begins(code, printed), await begins(code, printed)];
      for (const browser of [one, other]) await proves(browser, code, person);
      const { body } = await finishes(one, code);
      assert.doesNotMatch(body, /登録はもう済んでいます/);
      assert.ok(await isAtHome(one));
      const again = await one.get("/first-sign-in");
      assert.equal(again.status, 303);
      assert.ok(await isAtHome(one));
      const late = isNew(code) ? await other.get("/first-sign-in") : await finishes(other, code);
      const ended = late.location ? await other.follow() : late;
      assert.match(titleOf(ended), /^登録はもう済んでいます/);
      const facts = await factsOf(code, person, "account.renewed");
      assert.equal(facts.length, 1);
    });
  });

type FactRow = { readonly details: Record<string, unknown>; readonly subject: string };

const factsOf = async (code: string, person: Insured, action: string) => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [
    sql`select details, subject_kind as subject from audit_fact
         where society_id = ${id} and member_id = ${person.id} and action = ${action} order by id`,
  ]);
  return rows as FactRow[];
};

test("the last page sent twice in one breath: one renewal, one session, one mail", async () => {
  const { person, userId, email } = await registers("hikari");
  const browser = await begins("hikari", await reissues("hikari", userId));
  await proves(browser, "hikari", person);
  await browser.submit({ password: newPassword, passwordAgain: newPassword });
  await browser.follow();
  const { fields } = browser.form("/first-sign-in/confirm");
  const twice = [1, 2].map(() => browser.post("/first-sign-in/confirm", fields));
  for (const { location } of await Promise.all(twice))
    assert.equal(location, "/first-sign-in/completed");
  assert.ok(await isAtHome(browser));
  assert.equal((await factsOf("hikari", person, "account.renewed")).length, 1);
  const again = (await world.mailsTo(email)).filter(({ subject }) => /し直しました$/.test(subject));
  assert.equal(again.length, 1);
});

test("a fact tells the reason, whether somebody was registered, and how many sessions ended", async () => {
  const { person, userId } = await registers("hikari");
  await signsInWith("hikari", userId);
  await reissues("hikari", userId);
  const [fact, ...more] = await factsOf("hikari", person, "account.reissued");
  assert.deepEqual(more, []);
  assert.equal(fact?.subject, "account");
  const { reason, registered, sessions } = fact?.details ?? {};
  assert.deepEqual([reason, registered, sessions], ["電話での申し出", true, 2]);
});

test("the classic page has the present ID and address; kept, the address stays confirmed", async () => {
  const { person, userId, email } = await registers("hikari");
  const { id } = world.society("hikari");
  await world.app.inSociety(id, async (tx) =>
    tx.write(sql`
      update account set email_confirmed_at = '2026-11-20T00:00:00Z'
       where society_id = ${id} and member_id = ${person.id}`),
  );
  const printed = await reissues("hikari", userId.toUpperCase());
  const browser = await begins("hikari", printed);
  const { body } = await proves(browser, "hikari", person);
  assert.match(body, /いまのご登録の内容が入っています/);
  assert.match(body, new RegExp(`name="userId"[^>]*value="${userId}"`));
  assert.match(body, new RegExp(`name="email"[^>]*value="${email}"`));
  const completed = await finishes(browser, "hikari");
  assert.doesNotMatch(completed.body, /メールアドレスは登録されていません/);
  assert.match((await accountOf("hikari", person.id)).confirmedAt ?? "", /^2026-11-20T00:00:00/);
  const last = (await world.mailsTo(email)).at(-1);
  assert.doesNotMatch(last?.text ?? "", /confirm-address/);
});

test("another address: its owner confirms it, and who had the account's until now hears of it", async () => {
  const { person, userId, email } = await registers("hikari");
  const browser = await begins("hikari", await reissues("hikari", userId));
  await proves(browser, "hikari", person);
  const other = `other-${email}`;
  await browser.submit({ password: newPassword, passwordAgain: newPassword, email: other });
  await browser.follow();
  await browser.submit({});
  const subjects = async (to: string) => (await world.mailsTo(to)).map(({ subject }) => subject);
  assert.match((await subjects(email)).at(-1) ?? "", /別のメールアドレスが登録されました$/);
  assert.match((await world.mailsTo(other)).at(-1)?.text ?? "", /confirm-address/);
  assert.equal((await accountOf("hikari", person.id)).confirmedAt, null);
});

test("a second address was not asked for, and leaves the account", async () => {
  const { person, userId } = await registers("hikari");
  const { id } = await accountOf("hikari", person.id);
  const secondOf = (set: boolean) =>
    world.app.inSociety(world.society("hikari").id, (tx) =>
      tx.query<{ second: string | null }>(sql`
        update account set
          second_email = case when ${set} then 'second@example.jp' else second_email end,
          second_email_confirmed_at =
            case when ${set} then ${world.clock.now()}::timestamptz else second_email_confirmed_at end
         where society_id = ${tx.society} and id = ${id} returning second_email as second`),
    );
  await secondOf(true);
  await renews("hikari", person, await reissues("hikari", userId));
  assert.deepEqual(await secondOf(false), [{ second: null }]);
});

test("an address that is taken away is not offered again, and leaves the account", async () => {
  const { person, userId, email } = await registers("hikari");
  const browser = await begins("hikari", await reissues("hikari", userId));
  await proves(browser, "hikari", person);
  await browser.submit({ password: newPassword, passwordAgain: newPassword, email: "" });
  await browser.follow();
  const { body } = await browser.get("/first-sign-in/details");
  assert.match(body, /name="email"[^>]*value=""/);
  await browser.get("/first-sign-in/confirm");
  await browser.submit({});
  assert.match((await browser.follow()).body, /メールアドレスは登録されていません/);
  assert.equal((await accountOf("hikari", person.id)).email, null);
  const last = (await world.mailsTo(email)).at(-1);
  assert.match(last?.subject ?? "", /このメールアドレスは登録されていません$/);
});

test("somebody else's ID is taken, one's own is not", async () => {
  const other = await registers("hikari");
  const { person, userId } = await registers("hikari");
  const browser = await begins("hikari", await reissues("hikari", userId));
  await proves(browser, "hikari", person);
  const typed = { password: newPassword, passwordAgain: newPassword };
  await browser.submit({ ...typed, userId: other.userId });
  assert.match((await browser.follow()).body, /このユーザIDは使えません/);
  await browser.submit({ ...typed, userId: userId.toUpperCase() });
  assert.match(titleOf(await browser.follow()), /^入力確認画面/);
});

test("a registration that runs with an older letter is told so on its next page", async () => {
  const { browser, letter, person } = await classic.reachesConfirmation("hikari");
  const printed = await reissues("hikari", letter.userId);
  await browser.get("/first-sign-in/confirm");
  assert.match(titleOf(await browser.follow()), /^このご案内は使えなくなりました/);
  assert.match(
    titleOf(await browser.get("/first-sign-in/ended")),
    /^このご案内は使えなくなりました/,
  );
  const [fact] = await factsOf("hikari", person, "account.reissued");
  assert.deepEqual([fact?.subject, fact?.details.registered], ["credential", false]);
  const back = await begins("hikari", printed);
  await proves(back, "hikari", person);
  const typed = { userId: newUserId(), password: newPassword, passwordAgain: newPassword };
  await back.submit(typed);
  await back.follow();
  await back.submit({});
  await back.follow();
  assert.ok(await isAtHome(back));
  assert.equal((await factsOf("hikari", person, "account.registered")).length, 1);
});

test("the password lock goes with the old password; a stranger's guesses before it count no more", async () => {
  const { person, userId } = await registers("hikari");
  const stranger = world.browser("hikari");
  for (let tries = 1; tries <= 10; tries += 1) await signsIn(stranger, userId, "whatever-1");
  assert.ok(isRefused(await triesToSignIn(stranger, userId, chosenPassword)));
  const { browser } = await renews("hikari", person, await reissues("hikari", userId));
  assert.ok(await isAtHome(browser));
  assert.ok(await isAtHome(await signsInWith("hikari", userId, newPassword)));
});

test("a provisional password that a mail brought opens nothing beside the new letter", async () => {
  const { userId, email } = await registers("hikari");
  const stranger = world.browser("hikari");
  await stranger.get("/forgot-password");
  await stranger.submit({ userId, email }, { action: "/forgot-password" });
  const secret = (await world.mailsTo(email)).map(provisionalIn).find((one) => one !== "") ?? "";
  assert.notEqual(secret, "");
  await reissues("hikari", userId);
  assert.ok(isRefused(await triesToSignIn(stranger, userId, secret)));
});

/** By wrong second factors, and where told, by staff beside it. */
const locks = (code: string, { id }: Insured, isByStaff = false) =>
  world.app.inSociety(world.society(code).id, async (tx) => {
    const until = later(world.clock.now(), { hours: 1 });
    tx.write(sql`
      update account set factor_wrong = 10, factor_locked_until = ${until},
        locked_at = ${isByStaff ? world.clock.now() : null}
       where society_id = ${tx.society} and member_id = ${id}`);
  });

const lockOf = async (code: string, { id }: Insured) => {
  const { id: society } = world.society(code);
  const [rows] = await world.app.read(society, [
    sql`select factor_wrong as wrong, factor_locked_until is not null as "isLocked" from account
         where society_id = ${society} and member_id = ${id}`,
  ]);
  return rows?.[0];
};
const free = { wrong: 0, isLocked: false };

test("what wrong second factors locked is free with staff's letter, and again at its end", async () => {
  const { person, userId } = await registers("hikari");
  await locks("hikari", person);
  assert.ok(isRefused(await triesToSignIn(world.browser("hikari"), userId, chosenPassword)));
  const letter = await reissues("hikari", userId);
  assert.deepEqual(await lockOf("hikari", person), free);
  await locks("hikari", person);
  const { browser } = await renews("hikari", person, letter);
  assert.ok(await isAtHome(browser));
  assert.deepEqual(await lockOf("hikari", person), free);
  assert.ok(await isAtHome(await signsInWith("hikari", userId, newPassword)));
});

test("a lock of staff that comes meanwhile is not lifted, nor is what stands beside it", async () => {
  const { person, userId } = await registers("hikari");
  const letter = await reissues("hikari", userId);
  await locks("hikari", person, true);
  const { browser } = await renews("hikari", person, letter);
  assert.equal(browser.page().path, "/first-sign-in/ended");
  assert.deepEqual(await lockOf("hikari", person), { wrong: 10, isLocked: true });
});

test("a letter that was never used expires, and another one is issued", async () => {
  const { person, userId } = await registers("asahi");
  const first = await reissues("asahi", userId);
  world.clock.advance({
    days: world.society("asahi").policy.letter.credentialLifetimeDays + 1,
  });
  const late = await signsIn(world.browser("asahi"), first.userId, first.password);
  assert.match(titleOf(late), /^この仮パスワードは、期限が過ぎています/);
  assert.ok(isRefused(await triesToSignIn(world.browser("asahi"), userId, chosenPassword)));
  const { browser } = await renews("asahi", person, await reissues("asahi", userId));
  assert.ok(await isAtHome(browser));
});

test("another society reissues nothing, and its entrance does not know the letter", async () => {
  const { person, userId, browser } = await registers("hikari");
  const before = await accountOf("hikari", person.id);
  await assert.rejects(reissues("minato", userId), /このユーザIDの方は、この組合にいません/);
  assert.deepEqual(await accountOf("hikari", person.id), before);
  assert.ok(await isAtHome(browser));
  const printed = await reissues("hikari", userId);
  const elsewhere = world.browser("asahi");
  assert.ok(isRefused(await triesToSignIn(elsewhere, printed.userId, printed.password)));
});
