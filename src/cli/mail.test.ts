import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { testDatabase } from "../../test/database.ts";
import { deliveryReport, mboxOf, outOfOffice } from "../../test/mail/reports.ts";
import { sampleSocieties } from "../../test/mail/sample.ts";
import { stageFor } from "../../test/mail/stage.ts";
import { shellFor } from "../../test/shell.ts";
import type { MailId } from "../kernel/ids.ts";
import { bounceAddress } from "../mail/bounces/token.ts";
import type { Database } from "../platform/database/types.ts";
import { StartRefusal } from "../platform/start-refusal.ts";
import type { Society } from "../society/index.ts";
import type { Installation } from "./command.ts";
import { mailCommands } from "./mail.ts";

const [hikari] = sampleSocieties;
const database = await testDatabase();
const { clear, clock, queue, rows, secrets } = stageFor(database);
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-bounces-"));
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(clear);

const kenpo = (positionals: readonly string[], values = {}, app = database.app) => {
  const registry = { society: () => ({ code: "hikari" }) as Society };
  const installation = { database: app, clock, secrets, registry } as unknown as Installation;
  return shellFor(mailCommands, () => installation)("mail bounces", values, positionals);
};
const fileOf = async (text: string) => {
  const path = join(folder, "bounces.mbox");
  await writeFile(path, text);
  return path;
};
const bounceTo = async () => {
  const [mail] = await queue();
  return {
    mail,
    to: bounceAddress(secrets, { society: hikari, mail: mail as MailId, domain: "kenpo.example" }),
  };
};

test("a mailbox of reports: what was read, what bounced, with ids and codes only", async () => {
  const [first, second] = [await bounceTo(), await bounceTo()];
  const path = await fileOf(
    mboxOf([
      deliveryReport({ bounceTo: first.to }),
      deliveryReport({ bounceTo: second.to, action: "delayed", status: "4.4.1" }),
      outOfOffice(second.to),
      deliveryReport({ bounceTo: first.to }),
    ]),
  );
  const rehearsal = await kenpo([path], { "dry-run": true });
  assert.match(rehearsal.said, /まだ何も変わっていません/);
  assert.deepEqual(new Set((await rows()).map(({ state }) => state)), new Set(["queued"]));
  const { code, said, json } = await kenpo([path]);
  assert.equal(code, 0);
  assert.match(said, /^4通を読みました。$/m);
  assert.match(said, /届かなかったメール: 1通/);
  assert.match(said, /すでに記録してあるもの: 1通/);
  assert.match(said, /配送が遅れている知らせ: 1通/);
  assert.match(said, /自動返信\(不在通知など\): 1通/);
  assert.ok(said.includes(`hikari ${first.mail} 5.1.1`));
  assert.doesNotMatch(said + JSON.stringify(json), /hanako/);
  assert.equal((json.counts as Record<string, number>).bounced, 1);
  assert.deepEqual((await rows()).map(({ state }) => state).sort(), ["bounced", "queued"]);
});

test("no file, a folder, nothing in it, no mail in it: refused, exit 1; wrong usage: 2", async () => {
  const missing = await kenpo([join(folder, "none")]);
  assert.deepEqual([missing.code, missing.complained.includes("見つかりません")], [1, true]);
  assert.equal((await kenpo([folder])).code, 1);
  for (const text of ["", "記号,番号\n1,2\n"]) {
    const none = await kenpo([await fileOf(text)]);
    assert.deepEqual([none.code, none.complained.includes("メールがありません")], [1, true]);
  }
  assert.equal((await kenpo([])).code, 2);
  assert.equal((await kenpo(["a", "b"])).code, 2);
});

test("an error in the middle: what was read before is recorded, and told", async () => {
  const [first, second] = [await bounceTo(), await bounceTo()];
  const path = await fileOf(
    mboxOf([first, second].map(({ to }) => deliveryReport({ bounceTo: to }))),
  );
  const breakingAt = (most: number): Database => {
    let done = 0;
    const full = Object.assign(new Error("full"), { code: "ENOSPC" });
    return {
      ...database.app,
      inSociety: (society, work) => {
        done += 1;
        return done > most ? Promise.reject(full) : database.app.inSociety(society, work);
      },
    };
  };
  const rehearsal = await kenpo([path], { "dry-run": true }, breakingAt(1));
  assert.match(rehearsal.complained, /いっぱいです。何も変わっていません。/);
  assert.match((await kenpo([path], {}, breakingAt(0))).complained, /何も変わっていません。/);
  const { code, complained } = await kenpo([path], {}, breakingAt(1));
  assert.equal(code, 1);
  assert.doesNotMatch(complained, /何も変わっていません/);
  assert.match(complained, /その前に読んだ1通は記録しました/);
  assert.deepEqual((await rows()).map(({ state }) => state).sort(), ["bounced", "queued"]);
  assert.match((await kenpo([path])).said, /すでに記録してあるもの: 1通/);
});

test("from a pipe, while the database is away: 75, so that the mail server comes again", async () => {
  const shell = shellFor(mailCommands, () => {
    throw new StartRefusal("database-url", "DATABASE_URL: nobody answers");
  });
  const { code, complained } = await shell("mail bounces", {}, ["-"]);
  assert.equal(code, 75);
  assert.match(complained, /あとでもう一度/);
});
