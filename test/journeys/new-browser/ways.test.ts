import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sql } from "../../../src/platform/database/sql.ts";
import { noTroubles } from "../../browser.ts";
import { looksRight } from "../browser-stories.ts";
import { newAddress } from "../new-stories.ts";
import { newUserId } from "../stories.ts";
import { openStage, type Stage, type Story, storyOf } from "./stage.ts";
import {
  arrives,
  begins,
  choosesMail,
  finishes,
  givesAddress,
  isHome,
  press,
  proves,
  reachesAddress,
  reachesCheck,
  reachesPassword,
  reachesUserId,
  refused,
  signsIn,
  typesCodeOf,
  typesPassword,
} from "./steps.ts";

/** Ways that people take which the way does not foresee. */

let stage: Stage;
before(async () => {
  stage = await openStage(["asahi", "sakura"]);
});
after(() => stage.close());

/** The same letter in another browser. */
const beside = ({ code, holder }: Story) => storyOf(stage, code, { holder });

const accountsOf = async ({ world, code, holder }: Story): Promise<number> => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [
    sql`select 1 from account where society_id = ${id} and member_id = ${holder.memberId}`,
  ]);
  return rows?.length ?? 0;
};

test("a taken user ID is told beside its field", async () => {
  const first = await storyOf(stage, "sakura");
  const taken = newUserId();
  await reachesUserId(first, newAddress());
  await first.page.fill("#userId", taken);
  await press(first.page, first.say.next);
  await choosesMail(first);
  await finishes(first);
  const story = await storyOf(stage, "sakura", { width: 1280 });
  const { page, say } = story;
  await reachesUserId(story, newAddress());
  await page.fill("#userId", taken.toUpperCase());
  await press(page, say.next);
  await refused(page);
  await looksRight(page, "ways-user-id-taken");
  assert.equal(await page.inputValue("#userId"), taken.toUpperCase());
  await page.fill("#userId", newUserId());
  await press(page, say.next);
  await choosesMail(story);
  await finishes(story);
});

for (const javaScript of [true, false])
  test(`a closed browser comes back by 「登録を続ける」, JavaScript ${javaScript ? "on" : "off"}`, async () => {
    const story = await storyOf(stage, "asahi", { javaScript });
    const email = newAddress();
    await reachesCheck(story, email);
    const storageState = await story.page.context().storageState();
    await story.page.context().close();
    const again = await storyOf(stage, "asahi", {
      holder: story.holder,
      javaScript,
      storageState,
    });
    await again.page.goto(again.at("/sign-in"));
    if (javaScript) await looksRight(again.page, "ways-sign-in-to-go-on");
    await again.page.getByRole("link", { name: again.say.goOn }).click();
    await arrives(again, "address-check");
    await typesCodeOf(again, email);
    await arrives(again, "user-id");
  });

test("two browsers with one letter: the first to finish wins, the other is told", async () => {
  const first = await storyOf(stage, "sakura");
  await reachesPassword(first, newAddress());
  const second = await beside(first);
  await begins(second);
  await proves(second);
  await arrives(second, "terms");
  await finishes(first);
  await press(second.page, second.say.agree);
  await second.page.waitForURL(/\/first-sign-in\/ended$/);
  await looksRight(second.page, "ways-registered-elsewhere");
  assert.equal(await accountsOf(first), 1);
});

test("a letter that was used says so", async () => {
  const story = await storyOf(stage, "sakura", { lang: "en" });
  await reachesUserId(story, newAddress());
  await story.page.fill("#userId", newUserId());
  await press(story.page, story.say.next);
  await choosesMail(story);
  await finishes(story);
  for (const lang of ["ja", "en"] as const) {
    const again = await storyOf(stage, "sakura", { holder: story.holder, lang });
    await signsIn(again, story.holder);
    await again.page.getByRole("link", { name: again.say.toSignIn }).waitFor();
    await looksRight(again.page, `ways-${lang}-letter-used`);
  }
});

test("「同意しない」 ends it kindly", async () => {
  const story = await storyOf(stage, "asahi");
  await begins(story);
  await proves(story);
  await press(story.page, story.say.disagree);
  await story.page.waitForURL(/\/first-sign-in\/ended$/);
  await looksRight(story.page, "ways-declined");
});

/** The page after going in the browser's history: one of the flow, without complaints. */
const stepAfter = async ({ page }: Story, go: () => Promise<unknown>): Promise<string> => {
  await go();
  await page.locator("h1").waitFor();
  noTroubles(page);
  return new URL(page.url()).pathname.replace("/first-sign-in/", "");
};

for (const javaScript of [true, false])
  test(`back through everything and forward again, JavaScript ${javaScript ? "on" : "off"}`, async () => {
    const story = await storyOf(stage, "asahi", { javaScript });
    const { page } = story;
    const email = newAddress();
    await reachesPassword(story, email);
    const back = () => stepAfter(story, () => page.goBack());
    const forward = () => stepAfter(story, () => page.goForward());
    const seen: string[] = [];
    for (let i = 0; i < 6; i += 1) seen.push(await back());
    // What is done for good shows where it goes on instead.
    assert.deepEqual(seen, ["method", "user-id", "password", "address", "password", "password"]);
    const then: string[] = [];
    for (let i = 0; i < 6; i += 1) then.push(await forward());
    assert.deepEqual(then, ["password", "address", "password", "user-id", "method", "password"]);
    await page.goBack();
    await choosesMail(story);
    await finishes(story);
    await page.goBack();
    await isHome(story);
    assert.equal(await accountsOf(story), 1);
  });

for (const javaScript of [true, false])
  test(`「実行」 pressed twice registers once, JavaScript ${javaScript ? "on" : "off"}`, async () => {
    const story = await storyOf(stage, "sakura", { javaScript, width: 1280 });
    const { page, say } = story;
    await reachesPassword(story, newAddress());
    await typesPassword(story);
    await page.getByRole("button", { name: say.run, exact: true }).dblclick({ noWaitAfter: true });
    await isHome(story);
    noTroubles(page);
    assert.equal(await accountsOf(story), 1);
  });

test("a step that was typed into the address bar leads back to the one that is open", async () => {
  const story = await storyOf(stage, "asahi");
  await reachesAddress(story);
  for (const step of ["address-check", "user-id", "password", "file-address"]) {
    await story.page.goto(story.at(`/first-sign-in/${step}`));
    await arrives(story, "address");
  }
  await story.page.goto(story.at("/"));
  await story.page.getByRole("heading", { level: 1, name: story.say.signIn }).waitFor();
});

const demandsLongerPasswords = async (code: string, minLength: number) => {
  const source = new URL(`../../../societies/${code}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(source, "utf8"));
  document.policy.password.minLength = minLength;
  const file = join(stage.folder, `${code}.json`);
  writeFileSync(file, JSON.stringify(document));
  await stage.world.command("society add", { reason: "test" }, [file]);
  await stage.world.registry.refresh();
};

for (const lang of ["ja", "en"] as const)
  test(`rules that changed meanwhile are named where they are asked (${lang})`, async (t) => {
    const story = await storyOf(stage, "asahi", { lang });
    const { page, say } = story;
    await reachesPassword(story, newAddress());
    await demandsLongerPasswords("asahi", 20);
    t.after(() => demandsLongerPasswords("asahi", 8));
    await typesPassword(story);
    await press(page, say.run);
    await arrives(story, "password");
    await page.getByText(say.rulesChanged).waitFor();
    await looksRight(page, `ways-${lang}-rules-changed`);
    const long = "umi-to-yama-to-kawa-2026";
    await page.fill("#password", long);
    await page.fill("#passwordAgain", long);
    await press(page, say.run);
    await isHome(story);
  });

test("an address proved with this letter before is not asked for a code again", async () => {
  const first = await storyOf(stage, "sakura");
  const email = newAddress();
  await reachesUserId(first, email);
  const second = await beside(first);
  await reachesAddress(second);
  await givesAddress(second, email);
  await arrives(second, "user-id");
});
