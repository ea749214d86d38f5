import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { issueLetters } from "../../src/identity/provisional/issuing/issue.ts";
import { issuingPlaces } from "../../src/identity/provisional/issuing/mint.ts";
import { type LetterSink, openListSink } from "../../src/identity/provisional/issuing/sinks.ts";
import { type Order, planLetters } from "../../src/identity/provisional/recipients/plan.ts";
import type { PlanSociety, Wanted } from "../../src/identity/provisional/recipients/types.ts";
import { type MemberId, newId, type SocietyId } from "../../src/kernel/ids.ts";
import { epochMsOf } from "../../src/kernel/time.ts";
import { openPasswords } from "../../src/platform/crypto/passwords.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { defaultPolicy, type Policy } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";
import { testDatabase } from "../database.ts";
import { addTwoSocieties, ours, sharedEntrance } from "../two-societies.ts";

export type Person = {
  branch?: string;
  number?: string;
  born?: string;
  lost?: string;
  acquired?: string;
  name?: string;
  postalCode?: string;
  address?: string;
  workplace?: readonly [code: string | null, name: string | null];
  employee?: string;
};

export type Issuing = {
  wanted?: Partial<Wanted>;
  letter?: Partial<Policy["letter"]>;
  judge?: Order["judge"];
  leavesOutUnprintable?: boolean;
  sink?: LetterSink;
  name?: string;
  society?: SocietyId;
  progress?: (done: number, total: number) => void;
  /** Told which connection holds the lock: ended, the run is as good as killed. */
  onLock?: (client: pg.Client) => void;
  onActivate?: Parameters<typeof issueLetters>[1]["onActivate"];
};

/** Two bare societies, a folder for lists, and what it takes to issue letters. */
export const openStage = async () => {
  const clock = testClock();
  const passwords = openPasswords({ lanes: 2, places: issuingPlaces });
  const secrets = openSecrets(Buffer.alloc(32, 7), []);
  const database = await testDatabase();
  await addTwoSocieties(database);
  let folder = await mkdtemp(join(tmpdir(), "kenpo-letters-"));
  let count = 1000;

  const connect = (config = database.appConfig) =>
    connectClient({ config, applicationName: "kenpo test" });
  const inPlace = (name: string) => join(folder, name);

  const person = async (own: Person = {}, society: SocietyId = ours): Promise<MemberId> => {
    count += 1;
    const { branch = "00", born = "1979-08-22", lost = null, acquired = "2020-04-01" } = own;
    const { number = String(count), name = "佐藤　花子", workplace = [null, null] } = own;
    const [id, now] = [newId<"member">(epochMsOf(clock.now())), clock.now()];
    await database.app.inSociety(society, async (tx) =>
      tx.write(sql`
        insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
          number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
          lost_on, postal_code, address, workplace_code, workplace_name, employee_number,
          created_at, changed_at)
        values (${tx.society}, ${id}, '10', ${number}, ${branch}, '10', ${number}, ${name},
          'ｻﾄｳ ﾊﾅｺ', '佐藤花子', 'サトウハナコ', ${born}, '本人', ${acquired}, ${lost},
          ${own.postalCode ?? null}, ${own.address ?? null}, ${workplace[0]}, ${workplace[1]},
          ${own.employee ?? null}, ${now}, ${now})`),
    );
    return id;
  };

  const register = (memberId: MemberId, userId: string, society: SocietyId = ours) =>
    database.app.inSociety(society, async (tx) =>
      tx.write(sql`
        insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
          password_changed_at, wants_update_mails, language, registered_at)
        values (${tx.society}, ${newId(epochMsOf(clock.now()))}, ${memberId}, ${sharedEntrance},
          ${userId}, 'x', ${clock.now()}, false, 'ja', ${clock.now()})`),
    );

  const societyWith = ({ society = ours, letter = {} }: Issuing): PlanSociety => ({
    id: society,
    entranceId: sharedEntrance,
    policy: { ...defaultPolicy, letter: { ...defaultPolicy.letter, ...letter } },
  });

  const onConnection = async <T>(work: (client: pg.Client) => Promise<T>) => {
    const client = await connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  const planOn = (client: pg.Client, own: Issuing) =>
    planLetters(
      { clock, client },
      {
        society: societyWith(own),
        wanted: { isOnlyNew: false, ...own.wanted },
        judge: own.judge ?? null,
        leavesOutUnprintable: own.leavesOutUnprintable ?? false,
      },
    );

  const plan = async (own: Issuing = {}) => {
    const planned = await onConnection((client) => planOn(client, own));
    assert.ok(planned.ok);
    return planned.value;
  };

  const openList = async (name: string): Promise<LetterSink> => {
    const opened = await openListSink(inPlace(name));
    assert.ok(opened.ok);
    return opened.value;
  };

  const issue = (own: Issuing = {}) =>
    onConnection(async (client) => {
      const planned = await planOn(client, own);
      own.onLock?.(client);
      if (!planned.ok) return planned;
      return issueLetters(
        { database: database.app, clock, passwords, secrets, client },
        {
          plan: planned.value,
          actor: { kind: "operator" },
          origin: { requestId: "run", source: "cli" },
          sink: own.sink ?? (await openList(own.name ?? "out.csv")),
          progress: own.progress ?? (() => {}),
          ...(own.onActivate ? { onActivate: own.onActivate } : {}),
        },
      );
    });

  const listed = async (name = "out.csv") =>
    parse<Record<string, string>>(await readFile(inPlace(name), "utf8"), {
      bom: true,
      columns: true,
      record_delimiter: "\r\n",
    });

  /** An empty database, and an empty folder. */
  const clear = async () => {
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), "kenpo-letters-"));
    const root = await connect(database.rootConfig);
    await root.query(
      "truncate member, credential_batch, credential_batch_count, audit_fact, login_directory cascade",
    );
    await root.end();
  };

  const close = async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  };

  return {
    ...{ clock, passwords, secrets, database, connect, inPlace, person, register },
    ...{ plan, issue, openList, listed, clear, close, folder: () => folder },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
