import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { recoveryCodesMethod } from "../../src/identity/methods/recovery-codes/index.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { codeOf } from "../authenticators/totp.ts";
import { formsIn } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { titleOf } from "../journeys/stories.ts";
import { give, giveDevice, placeOf, type Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { isAsked, isHome, storiesOf, verifying } from "./stories.ts";

// リカバリーコード: how they are made with an authenticator app, and how they stand in for it.

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

const path = "/second-factor";
const step = `${path}/recovery-codes`;
const file = `${step}.txt`;
const onPage = (body: string): readonly string[] =>
  [...body.matchAll(/<li>([2-9a-z]{5}-[2-9a-z]{5})<\/li>/g)].map(([, code = ""]) => code);

/** Somebody with a phone and ten codes on paper. */
const owner = async () => {
  const whose = await member("sakura");
  const phone = await giveDevice(world, whose);
  const door = recoveryCodesMethod({ secrets: world.secrets, mailDomainOf: () => "" }).enrol;
  const codes: readonly string[] = door.mint(world.clock.now());
  const place = await placeOf(world, whose);
  const judged = door.judge({ place, kept: { codes }, input: {}, prepared: null, loaded: null });
  assert.ok(judged.kind === "passed");
  await give(world, whose, judged.made);
  return { whose, phone, codes };
};

/** With the password, and past the app. */
const asksForCodes = async (whose: Registered) => {
  const { browser } = await entersPassword(whose);
  const answer = await choosesOther(browser, "recovery-codes");
  assert.ok(isAsked(answer));
  assert.ok(titleOf(answer).includes("リカバリーコードを入力してください"));
  return browser;
};
const leftOf = async (whose: Registered) => {
  const [row] = await rows<{ left: number }>(
    whose,
    (society) => sql`
      select c.codes_left as left from recovery_codes c join factor f
        on f.society_id = c.society_id and f.id = c.factor_id
       where c.society_id = ${society} and f.account_id = ${whose.accountId}`,
  );
  return row?.left;
};

test("a code opens once, however it is written, and then it is gone", async () => {
  const { whose, codes } = await owner();
  const [code = "", next = ""] = codes;
  const browser = await asksForCodes(whose);
  assert.ok(
    isHome(await types(browser, { recoveryCode: ` ${code.toUpperCase().replace("-", "　")}` })),
  );
  assert.deepEqual((await sessionsOf(whose))[0]?.amr, ["password", "recovery"]);
  assert.equal(await leftOf(whose), 9);
  const again = await asksForCodes(whose);
  const refused = await types(again, { recoveryCode: code });
  assert.ok(isAsked(refused));
  assert.ok(refused.body.includes("正しくないか、もう使ったものです"));
  assert.ok(!refused.body.includes(code), "never shown again");
  assert.equal((await countOf(whose)).wrong, 1);
  assert.ok(isHome(await types(again, { recoveryCode: next })));
  assert.equal((await countOf(whose)).wrong, 0);
  assert.equal(await leftOf(whose), 8);
});

test("what is no code at all is told and is no guess", async () => {
  const { whose } = await owner();
  const browser = await asksForCodes(whose);
  for (const recoveryCode of ["", "abc", "4kmwt-29hp", "😀", "x".repeat(300)])
    assert.ok(isAsked(await types(browser, { recoveryCode })), recoveryCode);
  assert.equal((await countOf(whose)).wrong, 0);
});

test("one code in two browsers at once opens one", async () => {
  const { whose, codes } = await owner();
  const browsers = [await asksForCodes(whose), await asksForCodes(whose)];
  const recoveryCode = codes[0] ?? "";
  await Promise.all(browsers.map((browser) => types(browser, { recoveryCode })));
  assert.equal((await sessionsOf(whose)).length, 1);
  assert.equal(await leftOf(whose), 9);
});

test("another one's codes are wrong", async () => {
  const [mine, theirs] = [await owner(), await owner()];
  const browser = await asksForCodes(mine.whose);
  assert.ok(isAsked(await types(browser, { recoveryCode: theirs.codes[0] ?? "" })));
  assert.equal(await leftOf(theirs.whose), 10);
});

test("the last code still opens; after it an open page says that none is left, a new one offers none", async () => {
  const { whose, codes } = await owner();
  const browser = await asksForCodes(whose);
  for (const recoveryCode of codes)
    assert.ok(isHome(await types(await asksForCodes(whose), { recoveryCode })));
  assert.equal(await leftOf(whose), 0);
  const { answer } = await entersPassword(whose);
  assert.ok(!answer.body.includes('value="recovery-codes"'));
  await browser.get(verifying);
  assert.ok(browser.page().body.includes("使えるリカバリーコードが残っていません"));
  const [form] = formsIn(browser.page().body).filter(({ action }) => action === verifying);
  const { other: _, ...fields } = form?.fields ?? {};
  await browser.post(verifying, { ...fields, recoveryCode: codes[0] ?? "" });
  assert.ok(isAsked(await browser.follow()), "and none is taken twice");
  assert.equal(await leftOf(whose), 0);
});

/** 「控えました」 */
const keeps = (browser: Visitor) => {
  const forms = formsIn(browser.page().body).filter(({ action }) => action === step);
  const [main] = forms.filter(({ fields }) => fields.later === undefined);
  return browser.post(step, main?.fields ?? {});
};

/** A sign-in in a society that demands a second factor, up to the page with the codes. */
const enrolsApp = async (whose: Registered): Promise<Visitor> => {
  const { browser, answer } = await entersPassword(whose);
  assert.equal(answer.path, `${path}/method`);
  await browser.submit({ method: "totp" }, { action: `${path}/method` });
  const { body } = await browser.follow();
  const text = body.replace(/<[^>]+>/g, "");
  const key = /[A-Z2-7]{32}/.exec(text.replace(/\s/g, ""))?.[0] ?? "";
  await browser.submit(
    { totpCode: codeOf(key, world.clock.now()) },
    { action: `${path}/enrol`, holding: "totpCode" },
  );
  await browser.follow();
  return browser;
};

const asahi = () => member("asahi");

test("after an app the codes are shown, as a file too, and only until they are kept", async () => {
  const whose = await asahi();
  const browser = await enrolsApp(whose);
  const page = browser.page();
  assert.equal(page.path, step);
  const codes = onPage(page.body);
  assert.equal(codes.length, 10);
  const saved = await browser.get(file);
  assert.equal(saved.status, 200);
  assert.match(
    `${saved.headers["content-disposition"]}`,
    /^attachment; filename="recovery-codes.txt"$/,
  );
  assert.match(`${saved.headers["content-type"]}`, /^text\/plain; charset=utf-8$/i);
  assert.match(`${saved.headers["cache-control"]}`, /no-store/);
  for (const code of codes) assert.ok(saved.body.includes(`\r\n${code}\r\n`));
  // Somebody else's browser has no such page.
  assert.equal((await world.browser("asahi").get(file)).status, 303);
  assert.deepEqual(
    onPage((await browser.get(step)).body),
    codes,
    "the same when it is looked at again",
  );
  await keeps(browser);
  assert.ok(isHome(await browser.follow()));
  assert.equal((await browser.get(file)).status, 303, "gone");
  assert.equal(await leftOf(whose), 10);
  const again = await asksForCodes(whose);
  assert.ok(isHome(await types(again, { recoveryCode: codes[3] ?? "" })));
});

test("「あとで」 goes on without; the codes that were shown are worth nothing", async () => {
  const whose = await asahi();
  const browser = await enrolsApp(whose);
  const codes = onPage(browser.page().body);
  await browser.submit({}, { action: step, holding: "later" });
  assert.ok(isHome(await browser.follow()));
  assert.equal(await leftOf(whose), undefined);
  assert.equal(codes.length, 10);
});

test("who has no mailbox is not offered 「あとで」, and is refused it", async () => {
  const whose = await asahi();
  await rows(
    whose,
    (society) => sql`
      insert into mail_exemption (society_id, member_id, reason, granted_by, granted_at)
      values (${society}, ${whose.person.id}, 'none', 'staff', ${world.clock.now()})
      returning member_id`,
  );
  const browser = await enrolsApp(whose);
  const { body } = browser.page();
  assert.ok(body.includes("かならず控えてください"));
  assert.ok(!body.includes("「あとで」"));
  await browser.post(step, { ...browser.form(step).fields, later: "yes" });
  const refused = await browser.follow();
  assert.equal(refused.path, step);
  assert.ok(refused.body.includes("リカバリーコードが必要です"));
  assert.deepEqual(onPage(refused.body), onPage(body));
  await browser.submit({}, { action: step });
  assert.ok(isHome(await browser.follow()));
  assert.equal(await leftOf(whose), 10);
});

test("neither the rows nor the facts know a code", async () => {
  const { whose, codes } = await owner();
  const kept = await rows<{ row: string }>(
    whose,
    (society) => sql`
      select to_jsonb(c)::text as row from recovery_codes c where society_id = ${society}
      union all select to_jsonb(a)::text from audit_fact a where society_id = ${society}`,
  );
  const all = JSON.stringify(kept);
  for (const code of codes) {
    assert.ok(!all.includes(code));
    assert.ok(!all.includes(code.replace("-", "")));
  }
});
