import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { openBrowser, type TestBrowser } from "../browser.ts";
import { looksRight } from "../journeys/browser-stories.ts";
import { press } from "../journeys/new-browser/steps.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { triesToSignIn } from "../journeys/stories.ts";
import { type Device, giveDevice, registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";
import { at, linkIn, mailOf, type Seen, signsIn, typesCard } from "./member.ts";
import { shows } from "./reading.ts";

// Manual D, Q3, Q4, Q6 and Q13: the password is forgotten or locked, the phone is lost; as あさひ精工's
// members help themselves. See docs/manuals/d.md.

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

const subject = /パスワード再設定/;
const newPassword = "kawa-to-mori-2026";

type Own = Seen & { readonly phone: Device };

const cast = async (): Promise<Own> => {
  const whose = await registered(world, "asahi");
  const phone = await giveDevice(world, whose);
  const page = await browser.page();
  return { world, browser, whose, phone, page, name: "manual-d-lost" };
};

const looks = ({ page, name }: Seen, what: string) => looksRight(page, `${name}-${what}`);

const asks = async (seen: Seen) => {
  const { page, whose } = seen;
  await page.goto(at(seen, "/forgot-password"));
  await page.fill("#userId", whose.userId);
  await page.fill("#email", whose.email ?? "");
  await press(page, "実行");
  await shows(page, "登録と一致した場合", whose.email ?? "");
};

const showsTheApp = async ({ page, phone }: Own) => {
  await page.fill("#totpCode", phone.code());
  await press(page, "確認");
  await page.locator("#passwordAgain").waitFor();
};

const types = async ({ page }: Seen, password: string) => {
  await page.fill("#password", password);
  await page.fill("#passwordAgain", password);
  await press(page, "実行");
};

const isHome = async (seen: Seen) => {
  await seen.page.goto(at(seen, "/"));
  await seen.page.getByRole("heading", { level: 1, name: seen.whose.person.name }).waitFor();
};

const forgets = async (t: TestContext) => {
  const seen = await cast();
  const { page, whose } = seen;
  await asks(seen);
  await looks(seen, "1-sent");
  await t.test("Q3 a link by mail, the app's code, a new password", async () => {
    const mail = await mailOf(seen, subject);
    assert.match(mail.from.address, /^no-reply@/);
    await page.goto(linkIn(mail));
    await press(page, "パスワードを再設定する");
    await showsTheApp(seen);
    await looks(seen, "2-password");
  });
  await t.test("Q6 a password that is the user ID is refused beside its field", async () => {
    await types(seen, whose.userId);
    await page.locator("#summary-title").waitFor();
    await shows(page, "ユーザIDと違うものにしてください");
    await looks(seen, "3-password-refused");
    await types(seen, newPassword);
    await isHome(seen);
  });
};

const isLocked = async (t: TestContext) => {
  const seen = await cast();
  const { page, whose } = seen;
  const stranger = world.browser("asahi");
  for (let i = 0; i < 10; i += 1) await triesToSignIn(stranger, whose.userId, "wrong-password-1");
  await t.test("Q4 a locked password: the reset opens it", async () => {
    await mailOf(seen, /ロック|ログイン/);
    await asks(seen);
    await page.goto(linkIn(await mailOf(seen, subject)));
    await press(page, "パスワードを再設定する");
    await showsTheApp(seen);
    await types(seen, newPassword);
    await isHome(seen);
    world.clock.advance({ minutes: 1 });
    const again = { ...seen, page: await browser.page() };
    await signsIn(again, newPassword);
    await again.page.locator("#totpCode").waitFor();
  });
};

const provesWithoutPhone = async (seen: Own) => {
  const { page } = seen;
  await press(page, "認証方法を登録し直す");
  await looks(seen, "4-identity");
  await typesCard(seen);
  await press(page, "確認");
  await page.check('input[name="method"][value="totp"]');
  await press(page, "次へ進む");
  const key = keyOnPage(await page.content());
  await page.fill("#totpCode", codeOf(key, world.clock.now()));
  await press(page, "登録する");
  await press(page, "控えました");
  await page.locator("#passwordAgain").waitFor();
  return key;
};

const losesThePhone = async (t: TestContext) => {
  const seen = await cast();
  const { page, phone } = seen;
  await t.test("Q13 a lost phone: a link by mail, who one is, a new device", async () => {
    await asks(seen);
    await page.fill("#code", codeIn(await mailOf(seen, subject)));
    await press(page, "確認番号で進む");
    const key = await provesWithoutPhone(seen);
    await types(seen, newPassword);
    await looks(seen, "5-done");
    await isHome(seen);
    world.clock.advance({ minutes: 1 });
    const again = { ...seen, page: await browser.page() };
    await signsIn(again, newPassword);
    await again.page.fill("#totpCode", phone.code());
    await press(again.page, "確認");
    await again.page.locator("#summary-title").waitFor();
    await again.page.fill("#totpCode", codeOf(key, world.clock.now()));
    await press(again.page, "確認");
    await isHome(again);
  });
};

describe("manual D: forgotten and lost", () => {
  test("asahi, 390 px", async (t) => {
    await forgets(t);
    await isLocked(t);
    await losesThePhone(t);
  });
});
