import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import iconv from "iconv-lite";
import { sql } from "../../../src/platform/database/sql.ts";
import { type Holder, looksRight } from "../browser-stories.ts";
import { newAddress } from "../new-stories.ts";
import { openStage, type Stage, type Story, storyOf } from "./stage.ts";
import {
  arrives,
  choosesMail,
  finishes,
  givesAddress,
  press,
  proves,
  refused,
  signsIn,
  typesCodeOf,
} from "./steps.ts";

/** Members of an older system: their IDs come in by a file, with passwords that may be guessed. */

const password = "sakura-2026";
let stage: Stage;
let kept: Holder;
let forbidden: Holder;

const keyOf = async ({ memberId }: Holder) => {
  const { id } = stage.world.society("sakura");
  const [rows] = await stage.world.app.read(id, [
    sql`select symbol, member_number as number, branch_number as branch from member
         where society_id = ${id} and id = ${memberId}`,
  ]);
  const [row] = rows as { symbol: string; number: string; branch: string }[];
  return `${row?.symbol},${row?.number},${row?.branch}`;
};

before(async () => {
  stage = await openStage(["sakura"]);
  kept = stage.holder("sakura", ({ email }) => email === null);
  forbidden = stage.holder("sakura", ({ email }) => email !== null);
  const lines = [
    "記号,番号,枝番,ユーザID,仮パスワード",
    `${await keyOf(kept)},Hanako.79,${password}`,
    `${await keyOf(forbidden)},花子 79,${password}`,
  ];
  const file = join(stage.folder, "credentials.csv");
  writeFileSync(file, iconv.encode(`${lines.join("\r\n")}\r\n`, "cp932"));
  await stage.world.command("credentials import", { society: "sakura" }, [file]);
});
after(() => stage.close());

const provesBoth = async (story: Story) => {
  await story.page.fill("#insurerNumber", story.world.society("sakura").insurerNumber);
  await proves(story);
  await arrives(story, "terms");
  await press(story.page, story.say.agree);
};

const onFileOf = ({ email }: Holder): string => email ?? "";

const accountOf = async ({ memberId }: Holder) => {
  const { id } = stage.world.society("sakura");
  const [rows] = await stage.world.app.read(id, [
    sql`select user_id as "userId", email from account
         where society_id = ${id} and member_id = ${memberId}`,
  ]);
  return (rows as { userId: string; email: string }[])[0];
};

test("an ID that stays: both proofs for a password that may be guessed, then as everybody", async () => {
  const story = await storyOf(stage, "sakura", { holder: kept, width: 1280, lang: "en" });
  const { page, say } = story;
  await signsIn(story, { userId: "hanako.79", password: "SAKURA 2026" });
  await arrives(story, "identity");
  await looksRight(page, "migrated-en-identity");
  await proves(story);
  await refused(page);
  await looksRight(page, "migrated-en-identity-refused");
  await provesBoth(story);
  await arrives(story, "address");
  const email = newAddress();
  await givesAddress(story, email);
  await typesCodeOf(story, email);
  await arrives(story, "user-id");
  assert.equal(await page.inputValue("#userId"), "Hanako.79");
  await press(page, say.next);
  await choosesMail(story);
  await finishes(story);
  assert.deepEqual(await accountOf(kept), { userId: "Hanako.79", email });
});

/** The mail tells the new ID; with the password that the society told, up to the guarded address. */
const comesWithTheNewId = async (lang: "ja" | "en", javaScript: boolean) => {
  const story = await storyOf(stage, "sakura", { holder: forbidden, lang, javaScript });
  const mails = await stage.world.mailsTo(onFileOf(forbidden));
  const mail = mails.find(({ subject }) => subject === "新しいID・パスワードについて");
  assert.ok(mail, "a mail tells the new ID");
  assert.doesNotMatch(mail.text + mail.html, new RegExp(password));
  const userId = /新しいユーザID: (\S+)/.exec(mail.text)?.[1] ?? "";
  await signsIn(story, { userId, password });
  await arrives(story, "identity");
  await provesBoth(story);
  await arrives(story, "file-address");
  await looksRight(story.page, `migrated-${lang}-file-address`);
  assert.doesNotMatch(await story.page.content(), new RegExp(onFileOf(forbidden)));
  return { ...story, userId };
};

test("without the mail of the address on file there is no way on", async () => {
  const story = await comesWithTheNewId("en", false);
  const { page, say } = story;
  await press(page, say.sendMail);
  await arrives(story, "file-address-check");
  await looksRight(page, "migrated-en-file-address-check");
  assert.doesNotMatch(await page.content(), new RegExp(onFileOf(forbidden)));
  for (const step of ["address", "user-id", "password"]) {
    await page.goto(story.at(`/first-sign-in/${step}`));
    await arrives(story, "file-address-check");
  }
});

test("an ID that may not stay: its holder reads the new one, proves all there is, comes home", async () => {
  const onFile = onFileOf(forbidden);
  // The story before had a mail sent with the same letter: one a minute.
  stage.world.clock.advance({ seconds: 61 });
  const story = await comesWithTheNewId("ja", true);
  const { page, say, userId } = story;
  await press(page, say.sendMail);
  await arrives(story, "file-address-check");
  await looksRight(page, "migrated-ja-file-address-check");
  await typesCodeOf(story, onFile);
  await arrives(story, "address");
  assert.equal(await page.inputValue("#email"), onFile);
  await looksRight(page, "migrated-ja-address");
  await press(page, say.sendMail);
  await arrives(story, "user-id");
  assert.equal(await page.inputValue("#userId"), userId);
  await press(page, say.next);
  await choosesMail(story);
  await finishes(story);
  assert.deepEqual(await accountOf(forbidden), { userId, email: onFile });
});
