import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { verify } from "@node-rs/argon2";
import { parse } from "csv-parse/sync";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { foldPrinted, holdIssueLock } from "../../identity/provisional/index.ts";
import { type MemberId, newId } from "../../kernel/ids.ts";
import { epochMsOf } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import { sql } from "../../platform/database/sql.ts";
import { addSociety, openRegistry, type Society, sampleDocument } from "../../society/index.ts";
import { importCredentials } from "./import.ts";
import type { NewId } from "./types.ts";

const samples = fileURLToPath(new URL("../../../test/samples/credentials/", import.meta.url));
const clock = testClock();
const passwords = openPasswords({ lanes: 2, places: 64 });
const secrets = openSecrets(Buffer.alloc(32, 7), []);
const header = "記号,番号,枝番,ユーザID,仮パスワード";

let database: TestDatabase;
let folder = "";
let ours: Society;
let theirs: Society;

const connect = (config = database.appConfig) =>
  connectClient({ config, applicationName: "kenpo test" });

const addSample = (code: "hikari" | "minato") =>
  addSociety(database.app, {
    document: sampleDocument(code),
    actor: { kind: "operator" },
    origin: { requestId: "run", source: "cli" },
    reason: "test",
    now: clock.now(),
    dryRun: false,
  });

before(async () => {
  database = await testDatabase();
  const registry = await openRegistry({
    database: database.app,
    baseUrl: "http://localhost:3000",
  });
  for (const code of ["hikari", "minato"] as const) await addSample(code);
  await registry.refresh();
  const [first, second] = [registry.byCode("hikari"), registry.byCode("minato")];
  assert.ok(first && second && first.entranceId === second.entranceId);
  [ours, theirs] = [first, second];
});
after(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-credentials-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  const root = await connect(database.rootConfig);
  await root.query(
    "truncate member, credential_batch, audit_fact, login_directory, import_run, mail, mail_queue cascade",
  );
  await root.end();
});

type Person = { number: string; branch?: string; email?: string; lost?: string; from?: string };

const person = async (
  { number, branch = "00", email, lost, from = "2020-04-01" }: Person,
  society = ours,
): Promise<MemberId> => {
  const [id, now] = [newId<"member">(epochMsOf(clock.now())), clock.now()];
  await database.app.inSociety(society.id, async (tx) =>
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        lost_on, email, created_at, changed_at)
      values (${tx.society}, ${id}, '１０', ${number}, ${branch}, '10', ${number}, '鈴木　花子',
        'ｽｽﾞｷ ﾊﾅｺ', '鈴木花子', 'スズキハナコ', '1979-08-22', '本人', ${from}, ${lost ?? null},
        ${email ?? null}, ${now}, ${now})`),
  );
  return id;
};

const register = (memberId: MemberId, userId: string, society = ours) =>
  database.app.inSociety(society.id, async (tx) => {
    const [id, now] = [newId<"account">(epochMsOf(clock.now())), clock.now()];
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, wants_update_mails, language, registered_at)
      values (${tx.society}, ${id}, ${memberId}, ${society.entranceId}, ${userId}, 'x', ${now},
        false, 'ja', ${now})`);
    tx.write(sql`
      insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
      values (${society.entranceId}, ${foldId(userId)}, ${tx.society}, 'account', ${id})
      on conflict (entrance_id, login_key) do update set kind = 'account', target_id = ${id}`);
    tx.write(sql`
      update provisional_credential set state = 'used', used_at = ${now}
      where society_id = ${tx.society} and member_id = ${memberId} and state = 'active'`);
  });

type Own = {
  society?: Society;
  isRehearsal?: boolean;
  list?: string;
  /** Called before each transaction of ours: where others get in between. */
  between?: () => Promise<unknown>;
};

const importFile = async (
  path: string,
  { society = ours, isRehearsal = false, list, between }: Own = {},
) => {
  const client = await connect();
  const newIds: NewId[] = [];
  const watched: typeof database.app = {
    ...database.app,
    inSociety: async (whose, work) => {
      await between?.();
      return database.app.inSociety(whose, work);
    },
  };
  try {
    const result = await importCredentials(
      { client, database: watched, clock, passwords, secrets },
      {
        society,
        path,
        href: "http://localhost:3000/sign-in",
        listPath: list ? join(folder, list) : null,
        isRehearsal,
        actor: { kind: "operator" },
        source: "cli",
        progress: () => {},
        tell: (found) => newIds.push(...found),
      },
    );
    const left = await client.query(
      "select relname from pg_class where relname in ('staged_credential', 'credential_plan')",
    );
    assert.deepEqual(left.rows, [], "a password would stay in a temporary table");
    return { result, newIds };
  } finally {
    await client.end();
  }
};

const importLines = async (lines: readonly string[], own?: Own) => {
  const path = join(folder, "credentials.csv");
  await writeFile(path, `${[header, ...lines].join("\r\n")}\r\n`);
  return importFile(path, own);
};

const done = async (importing: ReturnType<typeof importFile>) => {
  const { result, newIds } = await importing;
  assert.ok(result.ok, JSON.stringify(result));
  return { ...result, newIds };
};

const refused = async (importing: ReturnType<typeof importFile>) => {
  const { result } = await importing;
  assert.ok(!result.ok && result.problems, JSON.stringify(result));
  return result.problems.first.map(({ row, column, rule }) => [row, column, rule]);
};

type Credential = {
  id: string;
  member_id: string;
  issued_id: string;
  password_hash: string;
  state: string;
  is_weak: boolean;
  expires_at: string;
  former_id: string | null;
  renamed_because: string | null;
};
const credentials = (society = ours) =>
  database.app.inSociety(society.id, (tx) =>
    tx.query<Credential>(sql`
      select * from provisional_credential where society_id = ${tx.society} order by id`),
  );

/** What the sign-in page finds for what is typed. */
const login = async (userId: string) => {
  const [row] = await database.app.directory<Record<string, string>>(sql`
    select kind, target_id, member_id, credential_state, password_hash
    from find_login(${ours.entranceId}, ${foldId(userId)}, 'm', 'b', 's', ${clock.now()})`);
  return row;
};
const opens = async (userId: string, password: string) => {
  const found = await login(userId);
  const isRight =
    found?.password_hash && (await verify(found.password_hash, foldPrinted(password)));
  return isRight && found.credential_state === "active" ? found.member_id : null;
};

const counted = (society = ours) =>
  database.app.inSociety(society.id, async (tx) => {
    const rows = await tx.query<{ kind: string; count: number }>(sql`
      select 'batch' as kind, count(*)::int as count from credential_batch where society_id = ${tx.society}
      union all select 'credential', count(*)::int from provisional_credential where society_id = ${tx.society}
      union all select 'fact', count(*)::int from audit_fact where society_id = ${tx.society}
      union all select 'login', count(*)::int from login_directory where society_id = ${tx.society}
      union all select 'mail', count(*)::int from mail where society_id = ${tx.society}
      union all select 'run', count(*)::int from import_run where society_id = ${tx.society}`);
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  });

const mails = () =>
  database.app.inSociety(ours.id, async (tx) => {
    const rows = await tx.query<{ id: string; kind: string; recipient: string; body: string }>(
      sql`select id, kind, recipient, body from mail where society_id = ${tx.society} order by id`,
    );
    return rows.map(({ id, kind, recipient, body }) => {
      const open = (part: string, sealed: string) =>
        secrets.open("mail-body", `mail/${ours.id}/${id}/${part}`, sealed);
      return { kind, to: open("recipient", recipient), ...JSON.parse(open("body", body)) } as {
        kind: string;
        to: string;
        subject: string;
        text: string;
        html: string;
      };
    });
  });

const listed = async (name: string) =>
  parse<Record<string, string>>(await readFile(join(folder, name), "utf8"), {
    bom: true,
    columns: true,
    record_delimiter: "\r\n",
  });

const runs = () =>
  database.app.inSociety(ours.id, (tx) =>
    tx.query<Record<string, unknown>>(sql`
      select r.rows, r.added, r.changed, r.unchanged, f.details->>'weak' as weak
      from import_run r join audit_fact f on f.society_id = ${tx.society} and f.id = r.id
      where r.society_id = ${tx.society} order by r.id desc`),
  );

type Fact = {
  action: string;
  member_id: string | null;
  request_id: string;
  details: Record<string, unknown>;
};

describe("kept IDs", () => {
  test("sign in as they were, by whatever case and width they are typed", async () => {
    const hana = await person({ number: "1001" });
    const taro = await person({ number: "1001", branch: "01" });
    const { counts, listed } = await done(
      importLines(["10,1001,,Hanako.79,sunflower-1", "１０,1001,1,7,ＳＵＮＦＬＯＷＥＲ２２"]),
    );
    assert.deepEqual(counts, { kept: 2, renamed: 0, weak: 2, strong: 0, passedOver: 0 });
    assert.equal(listed, 0);
    assert.equal(await opens("hanako.79", "Sunflower 1"), hana);
    assert.equal(await opens("ＨＡＮＡＫＯ.79", "sunflower1"), hana);
    assert.equal(await opens("７", "sunflower22"), taro);
    assert.equal(await opens("7", "sunflower2"), null);
    const [first] = await credentials();
    assert.equal(first?.issued_id, "Hanako.79");
    assert.deepEqual([first?.is_weak, first?.former_id], [true, null]);
    // thirty days, until the last one is over in Tokyo
    assert.equal(first?.expires_at, "2026-12-20T15:00:00.000Z");
    assert.deepEqual(await mails(), []);
  });
  test("the run and each credential are on record, by ids and counts only", async () => {
    const hana = await person({ number: "1001" });
    const { runId } = await done(importLines(["10,1001,00,花子,sunflower-1"]));
    const facts = await database.app.inSociety(ours.id, (tx) =>
      tx.query<Fact>(sql`
        select action, member_id, details, request_id from audit_fact
        where society_id = ${tx.society} and action not like 'society.%' order by action`),
    );
    const [credential] = await credentials();
    const [imported, run] = facts;
    assert.ok(imported && run);
    const { batch, ...rest } = imported.details;
    assert.deepEqual(
      [imported.action, imported.member_id, imported.request_id, rest, typeof batch],
      ["credential.imported", hana, runId, { weak: true, renamed: true }, "string"],
    );
    const { sha256, ...counts } = run.details;
    assert.deepEqual(
      [run.action, counts],
      ["import.credentials", { rows: 1, added: 0, changed: 1, ended: 0, weak: 1 }],
    );
    assert.match(String(sha256), /^[0-9a-f]{64}$/);
    assert.equal(credential?.state, "active");
  });
  test("a CP932 file with columns in another order", async () => {
    for (const own of [{ number: "1001" }, { number: "1002" }, { number: "1003" }])
      await person(own);
    const taro = await person({ number: "1001", branch: "01" });
    const { counts, encoding, unknownColumns } = await done(
      importFile(`${samples}kept-and-new-cp932.csv`),
    );
    assert.deepEqual(
      [encoding, unknownColumns, counts.kept, counts.renamed],
      ["cp932", ["備考"], 2, 2],
    );
    assert.equal(await opens("TARO-79", "sunflower2"), taro);
  });
  test("more than one portion, each member once", async () => {
    const numbers = Array.from({ length: 70 }, (_, i) => String(2000 + i));
    for (const number of numbers) await person({ number });
    await done(importLines(numbers.map((number) => `10,${number},00,id${number},sunflower-1`)));
    const all = await credentials();
    assert.deepEqual(
      all.map(({ issued_id }) => issued_id),
      numbers.map((n) => `id${n}`),
    );
    assert.deepEqual(new Set(all.map(({ state }) => state)), new Set(["active"]));
  });
});

describe("new IDs", () => {
  test("for characters that are not allowed: thirteen digits, and a mail without a password", async () => {
    const hana = await person({ number: "1001", email: "family@example.jp" });
    await person({ number: "1002" });
    const { newIds } = await done(
      importLines(["10,1001,00,花子 79,sunflower-1", "10,1002,00,a b,sunflower-2"]),
    );
    assert.deepEqual(
      newIds.map(({ before, because, told }) => [before, because, told]),
      [
        ["花子 79", "characters", "mail"],
        ["a b", "characters", "letter-needed"],
      ],
    );
    const after = newIds[0]?.after ?? "";
    assert.match(after, /^[1-9][0-9]{12}$/);
    assert.equal(await opens(after, "sunflower1"), hana);
    assert.equal(await opens("花子 79", "sunflower1"), null);
    const [mail, ...others] = await mails();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [mail?.kind, mail?.to, mail?.subject],
      ["credentials/new-id", "family@example.jp", "新しいID・パスワードについて"],
    );
    for (const part of [mail?.text ?? "", mail?.html ?? ""]) {
      for (const word of [
        after,
        "花子 79",
        "H.S.",
        "2026年12月20日",
        "使えない文字",
        "localhost:3000/sign-in",
      ])
        assert.ok(part.includes(word), word);
      assert.ok(!/sunflower/i.test(part));
      assert.ok(!part.includes("鈴木"));
    }
  });
  test("IDs that differ only in case or width: nobody keeps it", async () => {
    for (const number of ["1001", "1002", "1003", "1004"]) await person({ number });
    const { newIds, counts } = await done(
      importLines([
        "10,1001,00,hanako,sunflower-1",
        "10,1002,00,HANAKO,sunflower-2",
        "10,1003,00,Ｈａｎａｋｏ,sunflower-3",
        "10,1004,00,hanako2,sunflower-4",
      ]),
    );
    assert.deepEqual([counts.kept, counts.renamed], [1, 3]);
    assert.deepEqual(new Set(newIds.map(({ because }) => because)), new Set(["alike"]));
    assert.equal((await login("hanako"))?.kind, null);
  });
  test("for an ID of another society at the same entrance, of a registered member, of another letter", async () => {
    const [other, taro, jiro] = [
      await person({ number: "9001" }, theirs),
      await person({ number: "1001" }),
      await person({ number: "1002" }),
    ];
    await done(importLines(["10,9001,00,hanako,sunflower-9"], { society: theirs }));
    await register(taro, "Taro");
    await done(importLines(["10,1002,00,jiro,sunflower-2"]));
    const numbers = ["1003", "1004", "1005"];
    for (const number of numbers) await person({ number });
    const { newIds } = await done(
      importLines([
        "10,1003,00,Hanako,sunflower-3",
        "10,1004,00,taro,sunflower-4",
        "10,1005,00,JIRO,sunflower-5",
      ]),
    );
    assert.deepEqual(
      newIds.map(({ before, because }) => [before, because]),
      [
        ["Hanako", "taken"],
        ["taro", "taken"],
        ["JIRO", "taken"],
      ],
    );
    assert.equal(await opens("hanako", "sunflower9"), other);
    assert.equal(await opens("jiro", "sunflower2"), jiro);
    assert.equal((await login("taro"))?.kind, "account");
  });
  test("an ID that is taken between judging and reserving is not shared", async () => {
    const hana = await person({ number: "1001" });
    await person({ number: "1002" });
    const stranger = await person({ number: "9001" }, theirs);
    let isTaken = false;
    const takeIt = async () => {
      // the file is judged before its batch is opened
      if (isTaken || (await counted()).batch === 0) return;
      isTaken = true;
      await register(stranger, "hanako", theirs);
    };
    const { counts, newIds } = await done(
      importLines(["10,1001,00,aaa,sunflower-1", "10,1002,00,hanako,sunflower-2"], {
        between: takeIt,
      }),
    );
    assert.ok(isTaken);
    assert.deepEqual([counts.kept, counts.renamed], [1, 1]);
    assert.deepEqual([newIds[0]?.before, newIds[0]?.because], ["hanako", "taken"]);
    assert.equal((await login("hanako"))?.kind, "account");
    assert.equal(await opens("aaa", "sunflower1"), hana);
  });
});

describe("the same file again", () => {
  test("leaves every ID with its member; older letters are void; nobody is written to twice", async () => {
    const hana = await person({ number: "1001" });
    await person({ number: "1002", email: "taro@example.jp" });
    await person({ number: "1003" });
    const lines = [
      "10,1001,00,hanako,sunflower-1",
      "10,1002,00,太郎,sunflower-2",
      "10,1003,00,太郎2,sunflower-3",
    ];
    const first = await done(importLines(lines));
    clock.advance({ days: 1 });
    const second = await done(importLines(lines));
    clock.advance({ days: -1 });
    assert.deepEqual(second.counts, first.counts);
    assert.deepEqual(
      second.newIds.map(({ after, told }) => [after, told]),
      first.newIds.map(({ after }) => [after, "earlier"]),
    );
    assert.equal((await mails()).length, 1);
    assert.equal(await opens("hanako", "sunflower1"), hana);
    const all = await credentials();
    assert.deepEqual(
      all.map(({ state }) => state),
      ["void", "void", "void", "active", "active", "active"],
    );
    const { login } = await counted();
    assert.equal(login, 3);
  });
  test("when the first one's letters have expired, the new ID is told again", async () => {
    await person({ number: "1002", email: "taro@example.jp" });
    const lines = ["10,1002,00,太郎,sunflower-2"];
    const first = await done(importLines(lines));
    clock.advance({ days: 31 });
    const second = await done(importLines(lines));
    clock.advance({ days: -31 });
    assert.deepEqual(second.newIds, first.newIds);
    assert.equal((await mails()).length, 2);
  });
  test("an ID that one of our letters gave the member stays, too", async () => {
    const hana = await person({ number: "1001" });
    const first = await done(importLines(["10,1001,00,花子,sunflower-1"]));
    const given = first.newIds[0]?.after ?? "";
    const { counts } = await done(importLines([`10,1001,00,${given},sunflower-2`]));
    assert.deepEqual([counts.kept, counts.renamed], [1, 0]);
    assert.equal(await opens(given, "sunflower2"), hana);
    assert.equal(await opens(given, "sunflower1"), null);
  });
  test("whoever registered meanwhile is told and passed over", async () => {
    const hana = await person({ number: "1001" });
    const taro = await person({ number: "1002" });
    const lines = ["10,1001,00,hanako,sunflower-1", "10,1002,00,taro,sunflower-2"];
    await done(importLines(lines));
    await register(hana, "hanako");
    const { counts, warnings } = await done(importLines(lines));
    assert.deepEqual(counts, { kept: 1, renamed: 0, weak: 1, strong: 0, passedOver: 1 });
    assert.deepEqual(
      warnings.first.map(({ row, rule }) => [row, rule]),
      [[2, "member-registered"]],
    );
    assert.equal((await login("hanako"))?.kind, "account");
    assert.equal(await opens("taro", "sunflower2"), taro);
    await register(taro, "taro");
    const { counts: none } = await done(importLines(lines));
    assert.deepEqual([none.kept, none.passedOver], [0, 2]);
  });
});

describe("while the file is prepared", () => {
  test("whoever registers needs no letter, and no mail", async () => {
    const hana = await person({ number: "1001" });
    const taro = await person({ number: "1002", email: "taro@example.jp" });
    await person({ number: "1003" });
    await done(importLines(["10,1001,00,hanako,sunflower-1"]));
    let isDone = false;
    const registerThem = async () => {
      if (isDone || (await credentials()).filter(({ state }) => state === "prepared").length < 3)
        return;
      isDone = true;
      await register(hana, "hanako");
      await register(taro, "tarotaro");
    };
    const lines = ["10,1001,00,hanako,sunflower-1", "10,1002,00,太郎,sunflower-2"];
    const { counts, warnings } = await done(
      importLines([...lines, "10,1003,00,jiro,sunflower-3"], { between: registerThem }),
    );
    assert.ok(isDone);
    // told and on record: what works, not what was prepared
    assert.deepEqual(counts, { kept: 1, renamed: 0, weak: 1, strong: 0, passedOver: 2 });
    assert.deepEqual(
      warnings.first.map(({ row, rule }) => [row, rule]),
      [
        [2, "member-registered-meanwhile"],
        [3, "member-registered-meanwhile"],
      ],
    );
    const run = (await runs()).find(({ rows }) => rows === 3);
    assert.deepEqual(run, { rows: 3, added: 1, changed: 0, unchanged: 2, weak: "1" });
    const active = (await credentials()).filter(({ state }) => state === "active");
    assert.deepEqual(
      active.map(({ issued_id }) => issued_id),
      ["jiro"],
    );
    assert.equal((await login("hanako"))?.kind, "account");
    assert.deepEqual([(await counted()).login, await mails()], [3, []]);
  });
  test("a break leaves older letters valid, and nothing new", async () => {
    const hana = await person({ number: "1001" });
    await done(importLines(["10,1001,00,hanako,sunflower-1"]));
    const before = await counted();
    const breakIt = async () => {
      if ((await credentials()).some(({ state }) => state === "prepared")) throw new Error("gone");
    };
    const lines = ["10,1001,00,hanako,sunflower-2"];
    await assert.rejects(importLines(lines, { between: breakIt }), /gone/);
    // what it prepared is nobody's, until the next run sweeps it
    assert.equal(await opens("hanako", "sunflower2"), null);
    assert.equal(await opens("hanako", "sunflower1"), hana);
    const { mail, run, fact } = await counted();
    assert.deepEqual([mail, run, fact], [before.mail, before.run, before.fact]);
    await done(importLines(lines));
    assert.equal(await opens("hanako", "sunflower2"), hana);
    assert.equal((await credentials()).length, 2);
  });
});

describe("passwords of ours", () => {
  test("for rows without one: strong, in the list, beside new IDs", async () => {
    const hana = await person({ number: "1001" });
    await person({ number: "1002" });
    await person({ number: "1003" });
    const lines = [
      "10,1001,00,hanako,",
      "10,1002,00,次郎,sunflower-2",
      "10,1003,00,saburo,sunflower-3",
    ];
    const { counts, listed: lineCount } = await done(importLines(lines, { list: "out.csv" }));
    assert.deepEqual([counts.weak, counts.strong, lineCount], [2, 1, 2]);
    const [first, second, ...others] = await listed("out.csv");
    assert.deepEqual(others, []);
    assert.deepEqual(
      [first?.番号, first?.仮ユーザID, first?.有効期限],
      ["1001", "hanako", "2027-05-19"],
    );
    assert.deepEqual(
      [second?.番号, second?.仮パスワード, second?.有効期限],
      ["1002", "", "2026-12-20"],
    );
    assert.match(second?.仮ユーザID ?? "", /^[0-9]{13}$/);
    assert.equal(await opens("hanako", first?.仮パスワード ?? ""), hana);
    const [strong] = await credentials();
    assert.equal(strong?.is_weak, false);
  });
  test("a file without the column gives everybody one", async () => {
    const hana = await person({ number: "1001" });
    const path = join(folder, "ids.csv");
    await writeFile(path, "記号,番号,枝番,ユーザID\n10,1001,00,hanako\n");
    const { counts } = await done(importFile(path, { list: "out.csv" }));
    assert.deepEqual([counts.weak, counts.strong], [0, 1]);
    const [line] = await listed("out.csv");
    assert.equal(await opens("hanako", line?.仮パスワード ?? ""), hana);
  });
  test("without a list they are refused, and nothing has changed", async () => {
    await person({ number: "1001" });
    const before = await counted();
    const { result } = await importLines(["10,1001,00,hanako,"]);
    assert.deepEqual(result, { ok: false, code: "list-needed", facts: { count: 1 } });
    assert.deepEqual(await counted(), before);
  });
  test("an existing list is not written over; one with nothing in it is not left", async () => {
    await person({ number: "1001" });
    await writeFile(join(folder, "mine.csv"), "mine");
    const { result } = await importLines(["10,1001,00,hanako,"], { list: "mine.csv" });
    assert.equal(!result.ok && !result.problems && result.code, "file-exists");
    await done(importLines(["10,1001,00,hanako,sunflower-1"], { list: "none.csv" }));
    assert.deepEqual((await readdir(folder)).sort(), ["credentials.csv", "mine.csv"]);
  });
});

describe("whole file or nothing", () => {
  const bad: Readonly<
    Record<string, readonly (readonly [number | null, string | null, string])[]>
  > = {
    "credentials-broken-bytes.csv": [[2, "仮パスワード", "bytes-broken"]],
    "credentials-empty.csv": [[null, null, "file-empty"]],
    "credentials-gaiji-cp932.csv": [[2, "ユーザID", "character-gaiji"]],
    "credentials-invisible.csv": [
      [2, "ユーザID", "character-invisible"],
      [2, "仮パスワード", "character-direction-mark"],
    ],
    "credentials-long-row.csv": [[2, null, "row-long"]],
    "credentials-many-errors.csv": [
      [3, "番号", "key-twice"],
      [4, "番号", "member-unknown"],
      [5, "番号", "member-not-covered"],
      [6, "ユーザID", "user-id-twice"],
      [7, "仮パスワード", "password-short"],
      [8, "枝番", "branch-form"],
      [9, "ユーザID", "value-missing"],
      [10, "ユーザID", "value-long"],
      [11, "番号", "member-not-covered"],
    ],
    "credentials-no-header.csv": [[1, null, "header-missing"]],
    "credentials-short-row.csv": [[2, "仮パスワード", "row-short"]],
    "credentials-unclosed-quote.csv": [[2, "ユーザID", "quote-unclosed"]],
  };
  const people = async () => {
    for (const number of ["1001", "1003", "1004", "1005", "1006", "1007"]) await person({ number });
    await person({ number: "1002", lost: "2026-11-20" });
    await person({ number: "1008", from: "2026-11-21" });
  };
  test("each bad sample has its table", async () => {
    assert.deepEqual((await readdir(`${samples}bad`)).sort(), Object.keys(bad).sort());
  });
  for (const [name, expected] of Object.entries(bad))
    test(`${name} is refused whole, and no message tells a password`, async () => {
      await people();
      const before = await counted();
      const { result } = await importFile(`${samples}bad/${name}`);
      assert.ok(!result.ok && result.problems);
      const { first, total } = result.problems;
      assert.deepEqual(
        first.map(({ row, column, rule }) => [row, column, rule]),
        expected,
      );
      assert.equal(total, expected.length);
      assert.ok(!/sunflower|ひまわり|abc-def/.test(JSON.stringify(first)));
      assert.deepEqual(await counted(), before);
    });
  test("a rehearsal tells the same and changes nothing", async () => {
    await person({ number: "1001", email: "family@example.jp" });
    await person({ number: "1002" });
    const before = await counted();
    const lines = ["10,1001,00,花子,sunflower-1", "10,1002,00,taro,"];
    const { counts, newIds } = await done(importLines(lines, { isRehearsal: true }));
    assert.deepEqual(counts, { kept: 1, renamed: 1, weak: 1, strong: 1, passedOver: 0 });
    assert.deepEqual(
      newIds.map(({ before, after, told }) => [before, after, told]),
      [["花子", null, null]],
    );
    assert.deepEqual(await counted(), before);
    assert.deepEqual(
      await refused(importLines(["10,9999,00,a,sunflower-1"], { isRehearsal: true })),
      [[2, "番号", "member-unknown"]],
    );
  });
  test("another society's members are unknown here, and keep what they have", async () => {
    const hana = await person({ number: "1001" });
    await done(importLines(["10,1001,00,hanako,sunflower-1"]));
    const before = await counted();
    assert.deepEqual(
      await refused(importLines(["10,1001,00,hanako,sunflower-2"], { society: theirs })),
      [[2, "番号", "member-unknown"]],
    );
    await person({ number: "1001" }, theirs);
    await done(importLines(["10,1001,00,other,sunflower-2"], { society: theirs }));
    assert.deepEqual(await counted(), before);
    assert.equal(await opens("hanako", "sunflower1"), hana);
  });
  test("one run a society at a time", async () => {
    await person({ number: "1001" });
    const other = await connect();
    await holdIssueLock(other, ours.id);
    const { result } = await importLines(["10,1001,00,hanako,sunflower-1"]);
    assert.deepEqual(result, { ok: false, code: "busy", facts: {} });
    await other.end();
  });
});
