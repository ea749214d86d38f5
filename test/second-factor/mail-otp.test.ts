import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { titleOf } from "../journeys/stories.ts";
import { giveDevice, giveMailbox, makeActive, type Registered, take } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf, verifying } from "./stories.ts";

// 認証方法「メール認証」 at a sign-in, with codes read from the mails that went out.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { choosesOther, countOf, entersPassword, member, rows, sessionsOf, types } = storiesOf(
  () => world,
);

const owner = async (): Promise<Registered> => {
  const whose = await member("sakura");
  await giveMailbox(world, whose);
  return whose;
};

const mailsTo = ({ email }: Registered) => world.mailsTo(email ?? "");
const codesTo = async (whose: Registered): Promise<readonly string[]> =>
  (await mailsTo(whose)).map(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? "");
const newestTo = async (whose: Registered): Promise<string> => (await codesTo(whose)).at(-1) ?? "";

const otherThan = (code: string): string => String((Number(code) + 1) % 10 ** 6).padStart(6, "0");
const wide = (code: string) =>
  [...code].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join("");

const resend = async (browser: Visitor) => {
  await browser.get(verifying);
  const again = formsIn(browser.page().body).find(({ fields }) => fields.action === "resend");
  await browser.post(verifying, again?.fields ?? {});
  return browser.follow();
};

test("password, then the code of the mail, then home; the session says so", async () => {
  const whose = await owner();
  const { browser, answer } = await entersPassword(whose);
  assert.ok(isAsked(answer));
  assert.equal(titleOf(answer).includes("メールに届いた番号を入力してください"), true);
  assert.ok(answer.body.includes("f•••@e•••.jp"), "masked");
  assert.ok(!answer.body.includes(whose.email ?? "-"), "and not in full");
  assert.equal((await sessionsOf(whose)).length, 0);
  const [mail] = await mailsTo(whose);
  assert.match(mail?.subject ?? "", /^【\d{1,2}:\d\d】ワンタイムパスワードのお知らせ$/);
  assert.ok(isHome(await types(browser, { mailCode: await newestTo(whose) })));
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "mail"]);
});

test("full width and spaces are as good", async () => {
  for (const write of [wide, (code: string) => ` ${code.slice(0, 3)}　${code.slice(3)}`]) {
    const whose = await owner();
    const { browser } = await entersPassword(whose);
    assert.ok(isHome(await types(browser, { mailCode: write(await newestTo(whose)) })));
  }
});

test("wrong digits count on the account; a right code forgets them", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const code = await newestTo(whose);
  const refused = await types(browser, { mailCode: otherThan(code) });
  assert.ok(isAsked(refused));
  assert.ok(refused.body.includes("ワンタイムパスワードが正しくありません"));
  assert.ok(refused.body.includes("あと4回"));
  assert.ok(!refused.body.includes(otherThan(code)), "never shown again");
  assert.equal((await countOf(whose)).wrong, 1);
  assert.ok(isHome(await types(browser, { mailCode: code })));
  assert.equal((await countOf(whose)).wrong, 0);
});

test("what is no code at all is no guess", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  for (const mailCode of ["", "12345", "1234567", "abcdef", "１２３", "x".repeat(300)])
    assert.ok(isAsked(await types(browser, { mailCode })), mailCode);
  assert.equal((await countOf(whose)).wrong, 0);
});

test("five wrong tries end a code, and the right one then counts nothing and opens nothing", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const code = await newestTo(whose);
  for (let n = 0; n < 5; n += 1) await types(browser, { mailCode: otherThan(code) });
  assert.equal((await countOf(whose)).wrong, 5);
  // The page has no field any more, but a form that is still open somewhere does.
  const [form] = formsIn(browser.page().body).filter(({ action }) => action === verifying);
  await browser.post(verifying, { ...form?.fields, action: "check", mailCode: code });
  const answer = await browser.follow();
  assert.ok(isAsked(answer));
  assert.ok(answer.body.includes("この番号は、もう使えません"));
  assert.equal((await countOf(whose)).wrong, 5);
  world.clock.advance({ minutes: 1 });
  await resend(browser);
  assert.ok(isHome(await types(browser, { mailCode: await newestTo(whose) })));
});

test("after ten minutes a code is none, and is not counted", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const code = await newestTo(whose);
  await browser.get(verifying);
  const { fields } = browser.form(verifying, "mailCode");
  world.clock.advance({ minutes: 10 });
  await browser.post(verifying, { ...fields, mailCode: code });
  const late = await browser.follow();
  assert.ok(late.body.includes("使える時間が過ぎました"));
  assert.equal((await countOf(whose)).wrong, 0);
});

test("a code of one attempt is wrong in another", async () => {
  const whose = await owner();
  const first = await entersPassword(whose);
  const code = await newestTo(whose);
  const second = await entersPassword(whose);
  const [, other] = await codesTo(whose);
  assert.ok(other && other !== code);
  assert.ok(isAsked(await types(second.browser, { mailCode: code })));
  assert.equal((await countOf(whose)).wrong, 1);
  assert.ok(isHome(await types(first.browser, { mailCode: code })));
  assert.ok(isHome(await types(second.browser, { mailCode: other })));
});

test("two mails of one minute are told apart by a letter, on the page too", async () => {
  const whose = await owner();
  await entersPassword(whose);
  const { answer } = await entersPassword(whose);
  const subjects = (await mailsTo(whose)).map(({ subject }) => subject).sort();
  const time = /【(\d+:\d+)/.exec(subjects[0] ?? "")?.[1];
  const expected = [`${time} B`, time].map((mark) => `【${mark}】ワンタイムパスワードのお知らせ`);
  assert.deepEqual(subjects, expected);
  assert.ok(answer.body.includes(`「${time} B」`));
});

test("the newest mail voids the older; too soon no mail goes, and the page says from when on", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const old = await newestTo(whose);
  const early = await resend(browser);
  assert.ok(early.body.includes("メールは、いま送ったところです"));
  assert.match(early.body, /時\d\d分を過ぎてから/);
  assert.equal((await codesTo(whose)).length, 1);
  world.clock.advance({ seconds: 60 });
  assert.ok(isAsked(await resend(browser)));
  const codes = await codesTo(whose);
  assert.equal(codes.length, 2);
  if (codes[1] !== old) assert.ok(isAsked(await types(browser, { mailCode: old })));
  assert.ok(isHome(await types(browser, { mailCode: codes[1] ?? "" })));
});

test("ten mails an hour and twenty a day; the sign-in never ends for that, and others are untouched", async () => {
  const whose = await owner();
  const phone = await giveDevice(world, whose);
  await makeActive(world, whose, "mail-otp");
  const sent = async () => (await codesTo(whose)).length;
  for (let n = 0; n < 11; n += 1) await entersPassword(whose);
  assert.equal(await sent(), 10);
  const { answer } = await entersPassword(whose);
  assert.ok(answer.body.includes("いまは、これ以上メールを送れません"));
  world.clock.advance({ hours: 1 });
  for (let n = 0; n < 11; n += 1) await entersPassword(whose);
  assert.equal(await sent(), 20);
  world.clock.advance({ hours: 1 });
  const { browser, answer: last } = await entersPassword(whose);
  assert.equal(await sent(), 20);
  assert.ok(last.body.includes("今日は、これ以上メールを送れません"));
  await choosesOther(browser, "totp");
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
  const other = await owner();
  await entersPassword(other);
  assert.equal((await codesTo(other)).length, 1);
  world.clock.advance({ hours: 24 });
  await entersPassword(whose);
  assert.equal(await sent(), 21);
});

test("thirty attempts at once send no more than an hour's mails", async () => {
  const whose = await owner();
  await Promise.all(Array.from({ length: 30 }, () => entersPassword(whose)));
  assert.equal((await codesTo(whose)).length, 10);
});

test("by another way and back: the mail that is on its way still works", async () => {
  const whose = await owner();
  await giveDevice(world, whose);
  await makeActive(world, whose, "mail-otp");
  const { browser } = await entersPassword(whose);
  await choosesOther(browser, "totp");
  await choosesOther(browser, "mail-otp");
  const codes = await codesTo(whose);
  assert.equal(codes.length, 1);
  assert.ok(isHome(await types(browser, { mailCode: codes[0] ?? "" })));
});

test("a code submitted twice at once opens one session", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const mailCode = await newestTo(whose);
  await browser.get(verifying);
  const { fields } = browser.form(verifying, "mailCode");
  await Promise.all([1, 2].map(() => browser.post(verifying, { ...fields, mailCode })));
  assert.equal((await sessionsOf(whose)).length, 1);
});

test("no address any more: the page says so, and another way is there", async () => {
  const whose = await owner();
  const phone = await giveDevice(world, whose);
  await makeActive(world, whose, "mail-otp");
  await rows(
    whose,
    (society) => sql`
      update account set email_confirmed_at = null
       where society_id = ${society} and id = ${whose.accountId} returning id`,
  );
  const { browser, answer } = await entersPassword(whose);
  assert.ok(isAsked(answer));
  assert.ok(answer.body.includes("メールを送れるアドレスがありません"));
  await choosesOther(browser, "totp");
  assert.ok(isHome(await types(browser, { totpCode: phone.code() })));
});

test("taken away meanwhile: a right code opens nothing", async () => {
  const whose = await member("sakura");
  const id = await giveMailbox(world, whose);
  const { browser } = await entersPassword(whose);
  await take(world, whose, id);
  await types(browser, { mailCode: await newestTo(whose) });
  assert.equal((await sessionsOf(whose)).length, 0);
});

test("neither the database nor the page after it knows the digits", async () => {
  const whose = await owner();
  const { browser } = await entersPassword(whose);
  const code = await newestTo(whose);
  const kept = await rows<Record<string, unknown>>(
    whose,
    (society) => sql`
      select to_jsonb(c)::text as row from mail_check c
       where society_id = ${society} and subject_id = ${whose.accountId}`,
  );
  assert.equal(kept.length, 1);
  assert.ok(!JSON.stringify(kept).includes(`"${code}"`));
  assert.ok(!(await browser.get(verifying)).body.includes(code));
});

test("enrolled at a sign-in: the address is old, and so a code is sent and confirmed first", async () => {
  const whose = await member("asahi");
  const { browser, answer } = await entersPassword(whose);
  const [choose, enrol] = ["/second-factor/method", "/second-factor/enrol"];
  assert.equal(answer.path, choose);
  assert.ok(answer.body.includes("f•••@e•••.jp に届きます"));
  await browser.submit({ method: "mail-otp" }, { action: choose });
  const asked = await browser.follow();
  assert.equal(asked.path, enrol);
  const code = await newestTo(whose);
  const types = (mailCode: string) =>
    browser.submit({ mailCode }, { action: enrol, holding: "mailCode" });
  await types(otherThan(code));
  assert.equal((await browser.follow()).path, enrol);
  assert.equal((await countOf(whose)).wrong, 0, "a wrong first code is this flow's matter");
  await types(code);
  assert.ok(
    isHome(await browser.follow()),
    "no codes on paper: a mailbox is not lost with a phone",
  );
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "mail"]);
  const next = await entersPassword(whose);
  assert.ok(isAsked(next.answer));
  world.clock.advance({ minutes: 2 });
  assert.ok(isAsked(await resend(next.browser)));
});
