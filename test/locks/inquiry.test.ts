import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Installation } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/index.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Answer } from "../http-client.ts";
import { triesToSignIn } from "../journeys/stories.ts";
import { triesBy } from "../passkey-sign-in/stories.ts";
import { storiesOf as recoveryStories } from "../recovery/stories.ts";
import { shellFor } from "../shell.ts";
import { type Registered, registered } from "../world/factors.ts";
import { givePasskey } from "../world/passkeys.ts";
import { openWorld, type World } from "../world/world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

const looksAt = async ({ code, person }: Registered) => {
  const looked = await world.app.inSociety(world.society(code).id, (tx) =>
    tx.query(sql`
      select id from audit_fact where society_id = ${tx.society}
        and action = 'account.looked-at' and member_id = ${person.id}`),
  );
  return looked.length;
};

const { claimOf, forgetsId, forgetsPassword } = recoveryStories(() => world);
const shell = shellFor(commands, () => world as unknown as Installation);
const inquiry = (number: string, values = {}) => shell("inquiry", values, [number]);

/** お問い合わせ番号 as the page shows it. */
const numberOn = ({ body }: Answer): string => {
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body)?.[0];
  assert.ok(number, "a page without its number");
  return number;
};

test("one page for all, and behind its number the real reason", async () => {
  const hana = await registered(world, "hikari");
  const browser = world.browser("hikari");
  const unknown = numberOn(await triesToSignIn(browser, "nobody-here", "whatever-1"));
  const wrong = numberOn(await triesToSignIn(browser, hana.userId, "whatever-1"));
  const told = await inquiry(wrong);
  assert.equal(told.code, 0, told.complained);
  assert.match(told.said, /パスワードが違いました。/);
  assert.match(told.said, /ご案内: /);
  assert.match(told.said, /ひかり電機健康保険組合の .*H\.S\./);
  assert.doesNotMatch(told.said, /花子|example\.jp/);
  assert.equal(await looksAt(hana), 1, "on record, for 利用の記録");
  const nobody = await inquiry(unknown);
  assert.match(nobody.said, /入力されたユーザIDの方はいません。/);
  assert.match(nobody.said, /どの組合の方か分かりません/);

  for (let time = 0; time < 9; time += 1) await triesToSignIn(browser, hana.userId, "whatever-1");
  const locked = numberOn(await triesToSignIn(browser, hana.userId, hana.password));
  assert.match((await inquiry(locked)).said, /パスワードロック/);
});

test("however the number is typed, for a day, and no other number", async () => {
  const browser = world.browser("hikari");
  const number = numberOn(await triesToSignIn(browser, "nobody-here", "whatever-1"));
  const ways = [number.toLowerCase(), number.replace("-", ""), number.replace("-", "ー")];
  for (const way of ways) assert.equal((await inquiry(way)).json.number, number, way);
  const halves = await shell("inquiry", {}, number.split("-"));
  assert.equal(halves.json.number, number);
  assert.equal((await inquiry("12")).json.code, "number-form");
  assert.equal((await inquiry("0000-0000")).json.code, "number-unknown");
  assert.equal((await shell("inquiry")).code, 2);
  world.clock.advance({ hours: 24 });
  assert.equal((await inquiry(number)).json.code, "number-unknown");
});

test("with --society only what is that society's, or nobody's at its entrance", async () => {
  const hana = await registered(world, "hikari");
  const browser = world.browser("hikari");
  const hers = numberOn(await triesToSignIn(browser, hana.userId, "whatever-1"));
  const nobodys = numberOn(await triesToSignIn(browser, "nobody-here", "whatever-1"));
  const isTold = async (number: string, society: string) =>
    (await inquiry(number, { society })).code === 0;
  const seen = async (number: string) => [
    await isTold(number, "hikari"),
    await isTold(number, "minato"),
    await isTold(number, "asahi"),
  ];
  assert.deepEqual(await seen(hers), [true, false, false]);
  assert.deepEqual(await seen(nobodys), [true, true, false]);
  assert.equal((await inquiry(hers, { society: "nowhere" })).json.code, "no-such-society");
});

test("a passkey that was refused, and its fact", async () => {
  const hana = await registered(world, "asahi");
  const phone = await givePasskey(world, hana);
  const number = numberOn(await triesBy(world.browser("asahi"), phone, { flags: { uv: false } }));
  const { said, json } = await inquiry(number);
  assert.match(said, /指紋・顔・画面ロックの確認がありませんでした。/);
  assert.match(said, /パスキーでのログインが、うまくいきませんでした/);
  assert.equal((json.found as unknown[]).length, 2);
});

test("a wrong identity check of a letter", async () => {
  const person = await world.insuredPerson("hikari");
  const letter = await world.letterFor("hikari", person);
  const browser = world.browser("hikari");
  await triesToSignIn(browser, letter.userId, letter.password);
  const { insurerNumber } = world.society("hikari");
  await browser.submit({ insurerNumber, birthDate: "19000101", terms: "agree" });
  await browser.follow();
  const [row] = await world.app.directory<{ reference: string }>(sql`
    select reference from failed_try where kind = 'proof'`);
  assert.match((await inquiry(row?.reference ?? "")).said, /保険者番号か生年月日が一致しません/);
});

test("a forgotten ID, a forgotten password: what did not match, and what became of the mail", async () => {
  const hana = await registered(world, "hikari");
  const claim = await claimOf(hana);
  const asks = async (own: Partial<typeof claim>) =>
    numberOn(await forgetsId(world.browser("hikari"), { ...claim, ...own }));
  const wrong = await asks({ birthDate: "19790823" });
  assert.match((await inquiry(wrong)).said, /IDを忘れた方[\s\S]*生年月日が違いました。/);
  const right = await asks({});
  assert.match((await inquiry(right)).said, /登録と一致しました。\n.*まだ送っていません/);
  await world.mailsTo(hana.email ?? "");
  assert.match((await inquiry(right)).said, /メールを送りました。ボタンは.*、コードは.*まで/);
  const { said: shown } = await shell("accounts show", { society: "hikari" }, [hana.userId]);
  assert.match(shown, new RegExp(`${right} IDを忘れた方: 登録と一致しました。`));
  const mailed = await forgetsPassword(world.browser("hikari"), hana.userId, hana.email ?? "");
  await world.mailsTo(hana.email ?? "");
  assert.match((await inquiry(numberOn(mailed))).said, /仮パスワードのメールを送りました。/);
  const nobody = await forgetsPassword(world.browser("hikari"), "nobody99", hana.email ?? "");
  const { said } = await inquiry(numberOn(nobody));
  assert.match(said, /パスワードを忘れた方[\s\S]*入力されたユーザIDの方はいません。/);
});
