import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Visitor } from "../http-client.ts";
import type { Insured, Letter } from "../world/people.ts";
import { openWorld, type World } from "../world/world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

const details = (own: Record<string, string> = {}) => ({
  userId: "hanako79",
  password: "umi-to-yama-2026",
  passwordAgain: "umi-to-yama-2026",
  email: "hanako@example.jp",
  ...own,
});

let ids = 0;
const newUserId = () => {
  ids += 1;
  return `hanako${String(1000 + ids)}`;
};

const signsInWith = async (browser: Visitor, userId: string, password: string) => {
  await browser.get("/sign-in");
  return browser.submit({ userId, password }, { action: "/sign-in" });
};

const proves = (browser: Visitor, code: string, { bornOn }: Insured) =>
  browser.submit({
    insurerNumber: world.society(code).insurerNumber,
    birthDate: bornOn.replaceAll("-", ""),
    terms: "agree",
  });

const begins = async (code: string) => {
  const person = await world.insuredPerson(code);
  const letter = await world.letterFor(code, person);
  const browser = world.browser(code);
  await signsInWith(browser, letter.userId, letter.password);
  await browser.follow();
  return { person, letter, browser };
};

const reachesConfirmation = async (code: string, own: Record<string, string> = {}) => {
  const story = await begins(code);
  await proves(story.browser, code, story.person);
  await story.browser.follow();
  const userId = newUserId();
  await story.browser.submit(details({ userId, ...own }));
  const page = await story.browser.follow();
  return { ...story, userId, page };
};

const title = (body: string) => /<title>([^<]*)/.exec(body)?.[1] ?? "";

for (const code of ["hikari", "minato", "kaede"])
  describe(`the first sign-in of ${code}`, () => {
    test("from the letter to home", async () => {
      const { browser, userId, page } = await reachesConfirmation(code);
      assert.match(page.body, new RegExp(userId));
      assert.match(page.body, /hanako@example\.jp/);
      assert.doesNotMatch(page.body, /umi-to-yama/);
      const run = await browser.submit({});
      assert.equal(run.status, 303);
      assert.equal(run.location, "/first-sign-in/completed");
      const done = await browser.follow();
      assert.match(title(done.body), /^パスワード紛失等の注意事項出力画面/);
      const home = await browser.get("/");
      assert.match(home.body, /鈴木　花子/);
      assert.match(home.body, /お知らせはありません。/);
      assert.match(home.body, /メールアドレスの確認が、まだ終わっていません/);
      assert.deepEqual(world.failures, []);
    });
  });

test("the member signs out and in again with what they chose", async () => {
  const { browser, userId } = await reachesConfirmation("hikari");
  await browser.submit({});
  await browser.get("/");
  const out = await browser.submit({}, { action: "/sign-out" });
  assert.equal(out.location, "/sign-in?signed-out");
  await browser.follow();
  const signedIn = await signsInWith(browser, userId.toUpperCase(), "umi-to-yama-2026");
  assert.equal(signedIn.status, 303);
  const home = await browser.follow();
  assert.match(home.body, /前回のログイン/);
});
