import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keptForms } from "../../src/main/kept-forms.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { addSociety, sampleDocument } from "../../src/society/index.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsOut } from "../journeys/stories.ts";
import { noteOn, sends, storiesOf } from "../profile/stories.ts";
import { type Device, giveDevice, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// A form that is sent when the session has ended: nothing typed is lost, and nobody else sees it.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { member, entered, factorsOf } = storiesOf(() => world);

const typed = "会社のスマートフォン";
const waiting = "お預かりしています";
const wasKept = "入力した内容を、お預かりしていました";

type Person = { readonly whose: Registered; readonly phone: Device };

const somebody = async (code = "hikari"): Promise<Person> => {
  const whose = await member(code);
  return { whose, phone: await giveDevice(world, whose) };
};

const renaming = ({ phone }: Person) => `/profile/factors/${phone.id}/rename`;

/** Looks at the form, is away for so long, and then sends it. */
const sendsTooLate = async (person: Person, minutes = 31) => {
  const browser = await entered(person.whose, person.phone);
  await browser.get(renaming(person));
  world.clock.advance({ minutes });
  const page = await sends(browser, "name", { name: typed });
  return { browser, page };
};

/** At the sign-in page where somebody stands. @returns the page that comes then */
const signsInAgain = async (browser: Visitor, { whose, phone }: Person): Promise<Answer> => {
  await browser.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  await browser.follow();
  return sends(browser, "totpCode", { totpCode: phone.code() });
};

const nameOn = ({ body }: Answer): string | undefined =>
  /<input[^>]* name="name"[^>]*value="([^"]*)"/.exec(body)?.[1] ??
  /<input[^>]*value="([^"]*)"[^>]* name="name"/.exec(body)?.[1];

const rows = ({ whose }: Person) =>
  world.app.inSociety(world.society(whose.code).id, (tx) =>
    tx.query<{ fields: string; path: string }>(sql`
      select fields, path from kept_form
       where society_id = ${tx.society} and account_id = ${whose.accountId}`),
  );

test("whoever sends form after form with an ended session's token has a few kept, and no more", async () => {
  const person = await somebody();
  const browser = await entered(person.whose, person.phone);
  await browser.get(renaming(person));
  const { fields } = browser.form(renaming(person));
  world.clock.advance({ minutes: 31 });
  for (let n = 0; n < 8; n += 1)
    await browser.post(`/profile/factors/any${n}/rename`, { ...fields, name: `${n}` });
  const kept = (await rows(person)).map(({ path }) => path);
  assert.equal(kept.length, 5);
  assert.ok(kept.includes("/profile/factors/any7/rename"), "the newest is among them");
});

for (const [why, minutes] of [
  ["nothing was done for half an hour", 31],
  ["twelve hours have passed", 12 * 60 + 1],
] as const)
  test(`what was typed is there after signing in again, when ${why}`, async () => {
    const person = await somebody();
    const { browser, page } = await sendsTooLate(person, minutes);
    assert.match(page.path, /^\/sign-in\?to=/);
    assert.ok(page.body.includes(waiting), page.body);
    const [row] = await rows(person);
    assert.ok(row && !row.fields.includes("スマートフォン"), "sealed");

    const form = await signsInAgain(browser, person);
    assert.equal(form.path, renaming(person));
    assert.ok(form.body.includes(wasKept));
    assert.equal(nameOn(form), typed);
    assert.equal(nameOn(await browser.get(renaming(person))), typed, "a look uses nothing up");
    const done = await sends(browser, "name");
    assert.match(noteOn(done) ?? "", /会社のスマートフォン/);
    assert.equal((await factorsOf(person.whose))[0]?.name, typed);
    assert.deepEqual(await rows(person), [], "used");
    assert.equal((await browser.get(renaming(person))).body.includes(wasKept), false);
  });

test("a page that was left open keeps what is typed also after another one told of the end", async () => {
  const person = await somebody();
  const browser = await entered(person.whose, person.phone);
  await browser.get(renaming(person));
  const left = browser.page();
  world.clock.advance({ minutes: 31 });
  await browser.get("/");
  assert.match(browser.page().body, /ログアウトしました/);
  const formToken = /name="formToken" value="([^"]*)"/.exec(left.body)?.[1] ?? "";
  await browser.post(renaming(person), { formToken, name: typed });
  await browser.follow();
  assert.equal(nameOn(await signsInAgain(browser, person)), typed);
});

test("another account at the same browser never sees it", async () => {
  const [one, other] = [await somebody(), await somebody()];
  const { browser } = await sendsTooLate(one);
  const page = await signsInAgain(browser, other);
  assert.equal(page.status, 404, "the page is of one's own device");
  const form = await browser.get(renaming(other));
  assert.equal(nameOn(form), "わたしのスマートフォン");
  assert.equal(form.body.includes(wasKept), false);
});

test("nor does another browser of the same account", async () => {
  const person = await somebody();
  await sendsTooLate(person);
  const elsewhere = await entered(person.whose, person.phone);
  assert.equal(nameOn(await elsewhere.get(renaming(person))), "わたしのスマートフォン");
});

test("after ten minutes it is gone", async () => {
  const person = await somebody();
  const { browser } = await sendsTooLate(person);
  world.clock.advance({ minutes: 10 });
  const form = await signsInAgain(browser, person);
  assert.equal(form.path, renaming(person));
  assert.equal(nameOn(form), "わたしのスマートフォン");
});

test("a cookie that was made up, or a session that somebody ended, keeps nothing", async () => {
  const person = await somebody();
  const signedOut = await entered(person.whose, person.phone);
  await signedOut.get(renaming(person));
  const token = signedOut.cookies.get("__Host-kenpo-session") ?? "";
  const page = signedOut.page();
  await signsOut(signedOut);
  for (const cookie of [token, "x".repeat(43)]) {
    signedOut.cookies.set("__Host-kenpo-session", cookie);
    const formToken = /name="formToken" value="([^"]*)"/.exec(page.body)?.[1] ?? "";
    await signedOut.post(renaming(person), { formToken, name: typed });
    assert.equal((await signedOut.follow()).body.includes(waiting), false);
  }
  assert.deepEqual(await rows(person), []);
});

test("of two sent too late from one page the newest counts", async () => {
  const person = await somebody();
  const { browser } = await sendsTooLate(person);
  await browser.get("/sign-in");
  const { fields } = browser.form("/sign-in");
  await browser.post(renaming(person), { formToken: fields.formToken ?? "", name: "最後の名前" });
  await browser.follow();
  assert.equal(nameOn(await signsInAgain(browser, person)), "最後の名前");
  assert.equal((await rows(person)).length, 1);
});

test("what is kept is the society's alone", async () => {
  const person = await somebody();
  await sendsTooLate(person);
  const seen = await world.app.inSociety(world.society("asahi").id, (tx) =>
    tx.query(sql`select 1 from kept_form where account_id = ${person.whose.accountId}`),
  );
  assert.deepEqual(seen, []);
});

test("a choice of the display settings waits, too", async () => {
  const person = await somebody();
  const browser = await entered(person.whose, person.phone);
  await browser.get("/profile/display");
  world.clock.advance({ minutes: 31 });
  const away = await sends(browser, "textSize", { language: "ja", textSize: "large" });
  assert.ok(away.body.includes(waiting), away.body);
  const form = await signsInAgain(browser, person);
  assert.equal(form.path, "/profile/display");
  assert.ok(form.body.includes(wasKept));
  assert.match(form.body, /<input[^>]*value="large"[^>]*checked/);
});

test("so does a tick that was taken away", async () => {
  const person = await somebody("minato");
  const browser = await entered(person.whose, person.phone);
  const boxOn = ({ body }: Answer) => /<input[^>]*name="wantsUpdateMails"[^>]*>/.exec(body)?.[0];
  await browser.get("/profile/notices");
  await browser.submit({ wantsUpdateMails: "yes" }, { action: "/profile/notices" });
  assert.match(boxOn(await browser.get("/profile/notices")) ?? "", / checked/);
  world.clock.advance({ minutes: 31 });
  const { formToken = "", asked = "" } = browser.form("/profile/notices").fields;
  await browser.post("/profile/notices", { formToken, asked });
  await browser.follow();
  const form = await signsInAgain(browser, person);
  assert.equal(form.path, "/profile/notices");
  assert.ok(form.body.includes(wasKept));
  assert.doesNotMatch(boxOn(form) ?? "checked", / checked/);
});

test("an address that was typed in a flow is there in the one that begins next", async () => {
  const person = await somebody();
  const browser = await entered(person.whose, person.phone);
  const begins = async () => {
    await browser.get("/profile/email");
    await browser.submit({}, { action: "/profile/email" });
    return browser.follow();
  };
  await begins();
  world.clock.advance({ minutes: 31 });
  const away = await sends(browser, "email", { email: "new.address@example.jp" });
  assert.ok(away.body.includes(waiting), away.body);
  assert.equal((await signsInAgain(browser, person)).path, "/profile/email");
  const form = await begins();
  assert.ok(form.body.includes(wasKept), form.body);
  assert.match(form.body, /value="new\.address@example\.jp"/);
});

test("nor is it there for another account, on the page that both have", async () => {
  const [one, other] = [await somebody(), await somebody()];
  const browser = await entered(one.whose, one.phone);
  const begins = async () => {
    await browser.get("/profile/email");
    await browser.submit({}, { action: "/profile/email" });
    return browser.follow();
  };
  await begins();
  world.clock.advance({ minutes: 31 });
  await sends(browser, "email", { email: "new.address@example.jp" });
  await signsInAgain(browser, other);
  const form = await begins();
  assert.equal(form.status, 200);
  assert.equal(form.body.includes("new.address") || form.body.includes(wasKept), false);
});

test("a society whose dial says so has nothing kept", async () => {
  const before = sampleDocument("kaede");
  const session = { ...before.policy.session, keepInputMinutes: 0 };
  const document = { ...before, policy: { ...before.policy, session } };
  const origin = { requestId: "no-input", source: "test" };
  const why = { actor: { kind: "system" }, origin, reason: "a test" } as const;
  await addSociety(world.app, { document, ...why, now: world.clock.now() });
  await world.registry.refresh();
  const person = await somebody("kaede");
  const { page } = await sendsTooLate(person);
  assert.match(page.path, /^\/sign-in\?to=/);
  assert.equal(page.body.includes(waiting), false);
  assert.deepEqual(await rows(person), []);
});

test("no form of the list keeps a secret", () => {
  for (const { path, fields } of keptForms)
    for (const name of fields) assert.doesNotMatch(name, /password|code|token/i, path);
});
