import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { closeSociety, reopenSociety } from "../../src/society/index.ts";
import {
  chosenPassword,
  isRefused,
  signsIn,
  signsOut,
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
  ended(await signedIn.get("/"));
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
  assert.equal((await triesToSignIn(world.browser("minato"), userId, chosenPassword)).status, 200);
});

test("who shares the browser signs in all the same: the end is told once", async () => {
  const hikari = world.society("hikari");
  const { userId: other } = await registers("minato");
  const families = [
    await registers("hikari"),
    await registers("hikari"),
    await registers("hikari"),
  ];
  assert.ok((await closeSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
  const [toSignIn, toContact, toSignOut] = families.map(({ browser }) => browser);
  assert.ok(toSignIn && toContact && toSignOut);
  ended(await toSignIn.get("/"));
  const theirs = await triesToSignIn(toSignIn, other, chosenPassword);
  assert.deepEqual([theirs.status, isRefused(theirs)], [200, false]);
  ended(await toContact.get("/contact"));
  assert.equal((await toContact.get("/contact")).status, 200);
  ended(await signsOut(toSignOut));
  assert.equal((await toSignOut.get("/sign-in")).status, 200);
  assert.ok((await reopenSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
});

test("the button of a mail of a closed society writes nothing there any more", async () => {
  const hikari = world.society("hikari");
  const email = "button@example.jp";
  await registers("hikari", { email });
  const [mail] = await world.mailsTo(email);
  const link = /\/confirm-address\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const phone = world.browser("minato");
  assert.equal((await phone.get(link)).status, 200);
  assert.ok((await closeSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
  ended(await phone.submit({}, { action: link }));
  for (const path of [link, `${link}/done`]) ended(await phone.get(path));
  const confirmed = await world.database.inSociety(hikari.id, (tx) =>
    tx.query(sql`
      select from account where society_id = ${tx.society} and email = ${email}
        and email_confirmed_at is not null`),
  );
  assert.equal(confirmed.length, 0);
  assert.ok((await reopenSociety(world.database, hikari, doing())).ok);
  await world.registry.refresh();
  await phone.get(link);
  assert.match((await phone.submit({}, { action: link })).location ?? "", /\/done$/);
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
