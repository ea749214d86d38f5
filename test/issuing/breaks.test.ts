import assert from "node:assert/strict";
import { mkdir, readdir, rmdir, stat, writeFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import type { LetterSink } from "../../src/identity/provisional/index.ts";
import { holdIssueLock } from "../../src/identity/provisional/index.ts";
import { ok } from "../../src/kernel/result.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { ours } from "../two-societies.ts";
import { type Office, openOffice } from "./office.ts";
import { openStage, type Stage } from "./stage.ts";

describe("files", () => {
  let office: Office;
  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  afterEach(() => office.clear());

  const issue = (values: object) => office.kenpo("credentials issue", values);
  const nothing = async () => {
    const { rows } = await office.root.query(
      `select (select count(*)::int from provisional_credential where state <> 'prepared') as letters,
         (select count(*)::int from login_directory) as ids,
         (select count(*)::int from letter_portion) as portions`,
    );
    assert.deepEqual(rows[0], { letters: 0, ids: 0, portions: 0 });
  };

  test("one that is there is not written over, and the other one is not left", async () => {
    await office.bringIn([{ number: 1 }]);
    await writeFile(office.path("a.pdf"), "mine");
    const [pdf, csv] = [office.path("a.pdf"), office.path("a.csv")];
    const { code, complained, json } = await issue({ pdf, csv });
    assert.deepEqual([code, json.code], [1, "file-exists"]);
    assert.match(complained, /上書きしません/);
    assert.deepEqual(await office.files(), ["a.pdf"]);
    await nothing();
  });
  test("one name for both", async () => {
    await office.bringIn([{ number: 1 }]);
    await mkdir(office.path("sub"));
    const pdf = office.path("sub/../letters");
    const { code, json } = await issue({ pdf, csv: office.path("letters") });
    assert.deepEqual([code, json.code, await readdir(office.path("sub"))], [1, "same-file", []]);
    await nothing();
    await rmdir(office.path("sub"));
  });
  test("no such folder: which file, and that older letters work", async () => {
    await office.bringIn([{ number: 1 }]);
    const [pdf, csv] = [office.path("none/a.pdf"), office.path("a.csv")];
    const { code, complained } = await issue({ pdf, csv });
    assert.equal(code, 1);
    assert.match(complained, /none\/.*見つかりません。前の通知はそのまま使えます。/);
    assert.deepEqual(await office.files(), []);
    await nothing();
  });
  test("both are their owner's alone", async () => {
    await office.bringIn([{ number: 1 }]);
    const [pdf, csv] = [office.path("a.pdf"), office.path("a.csv")];
    assert.equal((await issue({ pdf, csv })).code, 0);
    for (const path of [pdf, csv]) assert.equal((await stat(path)).mode & 0o777, 0o600);
  });
  test("nobody: nothing is made", async () => {
    const { code, complained, json } = await issue({ pdf: office.path("a.pdf") });
    assert.deepEqual([code, json.code, await office.files()], [1, "nobody", []]);
    assert.match(complained, /仮IDを出す人がいません/);
    await nothing();
  });
  test("while another run has the society, this one is told to wait", async () => {
    await office.bringIn([{ number: 1 }]);
    const other = await office.connect();
    const society = office.registry.byCode("hikari");
    assert.ok(society && (await holdIssueLock(other, society.id)));
    const { code, complained } = await issue({ csv: office.path("a.csv") });
    assert.equal(code, 1);
    assert.match(complained, /ほかの端末か人が/);
    await other.end();
    assert.equal((await issue({ csv: office.path("a.csv") })).code, 0);
  });
});

describe("in the middle", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.clear());

  const counted = () =>
    stage.database.app.inSociety(ours, async (tx) => {
      const states = await tx.query<{ state: string; count: number }>(sql`
        select state, count(*)::int as count from provisional_credential
        where society_id = ${tx.society} group by state`);
      const rest = await tx.one<{ ids: number; portions: number; facts: number }>(sql`
        select (select count(*)::int from login_directory where society_id = ${tx.society}) as ids,
          (select count(*)::int from letter_portion where society_id = ${tx.society}) as portions,
          (select count(*)::int from audit_fact where society_id = ${tx.society}) as facts`);
      return { ...Object.fromEntries(states.map((one) => [one.state, one.count])), ...rest };
    });
  const sink = (own: Partial<LetterSink> = {}): LetterSink => ({
    write: async () => {},
    finish: async () => ok(null),
    discard: async () => {},
    ...own,
  });
  const people = async (count: number) => {
    const ids = [];
    for (let i = 0; i < count; i += 1) ids.push(await stage.person());
    return ids;
  };

  test("a full disk: older letters work, nothing of the new ones is left or comes later", async () => {
    await people(200);
    await stage.issue();
    const before = await counted();
    let [written, discarded] = [0, 0];
    const full = sink({
      write: async (sheets) => {
        written += sheets.length;
        if (written > 64) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      },
      discard: async () => {
        discarded += 1;
      },
    });
    await assert.rejects(stage.issue({ sink: full }), { code: "ENOSPC" });
    assert.deepEqual([discarded, await counted()], [1, before]);
    assert.deepEqual(before, { active: 200, ids: 200, portions: 4, facts: 200 });
  });
  test("a batch whose files were refused leaves its number behind: it never names other letters", async () => {
    await people(1);
    const refused = sink({ finish: async () => ({ ok: false, code: "file-exists", facts: {} }) });
    assert.equal((await stage.issue({ sink: refused })).ok, false);
    const issued = await stage.issue();
    assert.ok(issued.ok);
    assert.equal(issued.value.batch.number, 2);
    assert.equal((await stage.listed())[0]?.整理番号, "2-00001-6");
  });
  test("what was judged is what is printed, whatever the members file says meanwhile", async () => {
    await people(1);
    let renamed: Promise<unknown> = Promise.resolve();
    const onLock = () => {
      renamed = stage.database.app.inSociety(ours, async (tx) =>
        tx.write(sql`update member set name = '見本' where society_id = ${tx.society}`),
      );
    };
    const waiting = { ...(await stage.openList("out.csv")) };
    const write: LetterSink["write"] = async (sheets) => {
      await renamed;
      await waiting.write(sheets);
    };
    assert.ok((await stage.issue({ onLock, sink: { ...waiting, write } })).ok);
    assert.equal((await stage.listed())[0]?.氏名, "佐藤　花子");
  });
  test("whoever registers meanwhile is told: the letter opens nothing", async () => {
    const [hana] = await people(3);
    assert.ok(hana);
    const list = await stage.openList("out.csv");
    const finish = async () => {
      await stage.register(hana, "hanako");
      return list.finish();
    };
    const issued = await stage.issue({ sink: { ...list, finish } });
    assert.ok(issued.ok);
    assert.deepEqual(
      issued.value.passedOver.map(({ reference, holder }) => [reference, holder.id]),
      [["1-00001-7", hana]],
    );
    assert.deepEqual(await counted(), { active: 2, void: 1, ids: 3, portions: 1, facts: 2 });
  });
  test("a letter for a registered member works, and what stands or falls with it does", async () => {
    const [hana] = await people(1);
    assert.ok(hana);
    await stage.register(hana, "hanako");
    const wanted = { only: hana, includesRegistered: true };
    const broken = stage.issue({
      wanted,
      name: "broken.csv",
      onActivate: () => Promise.reject(new Error("sessions stay")),
    });
    await assert.rejects(broken, /sessions stay/);
    assert.deepEqual(
      [await counted(), await readdir(stage.folder())],
      [{ ids: 0, portions: 0, facts: 0 }, []],
    );
    const activated: string[] = [];
    const issued = await stage.issue({
      wanted,
      onActivate: async (tx, { batchId }) => {
        const [row] = await tx.query<{ state: string }>(sql`
          select state from provisional_credential
          where society_id = ${tx.society} and batch_id = ${batchId}`);
        activated.push(row?.state ?? "");
      },
    });
    assert.ok(issued.ok);
    assert.deepEqual([activated, issued.value.passedOver], [["active"], []]);
  });
});
