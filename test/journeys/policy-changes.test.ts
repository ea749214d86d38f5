import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  asksAgain,
  buttonIn,
  choosesMail,
  codeIn,
  newAddress,
  newStoriesOf,
  pressesButton,
  typesCode,
} from "./new-stories.ts";
import { chosenPassword, details, newUserId, storiesOf, titleOf } from "./stories.ts";

/** A society changes its rules while somebody registers: they are led back, and told what changed. */

let world: World;
const folder = mkdtempSync(join(tmpdir(), "kenpo-policy-"));
before(async () => {
  world = await openWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  assert.deepEqual(world.failures, []);
});
const classic = storiesOf(() => world);
const { begins, newestMail, reachesPassword, reachesUserId, choosesPassword, proves, agrees } =
  newStoriesOf(() => world);

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
const changes = async (code: string, edit: (document: Raw) => void) => {
  const document = documentOf(code);
  edit(document);
  await becomes(document);
};
afterEach(async () => {
  for (const code of ["hikari", "asahi", "sakura"]) await becomes(documentOf(code));
});

const changed = /組合の決まりが変わりました/;
const isHome = (page: { readonly body: string }) => assert.match(page.body, /鈴木　花子/);

test("a longer password: back to its page, the new rule named, the old one not asked again", async () => {
  const { browser } = await reachesPassword("asahi");
  await changes("asahi", ({ policy }) => {
    policy.password.minLength = 20;
  });
  const run = await choosesPassword(browser);
  assert.equal(run.location, "/first-sign-in/password");
  const page = await browser.follow();
  assert.match(page.body, changed);
  assert.match(page.body, /20文字/);
  const long = `${chosenPassword}-to-kawa`;
  await browser.submit({ password: long, passwordAgain: long });
  isHome(await browser.follow());
});

test("a rule that changed, but asks for nothing else: nobody is led back", async () => {
  const { browser } = await reachesPassword("asahi");
  await changes("asahi", ({ policy, contact }) => {
    policy.lock.passwordTries = 20;
    contact.tel = "075-999-9999";
  });
  assert.equal((await choosesPassword(browser)).location, "/?registered");
});

test("both proofs from now on: the identity check once more, what was proved stays proved", async () => {
  const story = await reachesPassword("asahi");
  const { browser, person } = story;
  await changes("asahi", ({ policy }) => {
    policy.firstSignIn.proof = ["insurer-number", "birth-date"];
  });
  await choosesPassword(browser);
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/identity");
  assert.match(page.body, changed);
  assert.match(page.body, /保険者番号/);
  await browser.submit({
    birthDate: person.bornOn.replaceAll("-", ""),
    insurerNumber: world.society("asahi").insurerNumber,
  });
  assert.equal((await browser.follow()).path, "/first-sign-in/password");
  await choosesPassword(browser);
  isHome(await browser.follow());
});

test("the issued ID may not stay any more: back to the user ID", async () => {
  const { browser } = await reachesPassword("sakura");
  await changes("sakura", ({ policy }) => {
    policy.userId.issuedMayStay = false;
  });
  await choosesPassword(browser);
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/user-id");
  assert.match(page.body, changed);
  await browser.submit({ userId: newUserId() });
  await browser.follow();
  // Enrolled under another user ID: once more.
  await choosesMail(browser);
  await choosesPassword(browser);
  isHome(await browser.follow());
});

test("a chosen ID that can be none any more: its owner is told, and uses the letter's", async () => {
  const { browser, letter } = await reachesUserId("sakura");
  await browser.submit({ userId: newUserId() });
  await browser.follow();
  await choosesMail(browser);
  await changes("sakura", ({ policy }) => {
    policy.userId.changeable = "never";
  });
  await choosesPassword(browser);
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/password");
  assert.match(page.body, /ユーザIDを選べないことになりました/);
  assert.match(page.body, new RegExp(letter.userId));
  await choosesPassword(browser);
  isHome(await browser.follow());
});

test("new terms are asked for once more", async () => {
  const { browser, person } = await reachesPassword("sakura");
  await changes("sakura", (document) => {
    const article = { title: "第1条", paragraphs: ["新しい規約です。"] };
    const articles = { ja: [article], en: [article] };
    document.texts = { terms: { version: 2, effectiveOn: "2026-11-20", articles } };
  });
  await choosesPassword(browser);
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/terms");
  assert.match(page.body, /新しい規約です。/);
  await browser.submit({}, { button: "agree" });
  await browser.follow();
  await choosesPassword(browser);
  isHome(await browser.follow());
  const { id } = world.society("sakura");
  const [rows] = await world.app.read(id, [
    sql`select version from terms_consent c join account a on a.id = c.account_id
         where c.society_id = ${id} and a.society_id = ${id} and a.member_id = ${person.id}`,
  ]);
  assert.deepEqual(
    (rows as { version: string }[]).map(({ version }) => version.startsWith("common")),
    [false],
  );
});

test("terms that changed after they were shown are not agreed to unseen", async () => {
  const story = await begins("sakura");
  const { browser } = story;
  await proves(story);
  await changes("sakura", (document) => {
    const article = { title: "第1条", paragraphs: ["新しい規約です。"] };
    const articles = { ja: [article], en: [article] };
    document.texts = { terms: { version: 2, effectiveOn: "2026-11-20", articles } };
  });
  await browser.submit({}, { button: "agree" });
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/terms");
  assert.match(page.body, /新しい規約です。/);
  await browser.submit({}, { button: "agree" });
  assert.equal((await browser.follow()).path, "/first-sign-in/address");
});

test("classic: an address must be proved from now on; the button is pressed elsewhere", async () => {
  const email = newAddress();
  const { browser } = await classic.reachesConfirmation("hikari", { email });
  await changes("hikari", ({ policy }) => {
    policy.email.atRegistration = "required-verified";
  });
  await browser.submit({});
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/address-check");
  assert.match(page.body, changed);
  await asksAgain(browser);
  await browser.follow();
  await pressesButton(world.browser("hikari"), buttonIn(await newestMail(email)));
  await browser.get("/first-sign-in");
  assert.equal(
    (await browser.follow()).path,
    "/first-sign-in/confirm",
    "never ended from elsewhere",
  );
  await browser.submit({});
  assert.match(titleOf(await browser.follow()), /^パスワード紛失等の注意事項出力画面/);
});

test("classic: a longer ID and a longer password are told together", async () => {
  const { browser } = await classic.reachesConfirmation("hikari");
  await changes("hikari", ({ policy }) => {
    policy.userId.minLength = 12;
    policy.password.minLength = 18;
  });
  await browser.submit({});
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/details");
  assert.match(page.body, /12文字/);
  assert.match(page.body, /18文字/);
  const password = `${chosenPassword}-4`;
  await browser.submit({
    ...details({ userId: "hanako-12345" }),
    password,
    passwordAgain: password,
  });
  await browser.follow();
  await browser.submit({});
  assert.match(titleOf(await browser.follow()), /^パスワード紛失等の注意事項出力画面/);
});

test("from the new way to the classic one in the middle: what is known is not asked again", async () => {
  const { browser, email } = await reachesUserId("sakura");
  await browser.submit({});
  await browser.follow();
  await choosesMail(browser);
  await changes("sakura", ({ policy }) => {
    policy.firstSignIn.style = "classic";
  });
  await choosesPassword(browser);
  const page = await browser.follow();
  assert.equal(page.path, "/first-sign-in/details");
  assert.match(page.body, new RegExp(`value="${email}"`));
});

test("an address that came on file meanwhile guards a weak password too", async () => {
  const story = await begins("sakura", { letter: { isWeak: true } });
  const { browser, person } = story;
  await proves(story);
  await agrees(story);
  const own = newAddress();
  await browser.submit({ email: own });
  await browser.follow();
  await typesCode(browser, codeIn(await newestMail(own)));
  await browser.follow();
  await browser.submit({});
  await browser.follow();
  await choosesMail(browser);
  const file = newAddress();
  const { id } = world.society("sakura");
  await world.app.inSociety(id, async (tx) =>
    tx.write(sql`update member set email = ${file} where society_id = ${id} and id = ${person.id}`),
  );
  await choosesPassword(browser);
  assert.equal((await browser.follow()).path, "/first-sign-in/file-address");
  await browser.submit({});
  await browser.follow();
  await typesCode(browser, codeIn(await newestMail(file)));
  assert.equal((await browser.follow()).path, "/first-sign-in/password");
  await choosesPassword(browser);
  isHome(await browser.follow());
});
