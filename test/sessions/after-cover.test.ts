import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PlainDate } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn, signsOut, titleOf } from "../journeys/stories.ts";
import { type Registered, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// A member leaves the society while signed in: the members file says so, and nobody signs out.

let world: World;
let booked = 0;
before(async () => {
  world = await openWorld(undefined, {
    // A service that does not exist yet.
    more: (web) => {
      web.get("/services/check", (c) => c.text("records"));
      web.post("/services/check", (c) => {
        booked += 1;
        return c.redirect("/services/check", 303);
      });
    },
  });
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

const loses = (whose: Registered, lostOn: string | null) =>
  world.app.inSociety(world.society(whose.code).id, async (tx) =>
    tx.write(sql`
      update member set lost_on = ${lostOn}::date
       where society_id = ${tx.society} and id = ${whose.person.id}`),
  );

const signedIn = async (whose: Registered) => {
  const browser = world.browser(whose.code);
  await signsIn(browser, whose.userId, whose.password);
  await browser.follow();
  return browser;
};

const books = async (browser: Visitor) => {
  await browser.get("/");
  const { fields } = browser.form("/preferences/size");
  return browser.post("/services/check", { formToken: fields.formToken ?? "" });
};

const today = (days: number): PlainDate =>
  Temporal.PlainDate.from("2026-11-20").add({ days }).toString() as PlainDate;

test("who leaves may read, and hands in nothing; the session stays, and so does the profile", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose);
  assert.equal((await books(browser)).location, "/services/check");
  assert.equal(booked, 1);
  await loses(whose, today(0));
  const refused = await books(browser);
  assert.equal(refused.location, "/cover-ended");
  assert.equal(booked, 1);
  const page = await browser.follow();
  assert.match(titleOf(page), /いまは、記録を見ることだけできます/);
  assert.match(page.body, /2028年1月23日まで見られます/);
  assert.equal((await browser.get("/services/check")).body, "records");
  assert.match((await browser.get("/")).body, /記録は、2028年1月23日まで見られます/);
  for (const path of ["/profile", "/profile/sessions"])
    assert.equal((await browser.get(path)).status, 200);
  assert.equal((await signsOut(browser)).location, "/sign-in?signed-out");
});

test("who leaves tomorrow is covered today, and who comes back is covered again", async () => {
  const whose = await registered(world, "minato");
  const browser = await signedIn(whose);
  const before = booked;
  await loses(whose, today(1));
  assert.equal((await books(browser)).location, "/services/check");
  await loses(whose, today(-30));
  assert.equal((await books(browser)).location, "/cover-ended");
  await loses(whose, null);
  assert.equal((await books(browser)).location, "/services/check");
  assert.equal(booked, before + 2);
  assert.equal((await browser.get("/cover-ended")).location, "/");
});

test("after the dial's time contact and sign-out are all that is left", async () => {
  const whose = await registered(world, "hikari");
  const browser = await signedIn(whose);
  await loses(whose, today(-429));
  assert.equal((await browser.get("/services/check")).body, "records");
  await loses(whose, today(-430));
  for (const path of ["/", "/services/check", "/profile", "/profile/sessions"])
    assert.match((await browser.get(path)).location ?? "", /^\/cover-ended\?return=/, path);
  const page = await browser.follow();
  assert.match(titleOf(page), /ご利用いただける期間が終わりました/);
  assert.match(page.body, /href="\/contact"/);
  assert.equal((await browser.get("/contact")).status, 200);
  await browser.get("/cover-ended");
  await signsOut(browser);
  assert.match((await browser.follow()).body, /ご利用ありがとうございました/);
});

test("another society's member of the same number is as covered as before", async () => {
  const [one, other] = [await registered(world, "hikari"), await registered(world, "kaede")];
  const browser = await signedIn(other);
  await loses(one, today(-500));
  assert.equal((await books(browser)).location, "/services/check");
});
