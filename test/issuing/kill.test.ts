import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { verify } from "@node-rs/argon2";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { foldPrinted } from "../../src/identity/provisional/index.ts";
import { type Office, openOffice } from "./office.ts";
import { isSound, lettersOn, pagesOf } from "./pdf.ts";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const people = 130;
let office: Office;
/** Holds a table, so that the run waits at a known place. */
let holder: pg.Client;
let pdf = "";
let csv = "";

const startRun = () => {
  const child = spawn(project("scripts/node"), [project("bench/issuing/issue-once.ts")], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const config = office.database.appConfig;
  child.stdin.end(JSON.stringify({ config, code: "hikari", pdf, csv }));
  return child;
};

const runToTheEnd = async () => {
  const child = startRun();
  const ended = once(child, "exit");
  const said = await text(child.stdout);
  assert.deepEqual(await ended, [0, null]);
  assert.equal(JSON.parse(said).count, people);
};

before(async () => {
  office = await openOffice();
  holder = await office.connect(office.database.rootConfig);
  [pdf, csv] = [office.path("letters.pdf"), office.path("letters.csv")];
  const workplaces = [
    ["001", "本社"],
    ["002", "工場"],
  ] as const;
  await office.bringIn(
    Array.from({ length: people }, (_, i) => ({
      number: 1000 + i,
      workplace: workplaces[i % 2] ?? workplaces[0],
    })),
  );
  // older letters, which must go on working
  await runToTheEnd();
});
after(async () => {
  await holder.end();
  await office.close();
});

const ask = async (query: string): Promise<boolean> => {
  const { rows } = await office.root.query<{ is: boolean }>(`select ${query} as is`);
  return rows[0]?.is === true;
};
const until = async (child: ChildProcess | null, isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) {
    if (child && child.exitCode !== null) throw new Error("the run ended before");
    await turn();
  }
};

const ofRun = "datname = current_database() and application_name = 'kenpo issue-once'";
const isGone = () => ask(`not exists (select from pg_stat_activity where ${ofRun})`);
const waits = () =>
  ask(`exists (select from pg_stat_activity where ${ofRun} and wait_event_type = 'Lock')`);
const prepared = (least: number) => () =>
  ask(`(select count(*) from provisional_credential where state = 'prepared') >= ${least}`);
/** As soon as the list has its name: the PDF may have it too, or not. */
const isListPlaced = () => existsSync(csv);

type Letter = {
  readonly issued_id: string;
  readonly password_hash: string;
  readonly batch: number;
};
const active = async (): Promise<readonly Letter[]> => {
  const { rows } = await office.root.query<Letter>(`
    select p.issued_id, p.password_hash, b.number as batch
    from provisional_credential p join credential_batch b on b.id = p.batch_id
    where p.state = 'active' order by p.number`);
  return rows;
};

/** Each of the letters that work is in both files, and every fifteenth password is tried. */
const assertWhole = async (letters: readonly Letter[]) => {
  assert.ok(await isSound(pdf));
  const printed = lettersOn(await pagesOf(pdf));
  const listed = parse<Record<string, string>>(await readFile(csv), { bom: true, columns: true });
  for (const ids of [printed.map(({ issuedId }) => issuedId), listed.map((one) => one.仮ユーザID)])
    assert.deepEqual(
      ids,
      letters.map(({ issued_id }) => issued_id),
    );
  for (const [i, { password_hash }] of letters.entries())
    if (i % 15 === 0)
      assert.ok(await verify(password_hash, foldPrinted(printed[i]?.password ?? "")));
  assert.deepEqual(
    printed.map(({ password }) => password),
    listed.map((one) => one.仮パスワード),
  );
};

/** Either the older letters work, all of them, or all of the new ones and both files are whole. */
const assertAllOrNothing = async (before: readonly Letter[]) => {
  const now = await active();
  assert.equal(now.length, people);
  assert.equal(new Set(now.map(({ batch }) => batch)).size, 1);
  if (now[0]?.batch === before[0]?.batch) assert.deepEqual(now, before);
  else await assertWhole(now);
};

type Kill = { readonly locked?: string; readonly isThere: () => boolean | Promise<boolean> };

const killWhen = async ({ locked, isThere }: Kill) => {
  await Promise.all([rm(pdf, { force: true }), rm(csv, { force: true })]);
  if (locked) await holder.query(`begin; lock table ${locked} in access exclusive mode`);
  const child = startRun();
  const ended = once(child, "exit");
  try {
    await until(child, isThere);
  } finally {
    child.kill("SIGKILL");
    await ended;
    if (locked) await holder.query("rollback");
  }
  await until(null, isGone);
};

describe("kill -9", () => {
  const points: Readonly<Record<string, Kill>> = {
    "while it is planned": { locked: "member", isThere: waits },
    "before the first letter": { locked: "login_directory", isThere: waits },
    "after the first portion": { isThere: prepared(1) },
    "after the second": { isThere: prepared(65) },
    "after the last": { isThere: prepared(people) },
    "when the list has its name": { isThere: isListPlaced },
  };
  for (const [name, kill] of Object.entries(points))
    test(`${name}: older letters work, or all new ones`, async () => {
      const before = await active();
      await killWhen(kill);
      await assertAllOrNothing(before);
    });
  test("while it is activated: the files are whole, the older letters work", async () => {
    const before = await active();
    await killWhen({ locked: "audit_fact", isThere: waits });
    assert.deepEqual(await active(), before);
    assert.ok((await isSound(pdf)) && existsSync(csv));
  });
  test("and the next run works, and sweeps what was prepared", async () => {
    await Promise.all([rm(pdf), rm(csv)]);
    await runToTheEnd();
    await assertWhole(await active());
    assert.ok(
      await ask("not exists (select from provisional_credential where state = 'prepared')"),
    );
    assert.ok(
      await ask(
        `(select count(*) from login_directory) = (select count(*) from provisional_credential)`,
      ),
    );
    assert.ok(
      await ask(
        `(select count(*) from letter_portion) = 3 * (select count(*) from credential_batch)`,
      ),
    );
  });
  test("right after it was activated: both files are whole", async () => {
    const last = async () => {
      const { rows } = await office.root.query("select last from credential_batch_count");
      return rows[0]?.last as number;
    };
    const number = (await last()) + 1;
    const isOn = () =>
      ask(`exists (select from credential_batch where state = 'activated' and number = ${number})`);
    await killWhen({ isThere: isOn });
    const now = await active();
    assert.deepEqual([now.length, now[0]?.batch], [people, number]);
    await assertWhole(now);
  });
});
