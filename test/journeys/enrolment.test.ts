import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { type SqlValue, sql } from "../../src/platform/database/sql.ts";
import { codeOf, entryOf, keyOnPage, linkOnPage } from "../authenticators/totp.ts";
import type { Visitor } from "../http-client.ts";
import { openWorld, type World } from "../world/world.ts";
import { carried, choosesMail, codeIn, newStoriesOf, typesCode } from "./new-stories.ts";
import { details, newUserId, signsIn, storiesOf, titleOf, triesToSignIn } from "./stories.ts";

/** 認証方法 inside the first sign-in: choose, enrol, go on; and who has one already shows it first. */

let world: World;
const folder = mkdtempSync(join(tmpdir(), "kenpo-enrolment-"));
before(async () => {
  world = await openWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = newStoriesOf(() => world);
const classic = storiesOf(() => world);
type Story = Awaited<ReturnType<typeof stories.reachesUserId>>;

const rowsOf = async <Row>(
  code: string,
  statement: (society: SqlValue) => ReturnType<typeof sql>,
) => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [statement(id)]);
  return rows as readonly Row[];
};

const factorsOf = (code: string, memberId: string) =>
  rowsOf<{ method: string; name: string }>(
    code,
    (society) => sql`
      select f.method, f.name from factor f
        join account a on a.society_id = f.society_id and a.id = f.account_id
       where f.society_id = ${society} and a.member_id = ${memberId} order by f.added_at, f.method`,
  );

const sessionOf = async (code: string, memberId: string) => {
  const [session] = await rowsOf<{ amr: string[]; active: string | null }>(
    code,
    (society) => sql`
      select s.amr, a.factor_method as active from session s
        join account a on a.society_id = s.society_id and a.id = s.account_id
       where s.society_id = ${society} and a.member_id = ${memberId}
       order by s.started_at desc, s.id desc limit 1`,
  );
  return session;
};

const factsOf = (code: string, memberId: string) =>
  rowsOf<{ action: string; details: Record<string, unknown> }>(
    code,
    (society) => sql`
      select action, details from audit_fact
       where society_id = ${society} and member_id = ${memberId} order by id`,
  );

const reachesMethod = async (code: string, own = {}) => {
  const story = await stories.reachesUserId(code, own);
  await story.browser.submit({});
  await story.browser.follow();
  return story;
};

const choosesApp = async ({ browser }: Pick<Story, "browser">) => {
  await browser.submit({ method: "totp" });
  return keyOnPage((await browser.follow()).body);
};

const typesFirstCode = async (browser: Visitor, totpCode: string) => {
  await browser.submit({ totpCode });
  return browser.follow();
};

/** 「控えました」 */
const keepsCodes = async (browser: Visitor) => {
  await browser.post("/first-sign-in/recovery-codes", carried(browser));
  return browser.follow();
};

/** An app and codes on paper, up to the password. */
const enrolsApp = async (story: Pick<Story, "browser">) => {
  const key = await choosesApp(story);
  await typesFirstCode(story.browser, codeOf(key, world.clock.now()));
  await keepsCodes(story.browser);
  return key;
};

const registersWithApp = async (code: string) => {
  const story = await reachesMethod(code);
  const key = await enrolsApp(story);
  await stories.choosesPassword(story.browser);
  await story.browser.follow();
  return { ...story, key };
};

describe("an app is enrolled on the way", () => {
  test("chosen, scanned, its first code typed; codes on paper; the session says by what", async () => {
    const story = await reachesMethod("asahi");
    const { browser, person, email, letter } = story;
    assert.match(titleOf(browser.page()), /^認証方法/);
    assert.match(browser.page().body, /ユーザIDの変更・認証方法 の設定/);
    assert.match(browser.page().body, /手順 5 \/ 6/);
    const key = await choosesApp(story);
    assert.equal(browser.page().path, "/first-sign-in/enrol");
    const entry = entryOf(linkOnPage(browser.page().body));
    assert.deepEqual(
      [entry.key, entry.account, entry.issuer],
      [key, letter.userId, "あさひ精工健康保険組合"],
    );
    const refused = await typesFirstCode(browser, "000000");
    assert.match(refused.body, /ワンタイムパスワードが正しくありません/);
    await typesFirstCode(browser, codeOf(key, world.clock.now()));
    assert.equal(browser.page().path, "/first-sign-in/recovery-codes");
    await keepsCodes(browser);
    assert.equal(browser.page().path, "/first-sign-in/password");
    assert.deepEqual(await factorsOf("asahi", person.id), [], "nothing is written on the way");
    await stories.choosesPassword(browser);
    assert.match((await browser.follow()).body, /鈴木　花子/);
    const methods = (await factorsOf("asahi", person.id)).map(({ method }) => method).sort();
    assert.deepEqual(methods, ["recovery-codes", "totp"]);
    assert.deepEqual(await sessionOf("asahi", person.id), {
      amr: ["password", "otp"],
      active: "totp",
    });
    const facts = (await factsOf("asahi", person.id)).map(({ action }) => action);
    assert.equal(facts.filter((action) => action === "factor.added").length, 2);
    const mail = (await world.mailsTo(email)).at(-1);
    assert.match(
      mail?.text.replaceAll("\n", "") ?? "",
      /認証方法「ワンタイムパスワード \(OTP\) アプリ認証.*」を登録しました/,
    );
  });

  test("the closed browser comes back to the same pattern, the back button to the choice", async () => {
    const story = await reachesMethod("asahi");
    const { browser } = story;
    const key = await choosesApp(story);
    await browser.get("/first-sign-in");
    assert.equal(keyOnPage((await browser.follow()).body), key);
    const choice = await browser.get("/first-sign-in/method");
    assert.match(choice.body, /value="totp"[^>]*checked/);
    await choosesMail(browser);
    assert.equal(browser.page().path, "/first-sign-in/password");
    await browser.get("/first-sign-in/enrol");
    assert.equal(browser.page().location, "/first-sign-in/password");
    await browser.follow();
    await stories.choosesPassword(browser);
    const methods = await factorsOf("asahi", story.person.id);
    assert.deepEqual(
      methods.map(({ method }) => method),
      ["mail-otp"],
    );
  });

  test("two tabs with two methods: the one that comes late is shown where it stands", async () => {
    const story = await reachesMethod("sakura");
    const { browser } = story;
    const late = { ...carried(browser), method: "mail-otp" };
    await choosesApp(story);
    await browser.post("/first-sign-in/method", late);
    assert.equal(browser.page().location, "/first-sign-in/enrol");
  });

  test("the first code sent twice at once, and the last page too: one device", async () => {
    const story = await reachesMethod("sakura");
    const { browser, person } = story;
    const key = await choosesApp(story);
    const typed = {
      ...browser.form("/first-sign-in/enrol").fields,
      totpCode: codeOf(key, world.clock.now()),
    };
    const twice = async (path: string, fields: Record<string, string>) =>
      Promise.all([1, 2].map(() => browser.post(path, fields)));
    for (const { location } of await twice("/first-sign-in/enrol", typed))
      assert.equal(location, "/first-sign-in/recovery-codes");
    await browser.get("/first-sign-in/recovery-codes");
    await keepsCodes(browser);
    const { fields } = browser.form("/first-sign-in/password");
    const password = { password: "umi-to-yama-2026", passwordAgain: "umi-to-yama-2026" };
    for (const { location } of await twice("/first-sign-in/password", { ...fields, ...password }))
      assert.equal(location, "/?registered");
    const methods = await factorsOf("sakura", person.id);
    assert.equal(methods.filter(({ method }) => method === "totp").length, 1);
  });
});

/** A flag is true, and no text. */
const takingAway = { "reset-factors": true as unknown as string };

let letters = 0;
const reissues = async (code: string, userId: string, own: Record<string, string> = {}) => {
  letters += 1;
  const csv = join(folder, `${letters}.csv`);
  await world.command("accounts reissue", { society: code, reason: "紛失", csv, ...own }, [userId]);
  await world.mailsTo("nobody@example.jp");
  const [line] = parse(readFileSync(csv), { columns: true, bom: true }) as Record<string, string>[];
  return { userId: line?.仮ユーザID ?? "", password: line?.仮パスワード ?? "" };
};

const beginsWith = async (
  code: string,
  { userId, password }: { userId: string; password: string },
) => {
  const browser = world.browser(code);
  await signsIn(browser, userId, password);
  await browser.follow();
  return browser;
};

const provesBirthDate = async (browser: Visitor) => {
  await browser.submit({ birthDate: "19790822" });
  return browser.follow();
};

const typesAppCode = async (browser: Visitor, totpCode: string) => {
  const { fields } = browser.form("/first-sign-in/verify", "totpCode");
  await browser.post("/first-sign-in/verify", { ...fields, totpCode });
  return browser.follow();
};

describe("who has a second factor and a new letter", () => {
  test("no code is mailed before the birth date is right, and then to the registered address", async () => {
    const story = await stories.registers("asahi");
    const printed = await reissues("asahi", story.letter.userId);
    const before = (await world.mailsTo(story.email)).length;
    const browser = await beginsWith("asahi", printed);
    await browser.submit({ birthDate: "19790823" });
    await browser.follow();
    assert.equal((await world.mailsTo(story.email)).length, before);
    await provesBirthDate(browser);
    assert.equal(browser.page().path, "/first-sign-in/verify");
    assert.doesNotMatch(browser.page().body, new RegExp(story.email), "masked");
    const mails = await world.mailsTo(story.email);
    assert.equal(mails.length, before + 1);
    assert.match(codeIn(mails.at(-1) ?? { text: "" }), /^\d{6}$/);
    for (const step of ["terms", "address", "user-id", "password"]) {
      await browser.get(`/first-sign-in/${step}`);
      assert.equal(browser.page().location, "/first-sign-in/verify", step);
    }
  });

  test("ten wrong codes lock the account, whatever letter they came with", async () => {
    const story = await registersWithApp("asahi");
    const printed = await reissues("asahi", story.letter.userId);
    const browser = await beginsWith("asahi", printed);
    await provesBirthDate(browser);
    for (let tries = 0; tries < 10; tries += 1) await typesAppCode(browser, "000000");
    assert.equal(browser.page().path, "/first-sign-in/ended");
    assert.match(titleOf(browser.page()), /^いまは登録を進められません/);
    const again = await beginsWith("asahi", printed);
    const mails = (await world.mailsTo(story.email)).length;
    await provesBirthDate(again);
    assert.match(titleOf(again.page()), /^いまは登録を進められません/);
    assert.equal((await world.mailsTo(story.email)).length, mails, "nothing is asked then");
  });

  test("the account keeps what it has, and the session says that it was shown", async () => {
    const story = await registersWithApp("sakura");
    const printed = await reissues("sakura", story.letter.userId);
    world.clock.advance({ seconds: 61 });
    const browser = await beginsWith("sakura", printed);
    await provesBirthDate(browser);
    await typesAppCode(browser, codeOf(story.key, world.clock.now()));
    assert.equal(browser.page().path, "/first-sign-in/terms");
    await browser.submit({}, { button: "agree" });
    await browser.follow();
    await browser.submit({});
    await browser.follow();
    await typesCode(browser, codeIn(await stories.newestMail(story.email)));
    await browser.follow();
    await browser.submit({});
    assert.equal((await browser.follow()).path, "/first-sign-in/password");
    await stories.choosesPassword(browser);
    assert.match((await browser.follow()).body, /鈴木　花子/);
    assert.deepEqual((await sessionOf("sakura", story.person.id))?.amr, ["password", "otp"]);
    assert.equal((await factorsOf("sakura", story.person.id)).length, 2);
  });

  test("a letter that takes them away: nothing is asked, another one is enrolled, its owner told", async () => {
    const story = await registersWithApp("asahi");
    const { email, person } = story;
    const printed = await reissues("asahi", story.letter.userId, takingAway);
    const browser = await beginsWith("asahi", printed);
    await provesBirthDate(browser);
    assert.equal(browser.page().path, "/first-sign-in/terms");
    await browser.submit({}, { button: "agree" });
    await browser.follow();
    await browser.submit({});
    await browser.follow();
    world.clock.advance({ seconds: 61 });
    await typesCode(browser, codeIn(await stories.newestMail(email)));
    await browser.follow();
    await browser.submit({});
    assert.equal((await browser.follow()).path, "/first-sign-in/method");
    assert.equal((await factorsOf("asahi", person.id)).length, 2, "until the end they are there");
    await choosesMail(browser);
    await stories.choosesPassword(browser);
    assert.match((await browser.follow()).body, /鈴木　花子/);
    const methods = await factorsOf("asahi", person.id);
    assert.deepEqual(
      methods.map(({ method }) => method),
      ["mail-otp"],
    );
    const removed = (await factsOf("asahi", person.id)).filter(
      ({ action }) => action === "factor.removed",
    );
    assert.deepEqual(
      removed.map(({ details: { by } }) => by),
      ["letter", "letter"],
    );
    const subjects = (await world.mailsTo(email)).map(({ subject }) => subject);
    assert.equal(subjects.filter((one) => /ログインの方法が変わりました/.test(one)).length, 3);
  });
});

test("without an address: an app, and codes on paper that cannot be left for later", async () => {
  const story = await stories.begins("asahi");
  const { browser, person } = story;
  const [row] = await rowsOf<{ number: string }>(
    "asahi",
    (society) => sql`
      select member_number as number from member where society_id = ${society} and id = ${person.id}`,
  );
  const values = {
    society: "asahi",
    reason: "メールをお持ちでない",
    member: `10/${row?.number}/00`,
  };
  await world.command("accounts exempt-mail", values);
  const again = { ...story, browser: world.browser("asahi") };
  await triesToSignIn(again.browser, story.letter.userId, story.letter.password);
  await stories.proves(again);
  await stories.agrees(again);
  assert.match(again.browser.page().body, /メールアドレスをお持ちでない方/);
  await stories.givesAddress(again, "");
  await again.browser.submit({});
  await again.browser.follow();
  assert.equal(again.browser.page().path, "/first-sign-in/method");
  assert.doesNotMatch(again.browser.page().body, /value="mail-otp"/);
  const key = await choosesApp(again);
  await typesFirstCode(again.browser, codeOf(key, world.clock.now()));
  const page = { ...carried(again.browser), later: "yes" };
  await again.browser.post("/first-sign-in/recovery-codes", page);
  assert.match((await again.browser.follow()).body, /リカバリーコードが必要です/);
  await keepsCodes(again.browser);
  await stories.choosesPassword(again.browser);
  assert.match((await again.browser.follow()).body, /鈴木　花子/);
  assert.equal((await factorsOf("asahi", person.id)).length, 2);
  assert.ok(browser);
});

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

describe("a society changes what it demands while somebody registers", () => {
  test("a method that is allowed no more: back to the choice, which says so", async () => {
    const { browser, person } = await stories.reachesPassword("sakura");
    const document = documentOf("sakura");
    document.policy.secondFactor = { demand: "required", methods: ["totp"], recommended: "totp" };
    await becomes(document);
    await stories.choosesPassword(browser);
    const page = await browser.follow();
    assert.equal(page.path, "/first-sign-in/method");
    assert.match(page.body, /この認証方法は使えないことになりました/);
    assert.match(page.body, /使える認証方法が、OTPアプリ認証になりました/);
    await enrolsApp({ browser });
    await stories.choosesPassword(browser);
    assert.match((await browser.follow()).body, /鈴木　花子/);
    const methods = (await factorsOf("sakura", person.id)).map(({ method }) => method).sort();
    assert.deepEqual(methods, ["recovery-codes", "totp"]);
    await becomes(documentOf("sakura"));
  });

  test("classic: from now on demanded, asked before 「入力確認画面」, and five places on the way", async () => {
    const { browser, person } = await classic.reachesConfirmation("hikari", {
      ...details(),
      userId: newUserId(),
    });
    assert.match(browser.page().body, /手順 3 \/ 4/);
    const document = documentOf("hikari");
    document.policy.secondFactor.demand = "required";
    await becomes(document);
    await browser.submit({});
    const page = await browser.follow();
    assert.equal(page.path, "/first-sign-in/method");
    assert.match(page.body, /手順 3 \/ 5/);
    assert.match(page.body, /認証方法の登録が、被保険者と被扶養者の方に必要になりました/);
    assert.doesNotMatch(page.body, /value="mail-otp"/, "no mail to the address was received yet");
    await enrolsApp({ browser });
    assert.equal(browser.page().path, "/first-sign-in/confirm");
    await browser.submit({});
    const done = await browser.follow();
    assert.match(titleOf(done), /^パスワード紛失等の注意事項出力画面/);
    assert.match(done.body, /手順 5 \/ 5/);
    assert.deepEqual((await sessionOf("hikari", person.id))?.amr, ["password", "otp"]);
    await becomes(documentOf("hikari"));
  });

  test("not needed any more: told, and what was enrolled on the way is not used", async () => {
    const { browser, person } = await stories.reachesPassword("asahi");
    const document = documentOf("asahi");
    document.policy.secondFactor.demand = "optional";
    await becomes(document);
    await stories.choosesPassword(browser);
    const page = await browser.follow();
    assert.match(page.body, /認証方法の登録は必要なくなりました/);
    await stories.choosesPassword(browser);
    assert.match((await browser.follow()).body, /鈴木　花子/);
    assert.deepEqual(await factorsOf("asahi", person.id), []);
    await becomes(documentOf("asahi"));
  });
});
