import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { instantOf } from "../src/kernel/time.ts";
import { openPasswords } from "../src/platform/crypto/passwords.ts";
import { connectClient } from "../src/platform/database/config.ts";
import { addSociety, sampleDocument } from "../src/society/index.ts";
import { type TestDatabase, testDatabase } from "../test/database.ts";
import { rawHash } from "./password-hash.ts";
import type { Bench } from "./types.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** As scripts/kenpo runs it. */
const likeKenpo = "--max-semi-space-size=8";
const cores = availableParallelism();
const small = 1000;
const large = 4000;
const firstNumber = 100_000;

/** Every fourth ID must change, and its holder has an address: mails are part of the work. */
const writeFileOf = (path: string, rows: number) => {
  const lines = Array.from(
    { length: rows },
    (_, i) => `10,${firstNumber + i},00,${i % 4 ? "id" : "番"}${i},sunflower-${i}`,
  );
  return writeFile(path, `記号,番号,枝番,ユーザID,仮パスワード\n${lines.join("\n")}\n`);
};

const addMembers = (root: pg.Client) =>
  root.query(
    `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
       number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
       email, created_at, changed_at)
     select s.id, gen_random_uuid(), '10', n, '00', '10', n, '鈴木　花子', 'スズキ　ハナコ', '鈴木花子',
       'スズキハナコ', '1979-08-22', '本人', '2020-04-01', 'm' || n || '@example.jp', $1, $1
     from society s, generate_series($2::integer, $3::integer) as n where s.code = 'hikari'`,
    [instantOf(0), firstNumber, firstNumber + large - 1],
  );

const empty = (root: pg.Client) =>
  root.query(
    "truncate credential_batch, login_directory, audit_fact, import_run, mail, mail_queue cascade",
  );

type Once = { readonly ms: number; readonly peakMb: number };

/** In a process of its own, as the command line runs it: its peak memory is the import's. */
const importOnce = async ({ appConfig }: TestDatabase, path: string): Promise<Once> => {
  const script = project("bench/credentials/import-once.ts");
  const child = spawn(project("scripts/node"), [likeKenpo, script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ config: appConfig, code: "hikari", path }));
  return JSON.parse(await text(child.stdout));
};

const hashOnce = async () => {
  const passwords = openPasswords({ lanes: 1, places: 1 });
  using ticket = passwords.ticket();
  if (!ticket) throw new Error("an empty queue is full");
  return await passwords.hash(ticket, "umi-to-yama-2026");
};

/** The whole of an import ÷ argon2 alone, which nothing can be faster than; memory at two sizes. */
export const credentialsImport: Bench = {
  name: "credentials-import",
  says: `${large} IDs and passwords of an older system, activated, mails queued ÷ raw argon2, ${cores} in flight`,
  goals: [
    { figure: "rows/s ÷ raw", unit: "ratio", atLeast: 0.8 },
    { figure: "peak growth", unit: "ratio", atMost: 1.1 },
    { figure: "rows/s", unit: "/s" },
    { figure: "raw rate", unit: "/s" },
    { figure: `peak at ${small}`, unit: "MB" },
    { figure: `peak at ${large}`, unit: "MB" },
  ],
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), "kenpo-bench-credentials-"));
    const [smallFile, largeFile] = [join(folder, "small.csv"), join(folder, "large.csv")];
    const database = await testDatabase();
    await addSociety(database.app, {
      document: sampleDocument("hikari"),
      actor: { kind: "operator" },
      origin: { requestId: "bench", source: "cli" },
      reason: "bench",
      now: instantOf(0),
      dryRun: false,
    });
    const config = database.rootConfig;
    const root = await connectClient({ config, applicationName: "kenpo bench" });
    await addMembers(root);
    await writeFileOf(smallFile, small);
    await writeFileOf(largeFile, large);
    const phc = await hashOnce();
    return {
      round: async () => {
        await empty(root);
        const first = await importOnce(database, smallFile);
        await empty(root);
        const second = await importOnce(database, largeFile);
        const raw = await rawHash(phc, cores);
        const perSecond = (large * 1000) / second.ms;
        return {
          "rows/s ÷ raw": perSecond / raw.perSecond,
          "peak growth": second.peakMb / first.peakMb,
          "rows/s": perSecond,
          "raw rate": raw.perSecond,
          [`peak at ${small}`]: first.peakMb,
          [`peak at ${large}`]: second.peakMb,
        };
      },
      close: async () => {
        await root.end();
        await database.drop();
        await rm(folder, { recursive: true });
      },
    };
  },
};
