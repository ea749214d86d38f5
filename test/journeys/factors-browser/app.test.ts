import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { codeOf } from "../../authenticators/totp.ts";
import { type Look, openBrowser, type TestBrowser } from "../../browser.ts";
import { registered } from "../../world/factors.ts";
import { openWorld, type World } from "../../world/world.ts";
import { press } from "../new-browser/steps.ts";
import {
  atHome,
  choosesInProfile,
  entersPassword,
  keepsCodes,
  looks,
  opensProfile,
  scans,
  signsOut,
  typesCode,
  type Visit,
  visit,
} from "./steps.ts";

/** みなと通信 (B) and かえで製薬 (C): an authenticator app, also without JavaScript. */

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});

type Walk = Look & { readonly code: string; readonly lang: "ja" | "en" };

const register = { ja: "登録する", en: "Set up" };

/** From the pulldown to the first code and the codes on paper. */
const addsApp = async (seen: Visit, lang: "ja" | "en") => {
  await choosesInProfile(seen, "totp");
  const key = await scans(seen);
  await looks(seen, "enrol");
  await seen.page.fill("#totpCode", "000000");
  await press(seen.page, register[lang]);
  await seen.page.locator("#summary-title").waitFor();
  await looks(seen, "enrol-refused");
  await typesCode(seen, key, register[lang]);
  return key;
};

const cast = async ({ code, lang, ...look }: Walk) => {
  const whose = await registered(world, code);
  const page = await browser.page({ lang, ...look });
  const seen = visit(world, page, { code, lang, name: `${code}-app-${lang}-${look.width}` });
  await entersPassword(seen, whose);
  await atHome(seen, whose.person.name);
  const key = await addsApp(seen, lang);
  const codes = await keepsCodes(seen);
  await opensProfile(seen);
  world.clock.advance({ minutes: 1 });
  return { whose, page, seen, key, codes };
};

for (const walk of [
  { code: "minato", width: 1280, lang: "en", javaScript: true },
  { code: "kaede", width: 390, lang: "ja", javaScript: false },
] as const)
  test(`${walk.code}: set up, refused, signed in with ${walk.javaScript ? "" : "no "}JavaScript`, async () => {
    const { whose, page, seen, key } = await cast(walk);
    await signsOut(seen);
    await entersPassword(seen, whose);
    await looks(seen, "verify");
    await page.fill("#totpCode", "１２３ ４５６");
    await press(page, seen.say.check);
    await page.locator("#summary-title").waitFor();
    await page.getByText(seen.say.wrongCode).first().waitFor();
    await looks(seen, "verify-refused");
    await typesCode(seen, key, seen.say.check);
    await atHome(seen, whose.person.name);
  });

test("two devices: the one that is held is chosen, and the last one used stands first", async () => {
  const { whose, page, seen, key } = await cast({ code: "minato", width: 390, lang: "ja" });
  await page.goto(`http://${world.hostOf("minato")}/profile/factors/new`);
  await press(page, "登録を始める");
  await page.check('input[name="method"][value="totp"]');
  await press(page, seen.say.next);
  const second = await scans(seen);
  await page.fill("#totpName", "会社のスマートフォン");
  await typesCode(seen, second, register.ja);
  await opensProfile(seen);
  await looks(seen, "profile-two");
  world.clock.advance({ minutes: 1 });
  await signsOut(seen);
  await entersPassword(seen, whose);
  await looks(seen, "verify-two");
  await page.getByLabel("会社のスマートフォン").check();
  await page.fill("#totpCode", codeOf(key, world.clock.now()));
  await press(page, seen.say.check);
  await page.locator("#summary-title").waitFor();
  await page.getByLabel("会社のスマートフォン").check();
  await typesCode(seen, second, seen.say.check);
  await atHome(seen, whose.person.name);
});

test("a code on paper instead of the phone, once", async () => {
  const { whose, page, seen, codes } = await cast({ code: "kaede", width: 1280, lang: "ja" });
  for (const isFirst of [true, false]) {
    await signsOut(seen);
    await entersPassword(seen, whose);
    await press(page, "リカバリーコード");
    if (isFirst) await looks(seen, "paper");
    await page.fill("#recoveryCode", codes[0]?.replace("-", " ").toUpperCase() ?? "");
    await press(page, seen.say.check);
    if (!isFirst) break;
    await atHome(seen, whose.person.name);
  }
  await page.locator("#summary-title").waitFor();
  await looks(seen, "paper-refused");
});
