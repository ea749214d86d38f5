import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { noteOn } from "../profile/stories.ts";
import { giveDevice } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { hasButton, storiesOf } from "./stories.ts";

// 「予備のメールアドレス」 and 「通知情報更新時のメール通知」; and what comes of mail that came back.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { member, entered, newest, beginsSecond, typesAddress, setsSecond, addressesOf } = stories;
const { bounces, factsOf } = stories;

let addresses = 0;
const fresh = () => {
  addresses += 1;
  return `second${addresses}@home.example`;
};

test("asahi: a second address is proved, and the main one is told and may undo it", async () => {
  const whose = await member("asahi");
  const browser = await entered(whose, await giveDevice(world, whose));
  const second = fresh();
  const page = await beginsSecond(browser);
  assert.match(page.body, /予備のメールアドレスの登録/);
  await typesAddress(browser, second);
  assert.equal((await addressesOf(whose)).second, null);
  const end = await stories.typesCode(browser, second);
  assert.equal(noteOn(end), "予備のメールアドレスを登録しました");
  const { email, second: kept } = await addressesOf(whose);
  assert.deepEqual([email, kept], [whose.email, second]);
  const told = await newest(whose.email ?? "", "予備のメールアドレスが登録されました");
  assert.ok(hasButton(told, "undo-address"));
  assert.ok((await factsOf(whose)).includes("account.second-address-set"));
  assert.ok((await browser.get("/profile")).body.includes(second));
});

test("the second one is another one than the main one", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await beginsSecond(browser);
  const page = await typesAddress(browser, whose.email ?? "");
  assert.ok(page.body.includes("主なメールアドレスと同じです"));
});

test("it becomes the main one, the main one stays beside it, and both are told", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const second = fresh();
  await setsSecond(browser, second);
  const asked = await browser.get("/profile/second-address/main");
  assert.match(asked.body, /いまの主なアドレスは、予備のメールアドレスになります/);
  const { fields } = browser.form("/profile/second-address/main");
  await browser.post("/profile/second-address/main", fields);
  assert.equal(noteOn(await browser.follow()), "主なメールアドレスを変更しました");
  const now = await addressesOf(whose);
  assert.deepEqual([now.email, now.second, now.isConfirmed], [second, whose.email, true]);
  await browser.post("/profile/second-address/main", fields);
  assert.equal(noteOn(await browser.follow()), "予備のメールアドレスは、いまはありません");
  assert.equal((await addressesOf(whose)).email, second, "a double submit does not swap back");
  assert.ok(hasButton(await newest(whose.email ?? "", "変更されました"), "undo-address"));
  assert.ok(!hasButton(await newest(second, "変更されました"), "undo-address"));
});

test("mail that came back is told at home; the second address takes over, and the failed one goes", async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const second = fresh();
  await setsSecond(browser, second);
  await bounces(whose);
  world.clock.advance({ minutes: 1 });
  const again = await entered(whose, phone);
  assert.ok(again.page().body.includes("登録のメールアドレスに、メールが届きませんでした"));
  assert.ok(again.page().body.includes("予備のメールアドレスを使う"));
  const asked = await again.get("/profile/second-address/main");
  assert.match(asked.body, /登録から外れます/);
  await again.submit({}, { action: "/profile/second-address/main" });
  const now = await addressesOf(whose);
  assert.deepEqual(now, { email: second, isConfirmed: true, hasFailed: false, second: null });
  assert.ok(!(await again.get("/")).body.includes("メールが届きませんでした"));
});

test("what concerns the sign-in is told to the second address too, once the first one failed", async () => {
  const whose = await member("hikari");
  const phone = await giveDevice(world, whose);
  const browser = await entered(whose, phone);
  const second = fresh();
  await setsSecond(browser, second);
  await bounces(whose);
  await browser.get(`/profile/factors/${phone.id}/delete`);
  await browser.submit({}, { action: `/profile/factors/${phone.id}/delete` });
  assert.ok(await newest(second, "ログインの方法が変わりました"));
  assert.ok(await newest(whose.email ?? "", "ログインの方法が変わりました"));
});

test("it is deleted once, and both are told", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  const second = fresh();
  await setsSecond(browser, second);
  await browser.get("/profile/second-address/delete");
  const { fields } = browser.form("/profile/second-address/delete");
  for (const said of [
    "予備のメールアドレスを削除しました",
    "予備のメールアドレスは、いまはありません",
  ]) {
    await browser.post("/profile/second-address/delete", fields);
    assert.equal(noteOn(await browser.follow()), said);
  }
  assert.equal((await addressesOf(whose)).second, null);
  await newest(second, "削除されました");
  await newest(whose.email ?? "", "削除されました");
  assert.equal((await browser.get("/profile/second-address/main")).location, "/profile/email");
});

const wishOf = async (code: string, accountId: string) => {
  const [row] = await world.app.inSociety(world.society(code).id, (tx) =>
    tx.query<{ wants: boolean }>(sql`
      select wants_update_mails as wants from account
       where society_id = ${tx.society} and id = ${accountId}`),
  );
  return row?.wants;
};

test("minato: whether updates are mailed is a choice, kept at once", async () => {
  const whose = await member("minato");
  const browser = await entered(whose);
  assert.match((await browser.get("/profile")).body, /受け取らない/);
  await browser.get("/profile/notices");
  await browser.submit({ wantsUpdateMails: "yes" }, { action: "/profile/notices" });
  assert.equal(noteOn(await browser.follow()), "メールでお知らせします");
  assert.equal(await wishOf("minato", whose.accountId), true);
  const { fields } = browser.form("/profile/notices");
  const { wantsUpdateMails: _, ...unticked } = fields;
  await browser.post("/profile/notices", unticked);
  await browser.follow();
  assert.equal(await wishOf("minato", whose.accountId), false);
  const facts = await factsOf(whose);
  assert.equal(facts.filter((one) => one === "account.update-mails-set").length, 2);
});

test("where a society decides, nothing is asked and nothing is taken", async () => {
  for (const code of ["hikari", "minato", "kaede", "asahi", "sakura"]) {
    const { mode } = world.society(code).policy.updateMails;
    if (mode === "by-preference") continue;
    const whose = await member(code);
    const phone = await giveDevice(world, whose);
    const browser = await entered(whose, phone);
    const { body } = await browser.get("/profile/notices");
    assert.ok(!body.includes('name="wantsUpdateMails"'), code);
    const { formToken = "" } = browser.form("/preferences/size").fields;
    await browser.post("/profile/notices", { formToken, wantsUpdateMails: "yes" });
    assert.equal(await wishOf(code, whose.accountId), false, code);
  }
});
