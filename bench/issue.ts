import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { instantOf } from "../src/kernel/time.ts";
import { connectClient } from "../src/platform/database/config.ts";
import { type TestDatabase, testDatabase } from "../test/database.ts";
import { hikariIn } from "../test/hikari.ts";
import { rawHash } from "./password-hash.ts";
import type { Bench } from "./types.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** As scripts/kenpo runs it. */
const likeKenpo = "--max-semi-space-size=8";
const cores = availableParallelism();
const small = 1000;
const large = 4000;

/** Of 40 workplaces, with addresses of some length: as letters have them. */
const addMembers = (root: pg.Client, count: number) =>
  root.query(
    `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
       number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
       postal_code, address, workplace_code, workplace_name, employee_number, created_at, changed_at)
     select s.id, gen_random_uuid(), '10', 100000 + n, '00', '10', 100000 + n, '髙橋　幸子',
       'タカハシ　サチコ', '髙橋幸子', 'タカハシサチコ', '1979-08-22', '本人', '2020-04-01', '812-0011',
       '福岡県福岡市博多区見本町' || n % 9 || '丁目' || n % 30 || '－' || n % 20 || '　見本マンション' || n,
       lpad((n % 40)::text, 3, '0'), '見本電機株式会社　第' || n % 40 || '工場', 'E' || n, $1, $1
     from society s, generate_series(1, $2::integer) as n where s.code = 'hikari'`,
    [instantOf(0), count],
  );

const empty = (root: pg.Client) =>
  root.query(
    "truncate member, credential_batch, credential_batch_count, login_directory, audit_fact cascade",
  );

type Once = { readonly ms: number; readonly cpuMs: number; readonly peakMb: number };

/** In a process of its own, as the command line runs it: its peak memory is the issue's. */
const issueOnce = async (
  { appConfig }: TestDatabase,
  folder: string,
  isHashed: boolean,
): Promise<Once> => {
  const child = spawn(
    project("scripts/node"),
    [likeKenpo, project("bench/issuing/issue-once.ts")],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const [pdf, csv] = [join(folder, "letters.pdf"), join(folder, "letters.csv")];
  child.stdin.end(JSON.stringify({ config: appConfig, code: "hikari", pdf, csv, isHashed }));
  const told = await text(child.stdout);
  await Promise.all([rm(pdf), rm(csv)]);
  return JSON.parse(told);
};

/** The whole of an issue ÷ argon2 alone, which nothing can be faster than; memory at two sizes. */
export const issue: Bench = {
  name: "issue",
  says: `${large} letters as PDF and list, sealed and activated ÷ raw argon2, ${cores} in flight`,
  goals: [
    { figure: "letters/s ÷ raw", unit: "ratio", atLeast: 0.8 },
    { figure: "peak growth", unit: "ratio", atMost: 1.1 },
    { figure: "letters/s", unit: "/s" },
    { figure: "raw rate", unit: "/s" },
    { figure: "CPU of a hash", unit: "ms" },
    // a letter's, without the database's; with the start of the process
    { figure: "CPU of all else", unit: "ms" },
    { figure: `peak at ${small}`, unit: "MB" },
    { figure: `peak at ${large}`, unit: "MB" },
  ],
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), "kenpo-bench-letters-"));
    const database = await testDatabase();
    await hikariIn(database.app, instantOf(0));
    const config = database.rootConfig;
    const root = await connectClient({ config, applicationName: "kenpo bench" });
    const phc = await hash("umi-to-yama-2026", { memoryCost: 19456, timeCost: 2, parallelism: 1 });
    const issueTo = async (count: number, isHashed = true) => {
      await empty(root);
      await addMembers(root, count);
      return issueOnce(database, folder, isHashed);
    };
    return {
      round: async () => {
        const first = await issueTo(small);
        const before = await rawHash(phc, cores);
        const second = await issueTo(large);
        const after = await rawHash(phc, cores);
        const beside = await issueTo(large, false);
        // the machine's mood before and after: the middle of both
        const raw = (before.perSecond + after.perSecond) / 2;
        const perSecond = (large * 1000) / second.ms;
        return {
          "letters/s ÷ raw": perSecond / raw,
          "peak growth": second.peakMb / first.peakMb,
          "letters/s": perSecond,
          "raw rate": raw,
          "CPU of a hash": (before.cpuMs + after.cpuMs) / 2,
          "CPU of all else": beside.cpuMs / large,
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
