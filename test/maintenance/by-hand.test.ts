import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { maintenanceCommands } from "../../src/cli/maintenance/index.ts";
import { type Instant, inTokyo, later } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { openRegistry } from "../../src/society/index.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsIn, storiesOf, titleOf } from "../journeys/stories.ts";
import { shellFor } from "../shell.ts";
import { type Registered, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

/** メンテナンス by hand, beside the policies' rule: announced, then a page that says until when. */

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});
const shell = shellFor(maintenanceCommands, () => world as never);
const { begins } = storiesOf(() => world);

/** As the command line takes it. */
const typed = (at: Instant) => inTokyo(at).toPlainDateTime().toString().slice(0, 16);
const inHours = (hours: number) => later(world.clock.now(), { hours });

type Whom = Readonly<Record<string, string | boolean>>;
const plans = (whom: Whom, from: Instant, to: Instant, own: Whom = {}) =>
  shell("maintenance add", { ...whom, from: typed(from), to: typed(to), ...own });
const cancelAll = async () => {
  for (const { id, to } of world.registry.windows())
    if (to > world.clock.now()) await shell("maintenance cancel", {}, [id]);
};
afterEach(cancelAll);

const entered = async (whose: Registered): Promise<Visitor> => {
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  return browser;
};
const announcedOn = ({ body }: Answer) =>
  [...body.matchAll(/<b class="note__title">([^<]*お休みします)<\/b>/g)].map(([, text]) => text);

test("an entrance: announced on sign-in and home, then 503 with the end, help open, then as before", async () => {
  const whose = await registered(world, "minato");
  const [from, to] = [inHours(26), inHours(29)];
  const { code } = await plans({ entrance: world.hostOf("minato") }, from, to, {
    "reason-ja": "設備を入れ替えます。",
    "reason-en": "We replace equipment.",
  });
  assert.equal(code, 0);
  const stranger = world.browser("hikari");
  const said = ["11月21日(土)12時から15時まで、お休みします"];
  // The rule's own, four days later, is announced as well.
  const rule = "11月25日(水)21時から24時まで、お休みします";
  const page = await stranger.get("/sign-in");
  assert.deepEqual(announcedOn(page), [...said, rule]);
  assert.match(page.body, /設備を入れ替えます。/);
  const member = await entered(whose);
  assert.deepEqual(announcedOn(await member.follow()), [...said, rule]);

  world.clock.set(later(from, { seconds: -1 }));
  assert.equal((await stranger.get("/sign-in")).status, 200);
  world.clock.set(from);
  for (const path of ["/", "/sign-in", "/profile", "/forgot-id", "/forgot-password"]) {
    const closed = await stranger.get(path);
    assert.equal(closed.status, 503, path);
    assert.equal(closed.headers["retry-after"], String(3 * 3600));
    assert.match(closed.body, /点検のため、15時までご利用いただけません/);
    assert.match(closed.body, /設備を入れ替えます。/);
    assert.ok(!closed.body.includes("まだ受け付けていません"));
  }
  for (const path of ["/terms", "/notes", "/contact", "/help/faq", "/help/guide"])
    assert.equal((await stranger.get(path)).status, 200, path);
  assert.equal((await world.browser("asahi").get("/sign-in")).status, 200, "another entrance");
  world.clock.set(to);
  assert.equal((await stranger.get("/sign-in")).status, 200);
});

test("one society of a shared entrance: its members once they are known, nobody else", async () => {
  const [hana, taro] = [await registered(world, "minato"), await registered(world, "hikari")];
  await plans({ society: "minato" }, inHours(-1), inHours(2));
  const stranger = await world.browser("minato").get("/sign-in");
  assert.deepEqual([stranger.status, announcedOn(stranger).length], [200, 1]);
  const member = await entered(hana);
  const closed = await member.follow();
  assert.equal(closed.status, 503);
  assert.match(closed.body, /みなと通信健康保険組合/);
  assert.equal((await (await entered(taro)).follow()).status, 200);
  world.clock.advance({ hours: 2 });
  assert.equal((await (await entered(hana)).follow()).status, 200);
});

test("everything at once; a window that touches the rule's is one with it", async () => {
  // 2026-11-25, 20:00 in Tokyo; the rule begins at 21:00.
  world.clock.set("2026-11-25T11:00:00.000Z" as Instant);
  const midnight = later(world.clock.now(), { hours: 4 });
  await plans({ all: true }, world.clock.now(), later(world.clock.now(), { hours: 1 }));
  await plans({ all: true }, midnight, later(midnight, { hours: 2 }));
  const shared = await world.browser("kaede").get("/");
  assert.equal(shared.status, 503);
  assert.match(shared.body, /点検のため、11月26日\(木\)2時までご利用いただけません/);
  assert.equal(shared.headers["retry-after"], String(6 * 3600));
  const own = await world.browser("sakura").get("/");
  assert.match(own.body, /点検のため、21時までご利用いただけません/);
});

test("taken back it is over at once, and another server learns of both without a start", async () => {
  const other = await openRegistry({ database: world.app, baseUrl: "http://localhost:3000" });
  await plans({ society: "asahi" }, inHours(-1), inHours(5));
  const [id = ""] = world.registry.windows().flatMap((one) => (one.to > inHours(0) ? one.id : []));
  assert.equal((await world.browser("asahi").get("/")).status, 503);
  await other.refresh();
  assert.ok(other.windows().some((one) => one.id === id));
  assert.equal((await shell("maintenance cancel", { "dry-run": true }, [id])).code, 0);
  assert.equal((await world.browser("asahi").get("/")).status, 503);
  assert.equal((await shell("maintenance cancel", {}, [id])).code, 0);
  assert.equal((await world.browser("asahi").get("/")).status, 200);
  assert.equal((await shell("maintenance cancel", {}, [id])).code, 1);
  await other.refresh();
  assert.ok(!other.windows().some((one) => one.id === id));
});

test("a form that meets it is not received, and is told so", async () => {
  const whose = await registered(world, "hikari");
  const browser = world.browser("hikari");
  await browser.get("/sign-in");
  await plans({ all: true }, inHours(-1), inHours(1));
  const answer = await browser.submit(
    { userId: whose.userId, password: whose.password },
    { action: "/sign-in" },
  );
  assert.equal(answer.status, 503);
  assert.match(answer.body, /送信された内容は、まだ受け付けていません/);
  assert.ok(!answer.body.includes(whose.userId));
});

test("a registration under way waits: the hours of rest are not counted", async () => {
  // Far from the rule's own window.
  world.clock.set("2026-11-27T00:00:00.000Z" as Instant);
  const { browser } = await begins("hikari");
  const began = world.clock.now();
  await plans({ all: true }, inHours(2), inHours(14));
  const late = await begins("hikari");
  world.clock.set(later(began, { hours: 24 + 11 }));
  for (const [who, it] of [
    ["begun before", browser],
    ["begun after it was planned", late.browser],
  ] as const) {
    const page = await it.get("/first-sign-in");
    const at = page.location ? await it.follow() : page;
    assert.match(titleOf(at), /本人確認/, who);
  }
  world.clock.set(later(began, { hours: 24 + 13 }));
  const page = await browser.get("/first-sign-in");
  assert.doesNotMatch(titleOf(page.location ? await browser.follow() : page), /本人確認画面/);
});

test("a dry run and every refusal change nothing", async () => {
  const span = [inHours(1), inHours(2)] as const;
  const dry = await plans({ all: true }, ...span, { "dry-run": true });
  assert.equal(dry.code, 0);
  assert.match(dry.said, /まだ何も変わっていません/);
  const asked: readonly [Whom, readonly [Instant, Instant], number, RegExp][] = [
    [{}, span, 2, /どれか1つ/],
    [{ all: true, society: "hikari" }, span, 2, /どれか1つ/],
    [{ society: "nowhere" }, span, 1, /nowhere という組合はありません/],
    [{ entrance: "nowhere.example" }, span, 1, /nowhere\.example という入口はありません/],
    [{ all: true }, [inHours(2), inHours(1)], 1, /終わりの時刻が、始まりの時刻より前/],
    [{ all: true }, [inHours(-2), inHours(-1)], 1, /過ぎています/],
    [{ all: true }, [inHours(1), inHours(24 * 8)], 1, /7日より長い/],
    [{ all: true, "reason-ja": "入替" }, span, 2, /両方/],
    [{ all: true, "announce-days": "99" }, span, 2, /1から31/],
  ];
  for (const [whom, [from, to], code, words] of asked) {
    const refused = await plans(whom, from, to);
    assert.equal(refused.code, code, JSON.stringify(whom));
    assert.match(refused.complained, words);
  }
  const form = await shell("maintenance add", { all: true, from: "tomorrow", to: "later" });
  assert.match(form.complained, /日時として読めません/);
  assert.equal((await shell("maintenance cancel", {}, ["nothing"])).code, 1);
  await world.registry.refresh();
  assert.ok(world.registry.windows().every(({ to }) => to <= world.clock.now()));
});

test("the list shows what was planned, what the rule says, and what is on record", async () => {
  await plans({ society: "minato" }, inHours(30), inHours(31));
  const list = await shell("maintenance list", {});
  assert.match(list.said, /みなと通信健康保険組合\(minato\)/);
  assert.match(list.said, /毎月の決まり/);
  const sakura = await shell("maintenance list", { society: "sakura" });
  assert.deepEqual([sakura.json.planned, sakura.json.byRule], [[], []]);
  const [row] = await world.app.inSociety(world.society("minato").id, (tx) =>
    tx.query<{ action: string }>(sql`
      select action from audit_fact where society_id = ${tx.society}
         and action like 'maintenance.%' order by at desc, id desc limit 1`),
  );
  assert.equal(row?.action, "maintenance.planned");
});
