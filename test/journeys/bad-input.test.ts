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
import { chosenPassword, details, isRefused, newUserId, storiesOf, titleOf } from "./stories.ts";

let world: World;
const browsers: Record<string, Visitor> = {};
const { begins, reachesDetails } = storiesOf(() => world);
// An address is 「必須」 there, so that an empty one is a fault.
const code = "minato";

before(async () => {
  world = await openWorld();
  browsers["/sign-in"] = world.browser(code);
  browsers["/first-sign-in/identity"] = (await begins(code)).browser;
  browsers["/first-sign-in/details"] = (await reachesDetails(code)).browser;
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** Everything that a person could notice, or the society; not what a flow keeps of rubbish. */
const everything = async () => {
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

const right = (): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  "/sign-in": { userId: "hanako79", password: chosenPassword },
  "/first-sign-in/identity": {
    insurerNumber: world.society(code).insurerNumber,
    birthDate: "19790822",
    terms: "agree",
  },
  "/first-sign-in/details": details(),
});

type Sent = { readonly path: string; readonly typed: Readonly<Record<string, string>> };

/** Fills in the form as it stands and sends it, also what a browser would not let through. */
const sends = async ({ path, typed }: Sent, extra = ""): Promise<Answer> => {
  const browser = browsers[path] as Visitor;
  const { body } = await browser.get(path);
  const hidden = form(body, path).fields;
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

const isSecret = (field: string) => field.startsWith("password");

/** What was typed is there again, escaped, and a password nowhere. */
const checkKept = (page: Answer, { path, typed }: Sent) => {
  const kept = form(page.body, path).fields;
  for (const [name, text] of Object.entries(typed)) {
    if (isSecret(name)) assert.equal(kept[name] || "", "", `${name} comes back`);
    else if (name !== "terms") assert.equal(kept[name], understood(text));
    else assert.equal(kept.terms, text === "agree" ? text : undefined);
  }
  assert.doesNotMatch(page.body, /<script>alert/);
  assert.equal(unescapeHtml(page.body).includes(chosenPassword), false);
};

const isRefusedBeside = async (path: string, field: string, kind: BadKind) => {
  const typed = { ...right()[path], [field]: badText(kind, right()[path]?.[field] ?? "") };
  const earlier = await everything();
  const page = await sends({ path, typed });
  assert.equal(page.status, 200);
  assert.equal(page.path, path);
  assert.match(titleOf(page), /^エラー:/);
  const { inSummary, beside } = messagesIn(page, field);
  assert.ok(inSummary, `no message in the summary for ${field}`);
  assert.equal(beside, inSummary);
  checkKept(page, { path, typed });
  assert.deepEqual(await everything(), earlier);
};

const kinds = Object.keys(badKinds) as BadKind[];
const fields: readonly (readonly [string, string, readonly BadKind[]])[] = [
  ["/first-sign-in/identity", "insurerNumber", kinds],
  ["/first-sign-in/identity", "birthDate", kinds],
  ["/first-sign-in/identity", "terms", kinds],
  ["/first-sign-in/details", "userId", kinds],
  ["/first-sign-in/details", "email", kinds],
  ["/first-sign-in/details", "password", badInPasswords],
  ["/first-sign-in/details", "passwordAgain", kinds],
];

for (const [path, field, bad] of fields)
  describe(`${field} of ${path}`, () => {
    for (const kind of bad) test(kind, () => isRefusedBeside(path, field, kind));
  });

describe("sign-in: one sentence for everything, or it would tell which part was right", () => {
  for (const field of ["userId", "password"])
    for (const kind of kinds)
      test(`${field}: ${kind}`, async () => {
        const path = "/sign-in";
        const typed = { ...right()[path], [field]: badText(kind, right()[path]?.[field] ?? "") };
        const earlier = await everything();
        const page = await sends({ path, typed });
        assert.match(titleOf(page), /^エラー:/);
        assert.ok(isRefused(page));
        const { userId = "" } = typed;
        const shown = form(page.body, path).fields.userId ?? "";
        assert.ok(understood(userId).startsWith(shown.replace(/\ufffd$/, "")), "input kept");
        assert.ok(shown.length >= Math.min(userId.length, 99), "input kept");
        assert.doesNotMatch(page.body, /<script>alert/);
        assert.deepEqual(await everything(), earlier);
        world.clock.advance({ minutes: 11 });
      });
});

test("all fields wrong at once: each has its message", async () => {
  const path = "/first-sign-in/details";
  const typed = { userId: "あ", password: "い", passwordAgain: "う", email: "え" };
  const page = await sends({ path, typed });
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
const text = fc.oneof(nasty, fc.constantFrom("", "agree", "1979010", chosenPassword, "a@b.jp"));
// A name of any form, one that every object has, and one twice.
const rubbish = fc.constantFrom(
  "",
  "&__proto__=x&constructor=y&toString",
  "&turn=1",
  "&=&&=%",
  "&%",
);

const counted: readonly (readonly [string, number])[] = [
  ["/sign-in", 40],
  ["/first-sign-in/identity", 100],
  ["/first-sign-in/details", 100],
];
for (const [path, numRuns] of counted)
  test(`${path} answers whatever is sent with a page, and changes nothing`, async () => {
    const typed = fc.record(
      Object.fromEntries(Object.keys(right()[path] ?? {}).map((name) => [name, text])),
    );
    const earlier = await everything();
    await fc.assert(
      fc.asyncProperty(typed, rubbish, async (all, extra) => {
        const page = await sends({ path, typed: all as Record<string, string> }, extra);
        assert.ok(page.status < 500);
        assert.match(titleOf(page), /./);
        if (path === "/sign-in") world.clock.advance({ minutes: 1 });
      }),
      { numRuns },
    );
    assert.deepEqual(await everything(), earlier);
  });
