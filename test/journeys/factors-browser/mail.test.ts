import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startMailWorker } from "../../../src/mail/index.ts";
import { smtpServer } from "../../../src/platform/smtp/server.ts";
import { type TestSmtp, testSmtp } from "../../smtp.ts";
import { giveDevice, giveMailbox, makeActive, registered } from "../../world/factors.ts";
import { openStage, type Stage, type Story, storyOf } from "../new-browser/stage.ts";
import { arrives, finishes, isHome, press, reachesUserId } from "../new-browser/steps.ts";
import { codeIn } from "../new-stories.ts";
import { chosenPassword } from "../stories.ts";
import {
  atHome,
  choosesInProfile,
  choosesMethod,
  entersPassword,
  keepsCodes,
  looks,
  scans,
  signsOut,
  typesCode,
  type Visit,
  visit,
} from "./steps.ts";

/** さくら工業 (E): codes by mail, through a real SMTP server. */

let stage: Stage;
let smtp: TestSmtp;
let post: { readonly drain: () => Promise<unknown>; readonly stop: () => Promise<void> };
const closing: (() => unknown)[] = [];

before(async () => {
  stage = await openStage(["sakura"]);
  smtp = await testSmtp({ after: (close) => void closing.push(close as () => unknown) });
  const { world } = stage;
  const transport = smtpServer(smtp.url);
  closing.push(() => transport.close());
  post = startMailWorker({
    database: world.database,
    clock: world.clock,
    secrets: world.secrets,
    registry: world.registry,
    transport,
    domain: "localhost",
    random: () => 0.5,
    report: () => {},
    schedule: () => ({ stop: () => {} }),
    holder: null,
  });
});
after(async () => {
  await post.stop();
  for (const close of closing.toReversed()) await close();
  await stage.close();
});

/** The mails with codes, as they arrived. */
const codesTo = async (address: string) => {
  await post.drain();
  return smtp.received
    .filter(({ envelope }) => envelope.to.includes(address))
    .filter(({ mail }) => /^[【[]\d\d:\d\d/.test(mail.subject ?? ""))
    .map(({ mail }) => ({ subject: mail.subject ?? "", code: codeIn({ text: mail.text ?? "" }) }));
};

const newest = async (address: string) => {
  const mail = (await codesTo(address)).at(-1);
  if (!mail) throw new Error(`no code to ${address}`);
  return mail;
};

const registers = async (story: Story, seen: Visit, email: string) => {
  await reachesUserId(story, email);
  await press(story.page, story.say.next);
  await arrives(story, "method");
  await looks(seen, "method");
  await choosesMethod(seen, "mail-otp");
  await arrives(story, "password");
  await finishes(story);
};

const isRefused = async ({ page }: Visit) => page.locator("#summary-title").waitFor();

for (const [width, lang, javaScript] of [
  [390, "ja", false],
  [1280, "en", true],
] as const)
  test(`from the letter to a code by mail: ${width} ${lang}`, async () => {
    const story = await storyOf(stage, "sakura", { width, lang, javaScript });
    const { page, world, holder } = story;
    const email = `mail${width}@example.jp`;
    const seen = visit(world, page, { code: "sakura", lang, name: `sakura-mail-${lang}-${width}` });
    await registers(story, seen, email);
    await signsOut(seen);
    await entersPassword(seen, { userId: holder.userId, password: chosenPassword });
    await looks(seen, "verify");
    const first = await newest(email);
    await page.fill("#mailCode", first.code === "000000" ? "111111" : "000000");
    await press(page, seen.say.check);
    await isRefused(seen);
    await looks(seen, "verify-refused");
    world.clock.advance({ minutes: 2 });
    await press(page, seen.say.resend);
    const second = await newest(email);
    assert.notEqual(second.subject, first.subject, "the subject tells them apart");
    await page.fill("#mailCode", second.code);
    await press(page, seen.say.check);
    await isHome(story);
  });

test("the mail server is down: the page says so, and the app leads in", async () => {
  const { world, browser } = stage;
  const whose = await registered(world, "hikari");
  await giveMailbox(world, whose);
  const device = await giveDevice(world, whose);
  await makeActive(world, whose, "mail-otp");
  const page = await browser.page({ width: 390, lang: "ja" });
  const seen = visit(world, page, { code: "hikari", lang: "ja", name: "hikari-mail-down" });
  await smtp.close();
  await entersPassword(seen, whose);
  await post.drain();
  world.clock.advance({ minutes: 2 });
  await page.reload();
  await page.getByText("メールの送信に、いつもより時間がかかっています").waitFor();
  await looks(seen, "late");
  await press(page, "ワンタイムパスワード (OTP) アプリ認証");
  await page.fill("#totpCode", device.code());
  await press(page, seen.say.check);
  await atHome(seen, whose.person.name);
  await smtp.open();
});

test("a browser that is closed while an app is set up comes back to the same key", async () => {
  const { world, browser } = stage;
  const whose = await registered(world, "hikari");
  const page = await browser.page({ width: 390, lang: "ja" });
  const seen = visit(world, page, { code: "hikari", lang: "ja", name: "hikari-closed" });
  await entersPassword(seen, whose);
  await choosesInProfile(seen, "totp");
  const key = await scans(seen);
  // The session's cookie goes with the window, the flow's own stays.
  const cookies = (await page.context().cookies()).filter(({ expires }) => expires > 0);
  await page.context().close();
  const later = await browser.page({
    width: 390,
    lang: "ja",
    storageState: { cookies, origins: [] },
  });
  const again = visit(world, later, { code: "hikari", lang: "ja", name: "hikari-reopened" });
  await later.goto(`http://${world.hostOf("hikari")}/profile/add`);
  await again.page.getByRole("heading", { level: 1, name: again.say.signIn }).waitFor();
  await entersPassword(again, whose);
  await later.goto(`http://${world.hostOf("hikari")}/profile/add`);
  assert.equal(await scans(again), key);
  await typesCode(again, key, "登録する");
  await keepsCodes(again);
});
