import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/types.ts";
import { loadSamples, openRegistry } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";
import { testDatabase } from "../database.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { openWorld, type World } from "../world/world.ts";
import { type Claimed, codeIn, linkIn, otherThan, storiesOf, wordsOf } from "./stories.ts";

// Strangers learn nothing: whoever is found or not, the browser gets the same, after the same work.

/** What was asked of the database, by who listens. */
let asked: string[] = [];

const overheard = (database: Database): Database => ({
  ...database,
  directory: (statement) => {
    asked.push(statement.text);
    return database.directory(statement);
  },
  inSociety: (society, work) => {
    asked.push("a transaction");
    return database.inSociety(society, work);
  },
});

let world: World;
before(async () => {
  const stored = await testDatabase();
  const registry = await openRegistry({ database: stored.app, baseUrl: "http://localhost:1" });
  await loadSamples(stored.app, { now: testClock().now(), registry });
  world = await openWorld(
    { ...stored, app: overheard(stored.app) },
    { environment: { TRUSTED_PROXIES: "127.0.0.1/32" } },
  );
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const stories = storiesOf(() => world);
const { asksForId, asksForPassword, change, claimOf, forgetsId, mailsTo, member } = stories;
const { newestRequest, newestTo, requests, types } = stories;

/** An お問い合わせ番号 and a form token are chance; all else is to be equal. */
const masked = ({ body }: Answer, reference: string) =>
  body.replaceAll(reference, "NUMBER").replace(/(name="formToken" value=")[^"]+/g, "$1");

const namesOf = (visitor: Visitor) => [...visitor.cookies.keys()].sort();

const shapeOf = ({ headers }: Answer) => {
  const { date: _, "content-length": __, "set-cookie": cookies = [], ...rest } = headers;
  // As long whatever is in them: a cookie that is sealed shows its length.
  return {
    ...rest,
    cookies: cookies.map((one) => one.replace(/=[^;]+/, ({ length }) => `=${length}`)),
  };
};

type Told = {
  readonly posted: unknown;
  readonly page: unknown;
  readonly shown: string;
  readonly cookies: readonly string[];
  readonly statements: readonly string[];
};

/** Everything that a browser, and a clock beside it, can tell. */
const observed = async (browser: Visitor, asking: () => Promise<Answer>): Promise<Told> => {
  await browser.get("/sign-in");
  asked = [];
  const answer = await asking();
  const shown = await browser.follow();
  const statements = [...asked];
  const { reference } = await newestRequest();
  const posted = [answer.status, answer.location, answer.body, shapeOf(answer)];
  const page = [shown.status, shapeOf(shown)];
  return { posted, page, shown: masked(shown, reference), cookies: namesOf(browser), statements };
};

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error("nobody");
  return one;
};

for (const code of ["hikari", "asahi"])
  test(`${code}, forgotten ID: all that is wrong looks and costs as what is right`, async () => {
    const email = "same@example.jp";
    const known = await member(code, { email });
    const right = await claimOf(known);
    const bare = await claimOf(await member(code, { email: null }));
    const letterOnly = await world.insuredPerson(code);
    const elsewhere = world.society(code === "hikari" ? "sakura" : "hikari").insurerNumber;
    const lockedOne = await member(code, { email });
    await change(lockedOne, { lockedAt: world.clock.now() });
    const unregistered = await claimOf({ ...known, person: letterOnly });
    const cases: readonly (readonly [reason: string, Claimed])[] = [
      ["matched", right],
      ["no-society", { ...right, insurerNumber: elsewhere }],
      ["no-member", { ...right, memberNumber: "7777" }],
      ["kana-differs", { ...right, nameKana: "スズキ　ハルコ" }],
      ["birth-differs", { ...right, birthDate: "19790823" }],
      ["person-differs", { ...right, nameKana: "スズキ　ハルコ", birthDate: "19790823" }],
      ["not-registered", unregistered],
      ["email-differs", { ...right, email: "some@example.jp" }],
      ["no-address", { ...bare, email }],
      ["staff-lock", await claimOf(lockedOne)],
    ];
    const told: Told[] = [];
    for (const [reason, claim] of cases) {
      const browser = world.browser(code);
      told.push(await observed(browser, () => asksForId(browser, claim)));
      assert.equal((await newestRequest()).reason, reason);
    }
    const typedEmail = cases.map(([, claim]) => claim.email);
    const like = first(told);
    for (const [n, one] of told.entries())
      assert.deepEqual(
        { ...one, shown: one.shown.replaceAll(typedEmail[n] ?? "", email) },
        like,
        cases[n]?.[0] ?? "",
      );
  });

for (const code of ["kaede", "sakura"])
  test(`${code}, forgotten password: all that is wrong looks and costs as what is right`, async () => {
    const email = "same@example.jp";
    const known = await member(code, { email });
    const bare = await member(code, { email: null });
    const letter = await world.letterFor(code, await world.insuredPerson(code));
    const lockedOne = await member(code, { email });
    await change(lockedOne, { lockedAt: world.clock.now() });
    const elsewhere = await member(code === "kaede" ? "asahi" : "hikari", { email });
    const cases = [
      ["matched", known.userId, email],
      ["unknown-id", "nobody12", email],
      ["unknown-id", elsewhere.userId, email],
      ["letter-id", letter.userId, email],
      ["email-differs", known.userId, "some@example.jp"],
      ["no-address", bare.userId, email],
      ["staff-lock", lockedOne.userId, email],
    ] as const;
    const told: Told[] = [];
    for (const [reason, userId, address] of cases) {
      const browser = world.browser(code);
      told.push(await observed(browser, () => asksForPassword(browser, userId, address)));
      assert.equal((await newestRequest()).reason, reason);
    }
    const like = first(told);
    for (const [n, one] of told.entries())
      assert.deepEqual(
        { ...one, shown: one.shown.replaceAll(cases[n]?.[2] ?? "", email) },
        like,
        cases[n]?.[0] ?? "",
      );
  });

test("wrong codes of who was not found are counted and answered as those of who was", async () => {
  const whose = await member("sakura");
  const claim = await claimOf(whose);
  const told: (readonly string[])[] = [];
  for (const one of [claim, { ...claim, memberNumber: "8888" }]) {
    const browser = world.browser("sakura");
    await forgetsId(browser, one);
    // The digits of the one mail that there is.
    const wrong = otherThan(codeIn(await newestTo(whose)));
    const pages: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      asked = [];
      const answer = await types(browser, wrong);
      pages.push(wordsOf(answer).replace(/[A-Z0-9]+-[A-Z0-9-]+/g, "NUMBER"), asked.join("; "));
    }
    told.push(pages);
  }
  assert.deepEqual(told[1], told[0]);
  assert.ok(first(told).at(-2)?.includes("番号は、もう入力できません"));
});

test("a source that asks too often is told so, whatever it types; others are not", async () => {
  const whose = await member("asahi");
  const claim = await claimOf(whose);
  const from = (source: number) => ({ "x-forwarded-for": `203.0.113.${source}` });
  const asker = world.browser("asahi", from(7));
  await asker.get("/forgot-id/identity");
  const { fields } = asker.form("/forgot-id/identity");
  const asks = (memberNumber: string) =>
    asker.post("/forgot-id/identity", { ...fields, ...claim, memberNumber });
  for (let n = 0; n < 50; n += 1) assert.equal((await asks(String(5000 + n))).status, 303);
  const before = (await requests()).length;
  for (const memberNumber of [claim.memberNumber, "5000"]) {
    const refused = await asks(memberNumber);
    assert.equal(refused.status, 429);
    assert.ok(wordsOf(refused).includes("10分ほどたってから"));
  }
  assert.equal((await requests()).length, before);
  await forgetsId(world.browser("asahi", from(8)), claim);
  assert.equal((await newestRequest()).reason, "matched");
  world.clock.advance({ minutes: 10 });
  assert.equal((await asks(claim.memberNumber)).status, 303);
});

test("no row and no log says what was typed, nor what the mail holds", async () => {
  const whose = await member("hikari");
  const claim = await claimOf(whose);
  await forgetsId(world.browser("hikari"), claim);
  await forgetsId(world.browser("hikari"), { ...claim, nameKana: "ナカムラ　ミノリ" });
  const mail = await newestTo(whose);
  const rows = await world.app.directory<{ text: string }>(
    sql`select to_jsonb(r)::text as text from recovery_request r`,
  );
  const { id } = world.society("hikari");
  const more = await world.app.read(id, [
    sql`select to_jsonb(t)::text as text from audit_fact t`,
    sql`select to_jsonb(t)::text as text from mail t`,
  ]);
  const kept = JSON.stringify([rows, more, world.records]);
  const token = linkIn(mail).split("/").at(-1) ?? "";
  for (const secret of [token, codeIn(mail), whose.email ?? "", "ナカムラ", whose.userId])
    assert.ok(secret !== "" && !kept.includes(secret), secret);
});

test("three workers at once send one mail", async () => {
  const whose = await member("minato");
  await forgetsId(world.browser("minato"), await claimOf(whose));
  await Promise.all([mailsTo(whose), mailsTo(whose), mailsTo(whose)]);
  assert.equal((await mailsTo(whose)).length, 1);
  assert.deepEqual((await stories.factsOf(whose, "recovery.asked")).length, 1);
});
