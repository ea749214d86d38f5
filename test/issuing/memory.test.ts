import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Office, openOffice } from "./office.ts";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.close());

const addMembers = (count: number) =>
  office.root.query(
    `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
       number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
       workplace_code, workplace_name, employee_number, created_at, changed_at)
     select s.id, gen_random_uuid(), '10', 100000 + n, '00', '10', 100000 + n, '髙橋　幸子',
       'タカハシ　サチコ', '髙橋幸子', 'タカハシサチコ', '1979-08-22', '本人', '2020-04-01',
       lpad((n % 40)::text, 3, '0'), '見本電機株式会社　第' || n % 40 || '工場', 'E' || n, $1, $1
     from society s, generate_series(1, $2::integer) as n where s.code = 'hikari'`,
    [office.clock.now(), count],
  );

type Told = { readonly peakMb: number; readonly heap: readonly number[] };

/** As the command line runs it; nothing is hashed, or this would take minutes. */
const issueTo = async (count: number, kinds: readonly ("pdf" | "csv")[]): Promise<Told> => {
  await office.clear();
  await addMembers(count);
  const child = spawn(
    project("scripts/node"),
    ["--max-semi-space-size=8", "--expose-gc", project("bench/issuing/issue-once.ts")],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const files = Object.fromEntries(kinds.map((kind) => [kind, office.path(`letters.${kind}`)]));
  const config = office.database.appConfig;
  child.stdin.end(JSON.stringify({ config, code: "hikari", ...files, isHashed: false }));
  const told = JSON.parse(await text(child.stdout));
  assert.equal(told.count, count);
  for (const path of Object.values(files)) await rm(path);
  return told;
};

test("what is alive does not grow with the letters that are done", async () => {
  const { heap } = await issueTo(12_288, ["csv"]);
  const [first = 0, last = 0] = [heap[0], heap.at(-1)];
  assert.equal(heap.length, 6);
  // 10,000 letters would be 10 MB
  assert.ok(last - first < 1_000_000, heap.join(" "));
});

test("ten times the letters of a PDF take the same memory", async () => {
  const [few, many] = [await issueTo(600, ["pdf", "csv"]), await issueTo(6000, ["pdf", "csv"])];
  assert.ok(many.peakMb < few.peakMb * 1.3, `${few.peakMb} MB, then ${many.peakMb} MB`);
});
