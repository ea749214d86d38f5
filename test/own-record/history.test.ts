import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { recordFacts } from "../../src/audit/index.ts";
import { actionWords, someAction } from "../../src/identity/profile/history/actions-text.ts";
import { entriesOf } from "../../src/identity/profile/history/store.ts";
import { asId } from "../../src/kernel/ids.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { storiesOf } from "../profile/stories.ts";
import type { Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// 「利用の記録」 and 「表示の設定」, as their owner meets them.

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const { member, entered, factsOf, waits } = storiesOf(() => world);

const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Safari/604.1";

const written = (action: string, whose: Registered, by: "staff" | "system" | "member") =>
  world.app.inSociety(world.society(whose.code).id, async (tx) => {
    const actor =
      by === "system"
        ? ({ kind: "system" } as const)
        : ({ kind: by, id: asId<"x">("01977420-0000-7000-8000-0000000000ff") } as const);
    recordFacts(
      tx,
      [
        {
          action,
          actor,
          subject: { kind: "member", id: whose.person.id },
          memberId: whose.person.id,
        },
      ],
      { origin: { requestId: "test", source: "198.51.100.7" }, at: world.clock.now() },
    );
  });

/** The records of the page: what, and who from where. */
const recordsOn = (body: string) =>
  [...body.matchAll(/<dd>([^<]*)<br\/?><span class="hint">([^<]*)<\/span>/g)].map(
    ([, what, who]) => `${what} / ${who}`,
  );

test("who did what, the newest first, staff without a name, an address only coarsely", async () => {
  const whose = await member("hikari");
  const other = await member("hikari");
  await written("account.reissued", whose, "staff");
  world.clock.advance({ seconds: 1 });
  await written("account.of-tomorrow", whose, "system");
  await written("mail.bounced", other, "system");
  world.clock.advance({ minutes: 1 });
  const browser = await entered(whose);
  const { body } = await browser.get("/profile/history");
  assert.deepEqual(recordsOn(body), [
    "ログインしました / あなた・接続元 いまと同じ",
    "あなたの情報についての記録です / システム(自動)",
    "新しいご案内が発行されました / 組合の職員",
  ]);
  assert.doesNotMatch(body, /198\.51|0000000000ff/);
  assert.doesNotMatch(body, /メールが届きませんでした/, "another member's");
});

test("the device is told where the sessions from there were of one kind", async () => {
  const whose = await member("hikari");
  const signs = async (agent: string) => {
    const browser = world.browser("hikari", { "user-agent": agent });
    await browser.get("/sign-in");
    await browser.submit(
      { userId: whose.userId, password: whose.password },
      { action: "/sign-in" },
    );
    await browser.follow();
    return browser;
  };
  const first = await signs(phone);
  assert.match((await first.get("/profile/history")).body, /あなた・Safari, iPhone・接続元/);
  world.clock.advance({ minutes: 1 });
  const second = await signs("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36");
  assert.deepEqual(
    recordsOn((await second.get("/profile/history")).body).map((text) => text.split(" / ")[1]),
    ["あなた・接続元 いまと同じ", "あなた・Safari, iPhone・接続元 いまと同じ"],
    "two kinds at that address: which one is not guessed",
  );
});

test("twenty a page, and on to what was before", async () => {
  const whose = await member("kaede");
  for (let nth = 0; nth < 24; nth += 1) {
    world.clock.advance({ seconds: 1 });
    await written(nth === 0 ? "credential.issued" : "member.changed", whose, "system");
  }
  const browser = await entered(whose);
  const { body } = await browser.get("/profile/history");
  assert.equal(recordsOn(body).length, 20);
  const [, older = ""] = /href="(\/profile\/history\?before=[^"]*)"/.exec(body) ?? [];
  const before = recordsOn((await browser.get(older)).body);
  assert.equal(before.length, 5);
  assert.match(before.at(-1) ?? "", /ご案内\(仮ID\)が発行されました/);
  assert.doesNotMatch(browser.page().body, /前の記録を見る/, "nothing is older");
  assert.equal((await browser.get("/profile/history?before=x")).status, 200);
  assert.equal(recordsOn(browser.page().body).length, 20, "rubbish is the first page");
});

test("another society, and who is not signed in, read nothing", async () => {
  const whose = await member("hikari");
  await written("member.changed", whose, "system");
  const found = await world.app.inSociety(world.society("kaede").id, (tx) =>
    entriesOf(tx, {
      memberId: whose.person.id,
      accountId: whose.accountId,
      before: null,
      count: 9,
    }),
  );
  assert.deepEqual(found, []);
  for (const path of ["/profile/history", "/profile/display"])
    assert.match((await world.browser("hikari").get(path)).location ?? "", /^\/sign-in\?to=/);
});

const storedDisplay = async ({ code, accountId }: Registered) =>
  world.app.inSociety(world.society(code).id, (tx) =>
    tx.one<{ language: string; size: string | null }>(sql`
      select language, text_size as size from account
       where society_id = ${tx.society} and id = ${accountId}`),
  );

test("language and text size: of mails, of this browser, and of the next one", async () => {
  const whose = await member("kaede");
  const browser = await entered(whose);
  waits();
  await browser.get("/profile/display");
  await browser.submit({ language: "en", textSize: "large" }, { action: "/profile/display" });
  const page = await browser.follow();
  assert.equal(page.path, "/profile", "without being asked again: it opens nothing");
  assert.match(page.body, /<html lang="en"[^>]*data-size="large"/);
  assert.match(page.body, /Your display settings were changed/);
  assert.deepEqual(await storedDisplay(whose), { language: "en", size: "large" });
  assert.ok((await factsOf(whose)).includes("account.display-changed"));
  const next = await entered(whose);
  assert.match(next.page().body, /data-size="large"/, "another browser has chosen none");
});

test("an answer that is none is told, and the other one stays", async () => {
  const whose = await member("hikari");
  const browser = await entered(whose);
  await browser.get("/profile/display");
  const { fields } = browser.form("/profile/display");
  await browser.post("/profile/display", { ...fields, language: "fr", textSize: "large" });
  const { body } = await browser.follow();
  assert.match(body, /言語を選んでください/);
  assert.match(body, /value="large" checked/);
  assert.deepEqual(await storedDisplay(whose), { language: "ja", size: null });
});

/** Facts of a society or of the installation: no member's. */
const notOfMembers = /^(audit|backup|retention|secrets|society|import|process|sweep|maintenance)\./;

const actionsIn = (text: string) =>
  [...text.matchAll(/"([a-z][a-z-]*\.[a-z][a-z-]*)"/g)].map(([, action = ""]) => action);

test("every action that the product writes of a member has its sentence", () => {
  const sources = globSync("src/**/*.{ts,tsx}")
    .filter((path) => !/\.test\.|gallery|text\.ts$|\/views\//.test(path))
    .map((path) => readFileSync(path, "utf8"))
    .filter((text) => /Did\(|\bFact\b|action:/.test(text));
  const rooms = new Set(Object.keys(actionWords).map((action) => action.split(".")[0]));
  const actions = [...new Set(sources.flatMap(actionsIn))]
    .filter((action) => rooms.has(action.split(".")[0]) || /Did|recover|address/.test(action))
    .filter((action) => !notOfMembers.test(action) && !/\.(csv|json|jsonl|txt|pdf)$/.test(action));
  assert.ok(actions.length > 25, "the search finds them");
  assert.deepEqual(
    actions.filter((action) => !(action in actionWords) && action !== "member.erased"),
    [],
    "say it in src/identity/profile/history/actions",
  );
  assert.ok(someAction.ja && someAction.en);
});
