import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { compose } from "../../src/platform/smtp/compose.ts";
import { sampleCodes } from "../../src/society/index.ts";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

/** お問い合わせ: what is written on the page reaches the society's own office, once, and not too often. */

let world: World;
before(async () => {
  world = await openWorld(undefined, { environment: { TRUSTED_PROXIES: "127.0.0.1/32" } });
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

const office = (code: string) => world.society(code).contact.email ?? "";
/** Each test asks from its own source. */
let sources = 0;
const stranger = (code: string): Visitor => {
  sources += 1;
  return world.browser(code, { "x-forwarded-for": `198.51.100.${sources}` });
};

const question = (own: Record<string, string> = {}) => ({
  topic: "sign-in",
  address: "hana@example.jp",
  text: "ログインできません。\nどうすればよいですか。",
  ...own,
});

const asks = async (browser: Visitor, own: Record<string, string> = {}) => {
  await browser.get("/contact");
  await browser.submit(question(own), { action: "/contact" });
  return browser.follow();
};
const numberOn = (body: string) => /([0-9A-Z]{4}-[0-9A-Z]{4})<\/b>/.exec(body)?.[1] ?? "";
const clean = () => world.clock.advance({ hours: 25 });

for (const code of sampleCodes)
  test(`${code}: the page shows every way, and a form only where there is an address`, async () => {
    clean();
    const browser = stranger(code);
    const { body } = await browser.get("/contact");
    const { contact } = world.society(code);
    assert.ok(body.includes(contact.tel));
    assert.match(body, /aria-label="お問い合わせのQRコード"/);
    if (contact.formUrl && world.society(code).policy.firstSignIn.style === "new")
      assert.ok(body.includes("QRコードを読み取ると、お問い合わせフォームが開きます"));
    const form = formsIn(body).find(({ action }) => action === "/contact");
    assert.equal(form !== undefined, contact.email !== null);
    if (!form) return;
    const isShared = form.names.includes("society") && form.fields.society === "";
    const page = await asks(browser, isShared ? { society: code } : {});
    assert.equal(page.path, "/contact/sent");
    assert.ok(page.body.includes(world.society(code).name.ja));
    const [mail, ...more] = (await world.mailsTo(office(code))).slice(-1);
    assert.ok(mail && more.length === 0);
    assert.ok(mail.subject.includes(numberOn(page.body)));
    assert.match(mail.text, /ログインできません。\nどうすればよいですか。/);
    assert.match(mail.text, /ログインしていない方から/);
    assert.equal(mail.replyTo, "hana@example.jp");
    assert.deepEqual(compose(mail).replyTo, { name: "", address: "hana@example.jp" });
    assert.ok(!mail.subject.includes("hana"));
  });

test("a member's message goes to their own society, and is on record as theirs", async () => {
  clean();
  const whose = await registered(world, "minato");
  const browser = world.browser("minato");
  await signsIn(browser, whose.userId, whose.password);
  const page = await asks(browser);
  assert.equal(page.path, "/contact/sent");
  const [mail] = (await world.mailsTo(office("minato"))).slice(-1);
  assert.match(mail?.text ?? "", /ログイン中の方から/);
  const number = numberOn(page.body);
  const [fact] = await world.app.inSociety(world.society("minato").id, (tx) =>
    tx.query<{ memberId: string; requestId: string }>(sql`
      select member_id as "memberId", request_id as "requestId" from audit_fact
       where society_id = ${tx.society} and action = 'contact.sent' and subject_id = ${whose.accountId}`),
  );
  assert.deepEqual(fact, { memberId: whose.person.id, requestId: number });
});

test("what is wrong is told beside its field, and what was typed is still there, once", async () => {
  clean();
  const browser = stranger("sakura");
  const long = "長い文章です。\n".repeat(100);
  const page = await asks(browser, {
    topic: "",
    address: "hana＠example",
    text: long,
    name: "花子",
  });
  assert.equal(page.path, "/contact");
  for (const words of [
    "お問い合わせの内容を選んでください。",
    "返信先のメールアドレスの形が正しくありません",
  ])
    assert.ok(page.body.includes(words), words);
  assert.ok(page.body.includes(long.trimEnd()), "the whole text");
  assert.match(page.body, /value="花子"/);
  assert.match(page.body, /<title>エラー:/);
  // The next one at this browser reads nothing of it.
  assert.ok(!(await browser.get("/contact")).body.includes("長い文章です"));
  const empty = await asks(browser, { text: " ", address: "" });
  assert.match(empty.body, /お問い合わせの文章を入力してください/);
});

test("what does not fit is not lost silently, and heads stay short enough for a proxy", async () => {
  clean();
  const browser = stranger("sakura");
  // Characters that do not shrink: nobody writes so, and a proxy must not choke on it.
  const odd = String.fromCodePoint(
    ...Array.from({ length: 1000 }, (_, n) => 0x4e00 + ((n * n * 7919 + n * 104_729) % 20_000)),
  );
  const heads = () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  await browser.get("/contact");
  await browser.submit(question({ address: "hana", text: odd }), { action: "/contact" });
  assert.ok(heads().length < 4000, String(heads().length));
  const { body } = await browser.follow();
  assert.match(body, /文章が長いため、終わりの部分は残っていません。1000文字までに/);
  assert.ok(body.includes(odd.slice(0, 200)));
  assert.match(body, /value="hana"/);
});

test("a question that was typed while the session ended is received all the same", async () => {
  clean();
  const whose = await registered(world, "minato");
  const browser = world.browser("minato");
  await signsIn(browser, whose.userId, whose.password);
  assert.match((await browser.get("/contact")).body, /<form[^>]*action="\/contact"[^>]*data-keeps/);
  world.clock.advance({ minutes: 31 });
  await browser.submit(question(), { action: "/contact" });
  assert.equal((await browser.follow()).path, "/contact/sent");
  const [mail] = (await world.mailsTo(office("minato"))).slice(-1);
  assert.match(mail?.text ?? "", /ログインしていない方から/);
});

test("markup and line ends in what is typed stay words", async () => {
  clean();
  const browser = stranger("sakura");
  const evil = '<script>alert(1)</script>"\r\nBcc: evil@example.jp';
  const page = await asks(browser, { text: evil, name: "<b>花子</b>" });
  assert.equal(page.path, "/contact/sent");
  const [mail] = (await world.mailsTo(office("sakura"))).slice(-1);
  assert.ok(mail && !mail.html.includes("<script>"));
  assert.doesNotMatch(mail.subject, /evil|[\r\n]/);
  assert.equal(mail.to, office("sakura"));
  const lines = await asks(browser, { address: "a@example.jp\r\nBcc: b@example.jp" });
  assert.equal(lines.path, "/contact");
});

test("two presses and two tabs of one form are one message with one number", async () => {
  clean();
  const before = (await world.mailsTo(office("sakura"))).length;
  const browser = stranger("sakura");
  await browser.get("/contact");
  const { fields } = browser.form("/contact");
  const sent = { ...fields, ...question() };
  await Promise.all([1, 2, 3].map(() => browser.post("/contact", sent)));
  const first = numberOn((await browser.get("/contact/sent")).body);
  await browser.post("/contact", sent);
  assert.equal(numberOn((await browser.follow()).body), first);
  assert.equal((await world.mailsTo(office("sakura"))).length, before + 1);
});

test("a member may write five times a day, a source ten times an hour; the words wait", async () => {
  clean();
  const whose = await registered(world, "hikari");
  const member = world.browser("hikari");
  await signsIn(member, whose.userId, whose.password);
  for (let i = 0; i < 5; i += 1) assert.equal((await asks(member)).path, "/contact/sent");
  const refused = await asks(member, { text: "六回目です。" });
  assert.equal(refused.path, "/contact");
  assert.match(refused.body, /続けて送られたため、いまは受け付けられません/);
  assert.ok(refused.body.includes("六回目です。"));

  const one = stranger("hikari");
  for (let i = 0; i < 10; i += 1)
    assert.equal((await asks(one, { society: "hikari" })).path, "/contact/sent", String(i));
  assert.equal((await asks(one, { society: "hikari" })).path, "/contact");
  assert.equal((await asks(one, { society: "kaede" })).path, "/contact/sent", "another society");
  world.clock.advance({ hours: 1 });
  assert.equal((await asks(one, { society: "hikari" })).path, "/contact/sent");
  assert.equal((await asks(member)).path, "/contact", "a day is longer");
});

test("a society of another entrance, or without an address, gets nothing", async () => {
  clean();
  const browser = stranger("hikari");
  for (const society of ["sakura", "asahi", "nowhere"]) {
    await browser.get("/contact");
    const { fields } = browser.form("/contact");
    await browser.post("/contact", { ...fields, ...question({ society }) });
    const page = await browser.follow();
    assert.equal(page.path, "/contact", society);
    assert.match(page.body, /フォームでのお問い合わせを受け付けていません/);
  }
  await browser.get("/contact");
  const { fields } = browser.form("/contact");
  await browser.post("/contact", { ...fields, ...question({ society: "" }) });
  assert.match((await browser.follow()).body, /ご加入の健康保険組合を選んでください/);
});

test("the page of what was received is its browser's; looking at it sends nothing", async () => {
  clean();
  const browser = stranger("sakura");
  await asks(browser);
  const count = (await world.mailsTo(office("sakura"))).length;
  for (let i = 0; i < 2; i += 1)
    assert.equal((await browser.get("/contact/sent")).status, 200, "back and reload");
  assert.equal((await stranger("sakura").get("/contact/sent")).location, "/contact");
  assert.equal((await world.mailsTo(office("sakura"))).length, count);
});

test("a stranger's browser without a form token sends nothing", async () => {
  const answer = await stranger("sakura").post("/contact", question());
  assert.equal(answer.status, 403);
});
