import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { form } from "../html-form.ts";
import { giveDevice, giveMailbox } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAskedAgain, noteOn, sends, storiesOf } from "./stories.ts";

// Names, deletions, the pulldown: of somebody who signed in just now.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, factorsOf, activeOf, factsOf, toldTo, pulldown, wrongOf } = stories;

const owner = async (code = "hikari") => {
  const whose = await member(code);
  const phone = await giveDevice(world, whose);
  return { whose, phone, browser: await entered(whose, phone) };
};

test("the profile says who somebody is, and what they have", async () => {
  const { whose, browser } = await owner();
  const { body, status } = await browser.get("/profile");
  assert.equal(status, 200);
  for (const said of ["鈴木　花子", whose.userId, whose.email ?? "", "わたしのスマートフォン"])
    assert.ok(body.includes(said), said);
  assert.match(body, /お名前の訂正は、組合へご連絡ください。/);
  assert.equal(pulldown(browser).fields.method, "totp");
});

test("a device gets another name, and its owner a mail", async () => {
  const { whose, phone, browser } = await owner();
  await browser.get(`/profile/factors/${phone.id}/rename`);
  const page = await sends(browser, "name", { name: "  会社のスマートフォン " });
  assert.equal(page.path, "/profile");
  assert.match(noteOn(page) ?? "", /名前を「.*会社のスマートフォン.*」に変えました/);
  assert.equal((await factorsOf(whose))[0]?.name, "会社のスマートフォン");
  assert.equal(noteOn(await browser.get("/profile")), null, "said once");
  assert.equal((await toldTo(whose)).length, 1);
  assert.ok((await factsOf(whose)).includes("factor.renamed"));
});

for (const [why, name, said] of [
  ["nothing", "　", "名前を入力してください。"],
  ["too much", "あ".repeat(31), "名前は30文字までで入力してください。"],
  ["an emoji", "スマホ📱", "名前に絵文字は使えません。"],
] as const)
  test(`a name of ${why} is refused beside the field, and nothing changes`, async () => {
    const { whose, phone, browser } = await owner();
    await browser.get(`/profile/factors/${phone.id}/rename`);
    const page = await sends(browser, "name", { name });
    assert.equal(page.path, `/profile/factors/${phone.id}/rename`);
    assert.ok(page.body.includes(said), page.body);
    assert.equal((await factorsOf(whose))[0]?.name, "わたしのスマートフォン");
    assert.deepEqual(await toldTo(whose), []);
  });

test("two devices cannot have one name", async () => {
  const { whose, phone, browser } = await owner();
  await giveDevice(world, whose, "もう1台");
  await browser.get(`/profile/factors/${phone.id}/rename`);
  for (const name of ["もう1台", "モウ　１台"]) {
    const page = await sends(browser, "name", { name });
    assert.ok(page.body.includes("もう使われています"), page.body);
  }
});

test("a double submit of a deletion deletes once and tells once", async () => {
  const { whose, phone, browser } = await owner();
  await giveDevice(world, whose, "もう1台");
  const page = await browser.get(`/profile/factors/${phone.id}/delete`);
  assert.match(page.body, /を削除しますか。/);
  await sends(browser, "proof");
  assert.equal(
    noteOn(browser.page()),
    "「ワンタイムパスワード (OTP) アプリ認証(わたしのスマートフォン)」を削除しました",
  );
  const { fields } = form(page.body);
  await browser.post(`/profile/factors/${phone.id}/delete`, fields);
  assert.equal(browser.page().status, 303);
  assert.equal(noteOn(await browser.follow()), "その登録は、いまはありません");
  assert.equal((await factorsOf(whose)).length, 1);
  assert.equal((await toldTo(whose)).length, 1);
  assert.equal((await factsOf(whose)).filter((one) => one === "factor.removed").length, 1);
  assert.equal((await browser.get(`/profile/factors/${phone.id}/delete`)).status, 404);
});

test("where it is demanded the last one stays, and the page says what to do first", async () => {
  const { whose, phone, browser } = await owner("asahi");
  const page = await browser.get(`/profile/factors/${phone.id}/delete`);
  assert.match(page.body, /先に、ほかの方法を登録してください。/);
  assert.doesNotMatch(page.body, /name="proof"/);
  const { body } = await browser.get("/profile");
  assert.doesNotMatch(body, /value="none"/, "no 「使わない」");
  assert.match(body, /最後の1つなので、削除できません。/);
  assert.ok(!body.includes(`/profile/factors/${phone.id}/delete`));
  assert.equal((await factorsOf(whose)).length, 1);
});

test("of two where one is demanded, two tabs delete one", async () => {
  const { whose, phone, browser } = await owner("asahi");
  const other = await giveDevice(world, whose, "もう1台");
  const proofs = await Promise.all(
    [phone, other].map(async ({ id }) => {
      const { body } = await browser.get(`/profile/factors/${id}/delete`);
      return { id, fields: form(body).fields };
    }),
  );
  await Promise.all(
    proofs.map(({ id, fields }) => browser.post(`/profile/factors/${id}/delete`, fields)),
  );
  assert.equal((await factorsOf(whose)).length, 1);
  assert.equal(await activeOf(whose), "totp");
});

test("with the active one gone another becomes active, and the mails say both", async () => {
  const { whose, phone, browser } = await owner("sakura");
  await giveMailbox(world, whose);
  assert.equal(await activeOf(whose), "mail-otp");
  const [mailbox] = (await factorsOf(whose)).filter(({ method }) => method === "mail-otp");
  const page = await browser.get(`/profile/factors/${mailbox?.id}/delete`);
  assert.match(page.body, /次のログインからは、「ワンタイムパスワード \(OTP\) アプリ認証」/);
  await sends(browser, "proof");
  assert.equal(await activeOf(whose), "totp");
  assert.deepEqual(
    (await factorsOf(whose)).map(({ id }) => id),
    [phone.id],
  );
  assert.equal((await toldTo(whose)).length, 2);
});

test("the pulldown makes what is enrolled active at once", async () => {
  const { whose, browser } = await owner("sakura");
  await giveMailbox(world, whose);
  await browser.get("/profile");
  const page = await sends(browser, "method", { method: "totp" });
  assert.match(noteOn(page) ?? "", /認証方法を「.*アプリ認証」に変えました/);
  assert.equal(await activeOf(whose), "totp");
  assert.equal((await toldTo(whose)).length, 1);
  await sends(browser, "method", { method: "totp" });
  assert.equal((await toldTo(whose)).length, 1, "again is no change");
});

test("「使わない」 asks first, then everything goes, also recovery codes", async () => {
  const { whose, browser } = await owner();
  await browser.get("/profile");
  const asked = await sends(browser, "method", { method: "none" });
  assert.equal(asked.path, "/profile/method?method=none");
  assert.equal((await factorsOf(whose)).length, 1, "asked, not done");
  const page = await sends(browser, "sure");
  assert.equal(noteOn(page), "二段階認証を使わない設定になりました");
  assert.deepEqual(await factorsOf(whose), []);
  assert.equal(await activeOf(whose), null);
  assert.equal((await toldTo(whose)).length, 1);
  const again = world.browser(whose.code);
  await again.get("/sign-in");
  await again.submit({ userId: whose.userId, password: whose.password }, { action: "/sign-in" });
  assert.equal((await again.follow()).path, "/");
});

test("with the last factor goes the lock by its wrong answers", async () => {
  const { whose, phone, browser } = await owner();
  const until = later(world.clock.now(), { hours: 24 });
  await world.app.inSociety(world.society(whose.code).id, (tx) =>
    tx.query(sql`
      update account set factor_wrong = 10, factor_locked_until = ${until}
       where society_id = ${tx.society} and id = ${whose.accountId} returning id`),
  );
  await browser.get(`/profile/factors/${phone.id}/delete`);
  await sends(browser, "proof");
  assert.deepEqual(await factorsOf(whose), []);
  assert.equal(await wrongOf(whose), 0);
  assert.equal((await entered(whose)).page().path, "/", "the password alone is enough again");
});

test("a wrong choice of any length is not carried along", async () => {
  const { whose, phone, browser } = await owner();
  await browser.get("/profile");
  const { fields } = pulldown(browser);
  world.clock.advance({ minutes: 11 });
  await browser.post("/profile/method", { ...fields, method: "x".repeat(60_000) });
  assert.ok(isAskedAgain(await browser.follow()));
  await sends(browser, "password", { password: whose.password });
  await sends(browser, "totpCode", { totpCode: phone.code() });
  assert.equal(browser.page().path, "/profile");
});

test("no method that a society does not allow is taken from the pulldown", async () => {
  const { whose, browser } = await owner();
  await browser.get("/profile");
  const { fields } = pulldown(browser);
  for (const method of ["mail-otp-x", "recovery-codes", ""]) {
    await browser.post("/profile/method", { ...fields, method });
    assert.equal(noteOn(await browser.follow()), "認証方法を選んでください", method);
  }
  assert.equal(await activeOf(whose), "totp");
  assert.deepEqual(await toldTo(whose), []);
});
