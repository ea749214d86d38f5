import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { sql } from "../../src/platform/database/sql.ts";
import { form, unescapeHtml } from "../html-form.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { openWorld, type World } from "../world/world.ts";
import {
  type BadKind,
  badInPasswords,
  badKinds,
  badText,
  encoded,
  understood,
} from "./bad-kinds.ts";
import { newStoriesOf } from "./new-stories.ts";
import { chosenPassword, details, isRefused, newUserId, storiesOf, titleOf } from "./stories.ts";

let world: World;
const { begins, reachesDetails } = storiesOf(() => world);
const newWay = newStoriesOf(() => world);

/** A form of a page, as one browser has it before it. */
type Place = {
  readonly path: string;
  readonly code: string;
  readonly right: Readonly<Record<string, string>>;
  readonly reach: () => Promise<Visitor>;
};

const browserOf = async (story: Promise<{ readonly browser: Visitor }>) => (await story).browser;
const passwords = { password: chosenPassword, passwordAgain: chosenPassword };

const places = {
  "sign-in": {
    path: "/sign-in",
    code: "minato",
    right: { userId: "hanako79", password: chosenPassword },
    reach: async () => world.browser("minato"),
  },
  "identity, classic": {
    path: "/first-sign-in/identity",
    code: "minato",
    right: { insurerNumber: "06990022", birthDate: "19790822", terms: "agree" },
    reach: () => browserOf(begins("minato")),
  },
  // An address is 「必須」 there, so that an empty one is a fault.
  details: {
    path: "/first-sign-in/details",
    code: "minato",
    right: details(),
    reach: () => browserOf(reachesDetails("minato")),
  },
  "identity, new": {
    path: "/first-sign-in/identity",
    code: "sakura",
    right: { birthDate: "19790822" },
    reach: () => browserOf(newWay.begins("sakura")),
  },
  address: {
    path: "/first-sign-in/address",
    code: "sakura",
    right: { email: "hanako@example.jp" },
    reach: () => browserOf(newWay.reachesAddress("sakura")),
  },
  code: {
    path: "/first-sign-in/address-check",
    code: "sakura",
    right: { code: "123456" },
    reach: () => browserOf(newWay.reachesCheck("sakura")),
  },
  "user ID": {
    path: "/first-sign-in/user-id",
    code: "sakura",
    right: { userId: "hanako80" },
    reach: () => browserOf(newWay.reachesUserId("sakura")),
  },
  "new password": {
    path: "/first-sign-in/password",
    code: "sakura",
    right: passwords,
    reach: () => browserOf(newWay.reachesPassword("sakura")),
  },
} as const satisfies Readonly<Record<string, Place>>;
type PlaceName = keyof typeof places;

const placeOf = (name: PlaceName): Place => places[name];
const browsers = new Map<PlaceName, Visitor>();

before(async () => {
  world = await openWorld();
  for (const name of Object.keys(places) as PlaceName[])
    browsers.set(name, await placeOf(name).reach());
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** Everything that a person could notice, or the society; not what a flow keeps of rubbish. */
const everything = async (code: string) => {
  const society = world.society(code).id;
  const [rows] = await world.app.read(society, [
    sql`select (select jsonb_agg(a) from account a where society_id = ${society}) as accounts,
      (select jsonb_agg(m) from member m where society_id = ${society}) as members,
      (select jsonb_agg(p) from provisional_credential p where society_id = ${society}) as letters,
      (select jsonb_agg(jsonb_build_array(f.id, done, wrong, outcome) order by f.id)
        from flow f where society_id = ${society}) as flows,
      (select count(*) from session where society_id = ${society}) as sessions,
      (select count(*) from mail where society_id = ${society}) as mails,
      (select count(*) from audit_fact where society_id = ${society}) as facts`,
  ]);
  return rows;
};

type Sent = { readonly place: PlaceName; readonly typed: Readonly<Record<string, string>> };

/** Fills in the form as it stands and sends it, also what a browser would not let through. */
const sends = async ({ place, typed }: Sent, extra = ""): Promise<Answer> => {
  const browser = browsers.get(place) as Visitor;
  const { path, right } = placeOf(place);
  const { body } = await browser.get(path);
  const hidden = form(body, path, Object.keys(right)[0]).fields;
  const sent = `${encoded({ ...hidden, ...typed })}${extra}`;
  const posted = await browser.post(path, {}, { body: sent });
  assert.ok(posted.status < 500, `${posted.status} to ${sent}`);
  return posted.status === 303 ? browser.follow() : posted;
};

const messagesIn = ({ body }: Answer, field: string) => {
  const inSummary = new RegExp(`<a href="#${field}">([^<]+)</a>`).exec(body)?.[1];
  const beside = new RegExp(`id="${field}-error">.*?</span>([^<]+)</span>`).exec(body)?.[1];
  return { inSummary, beside };
};

const isSecret = (field: string) => field.startsWith("password") || field === "code";

/** What was typed is there again, escaped, and a password nowhere. */
const checkKept = (page: Answer, { place, typed }: Sent) => {
  const { path, right } = placeOf(place);
  const kept = form(page.body, path, Object.keys(right)[0]).fields;
  for (const [name, text] of Object.entries(typed)) {
    if (isSecret(name)) assert.equal(kept[name] || "", "", `${name} comes back`);
    else if (name !== "terms") assert.equal(kept[name], understood(text));
    else assert.equal(kept.terms, text === "agree" ? text : undefined);
  }
  assert.doesNotMatch(page.body, /<script>alert/);
  assert.equal(unescapeHtml(page.body).includes(chosenPassword), false);
};

const isRefusedBeside = async (place: PlaceName, field: string, kind: BadKind) => {
  const { path, code, right } = placeOf(place);
  const typed = { ...right, [field]: badText(kind, right[field] ?? "") };
  const earlier = await everything(code);
  const page = await sends({ place, typed });
  assert.equal(page.status, 200);
  assert.equal(page.path, path);
  assert.match(titleOf(page), /^エラー:/);
  const { inSummary, beside } = messagesIn(page, field);
  assert.ok(inSummary, `no message in the summary for ${field}`);
  assert.equal(beside, inSummary);
  checkKept(page, { place, typed });
  assert.deepEqual(await everything(code), earlier);
};

const kinds = Object.keys(badKinds) as BadKind[];
const fields: readonly (readonly [PlaceName, string, readonly BadKind[]])[] = [
  ["identity, classic", "insurerNumber", kinds],
  ["identity, classic", "birthDate", kinds],
  ["identity, classic", "terms", kinds],
  ["details", "userId", kinds],
  ["details", "email", kinds],
  ["details", "password", badInPasswords],
  ["details", "passwordAgain", kinds],
  ["identity, new", "birthDate", kinds],
  ["address", "email", kinds],
  ["code", "code", kinds],
  ["user ID", "userId", kinds],
  ["new password", "password", badInPasswords],
  ["new password", "passwordAgain", kinds],
];

for (const [place, field, bad] of fields)
  describe(`${field} of ${place}`, () => {
    for (const kind of bad) test(kind, () => isRefusedBeside(place, field, kind));
  });

test("all fields wrong at once: each has its message", async () => {
  const typed = { userId: "あ", password: "い", passwordAgain: "う", email: "え" };
  const page = await sends({ place: "details", typed });
  for (const field of Object.keys(typed)) assert.ok(messagesIn(page, field).beside, field);
});

test("metacharacters are welcome in a password", async () => {
  const { browser } = await reachesDetails("kaede");
  const password = `'; drop--"><b>&1 ¥\\${"%"}00`;
  const userId = newUserId();
  await browser.submit(details({ userId, password, passwordAgain: password }));
  assert.match(titleOf(await browser.follow()), /^入力確認画面/);
  await browser.submit({});
  await browser.follow();
  const other = world.browser("kaede");
  await other.get("/sign-in");
  await other.submit({ userId, password }, { action: "/sign-in" });
  assert.equal(other.page().location, "/");
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."\0\u0007\r\n\t\u202e\u200b\ufeff\ue000\uffff\u0301▒'\"<>&;%+\\=@１ａ　あ😀0aA-",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 80,
});
// Well-formed for one field or another, but never for all fields of a form at once.
const text = fc.oneof(nasty, fc.constantFrom("", "agree", "1979010", chosenPassword));
// A name of any form, one that every object has, and one twice.
const rubbish = fc.constantFrom(
  "",
  "&__proto__=x&constructor=y&toString",
  "&turn=1",
  "&=&&=%",
  "&%",
);

/** Where one field is all, rubbish could be right by chance. */
const unfitting: Partial<Record<PlaceName, fc.Arbitrary<string>>> = {
  "user ID": text.map((one) => `${one}!`),
  "new password": nasty,
};

const counted: readonly (readonly [PlaceName, number])[] = [
  ["identity, classic", 100],
  ["details", 100],
  ["identity, new", 60],
  ["address", 60],
  ["code", 60],
  ["user ID", 60],
  ["new password", 60],
  ["sign-in", 40],
];
for (const [place, numRuns] of counted)
  test(`${place} answers whatever is sent with a page, and changes nothing`, async () => {
    const { code, right } = placeOf(place);
    const each = unfitting[place] ?? text;
    const typed = fc.record(Object.fromEntries(Object.keys(right).map((name) => [name, each])));
    const earlier = await everything(code);
    await fc.assert(
      fc.asyncProperty(typed, rubbish, async (all, extra) => {
        const page = await sends({ place, typed: all as Record<string, string> }, extra);
        assert.ok(page.status < 500);
        assert.match(titleOf(page), /./);
        if (place === "sign-in") world.clock.advance({ minutes: 1 });
      }),
      { numRuns },
    );
    assert.deepEqual(await everything(code), earlier);
  });

const madeUp = [
  "%00",
  "%0d%0aSet-Cookie:%20x=y",
  "%FF",
  "%E3%81%82",
  "..%2fsign-in",
  "a".repeat(900),
];

for (const path of [
  "recover",
  "undo-address",
  "change-address",
  "confirm-address",
  "check-address",
])
  test(`/${path}: a secret that somebody made up is no link of ours, looked at or pressed`, async () => {
    const browser = world.browser("sakura");
    await browser.get("/sign-in");
    const { formToken = "" } = browser.form("/sign-in").fields;
    for (const secret of madeUp) {
      assert.equal((await browser.get(`/${path}/${secret}`)).status, 404, secret);
      assert.equal((await browser.post(`/${path}/${secret}`, { formToken })).status, 303, secret);
      assert.equal((await browser.follow()).status, 404, secret);
    }
  });

// Last, because it moves the clock: codes would end.
describe("sign-in: one sentence for everything, or it would tell which part was right", () => {
  for (const field of ["userId", "password"])
    for (const kind of kinds)
      test(`${field}: ${kind}`, async () => {
        const { path, code, right } = placeOf("sign-in");
        const typed: Record<string, string> = {
          ...right,
          [field]: badText(kind, right[field] ?? ""),
        };
        const earlier = await everything(code);
        const page = await sends({ place: "sign-in", typed });
        assert.match(titleOf(page), /^エラー:/);
        assert.ok(isRefused(page));
        const { userId = "" } = typed;
        const shown = form(page.body, path).fields.userId ?? "";
        assert.ok(understood(userId).startsWith(shown.replace(/\ufffd$/, "")), "input kept");
        assert.ok(shown.length >= Math.min(userId.length, 99), "input kept");
        assert.doesNotMatch(page.body, /<script>alert/);
        assert.deepEqual(await everything(code), earlier);
        world.clock.advance({ minutes: 11 });
      });
});
