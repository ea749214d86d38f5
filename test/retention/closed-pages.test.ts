import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeSociety, reopenSociety } from "../../src/society/index.ts";
import {
  chosenPassword,
  isRefused,
  signsIn,
  storiesOf,
  titleOf,
  triesToSignIn,
} from "../journeys/stories.ts";
import { openWorld, type World } from "../world/world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  assert.deepEqual(world.failures, []);
  await world.close();
});
const { registers, begins } = storiesOf(() => world);

const doing = () => ({
  reason: "契約満了",
  origin: { requestId: "test-run", source: "cli" },
  now: world.clock.now(),
});
const ended = ({ status, body }: { status: number; body: string }) => {
  assert.equal(status, 410);
  assert.match(body, /このサービスは終了しました/);
};

test("a closed society of a shared entrance: who is theirs is told, the others notice nothing", async () => {
  const hikari = world.society("hikari");
  const { browser: signedIn, userId } = await registers("hikari");
  const { browser: halfWay } = await begins("hikari");
  const unused = await world.letterFor("hikari", await world.insuredPerson("hikari"));
  const { userId: other } = await registers("minato");
  assert.ok((await closeSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
  for (const path of ["/", "/sign-in", "/terms"]) ended(await signedIn.get(path));
  ended(await halfWay.get("/first-sign-in"));
  ended(await signsIn(world.browser("minato"), userId, chosenPassword));
  ended(await signsIn(world.browser("minato"), unused.userId, unused.password));
  // Whoever does not know the password learns nothing.
  const wrong = await triesToSignIn(world.browser("minato"), userId, "not-this-one-1");
  assert.ok(isRefused(wrong));
  const theirs = await triesToSignIn(world.browser("minato"), other, chosenPassword);
  assert.equal(theirs.status, 200);
  assert.ok(!isRefused(theirs));
  assert.equal((await world.browser("minato").get("/contact")).status, 200);
  // In the language that the page is asked for.
  const english = world.browser("minato", { "accept-language": "en" });
  assert.match((await signsIn(english, userId, chosenPassword)).body, /This service has ended/);
  assert.ok((await reopenSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
  assert.equal((await signedIn.get("/")).status, 200);
});

test("a closed society with an entrance of its own: every page says so", async () => {
  const browser = world.browser("asahi");
  assert.equal((await browser.get("/sign-in")).status, 200);
  const asahi = world.society("asahi");
  assert.ok((await closeSociety(world.database, asahi, doing())).ok);
  await world.registry.refresh();
  for (const path of ["/", "/sign-in", "/first-sign-in", "/help/faq", "/no-such-page"]) {
    const page = await browser.get(path);
    ended(page);
    assert.match(titleOf(page), /あさひ精工/, "whose page it was");
  }
  ended(await browser.post("/sign-in", { userId: "x", password: "y" }));
});

test("a lock that began before is told to nobody, and holds up nobody's", async () => {
  const { userId } = await registers("kaede");
  for (let tries = 0; tries < 10; tries += 1)
    await signsIn(world.browser("kaede"), userId, `wrong-${tries}-password`);
  assert.ok((await closeSociety(world.database, world.society("kaede"), doing())).ok);
  await world.registry.refresh();
  assert.deepEqual(await world.mailsTo("nobody@example.jp"), []);
  const rows = await world.database.directory<{ count: number }>({
    text: "select count(*)::int as count from lock_notice",
    values: [],
    name: "notices-left",
  });
  assert.equal(rows[0]?.count, 0);
});
