import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Portal } from "../portal-process.ts";
import type { Letter } from "./registration.ts";

const bornOn = "19790822";
/** 記号 of our members: the samples have others. */
export const symbol = "九";
/** 記号 of who is there only to be written about. */
const crowdSymbol = "封";

const columns = "記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄,資格取得日,メールアドレス";

type Row = { readonly number: number; readonly of: string; readonly email: string };

const membersFile = (rows: readonly Row[]): string =>
  [
    columns,
    ...rows.map(
      ({ of, number, email }) =>
        `${of},${number},,試験　花子,シケン ハナコ,${bornOn},女,本人,2020-04-01,${email}`,
    ),
    "",
  ].join("\r\n");

const numbers = (count: number) => Array.from({ length: count }, (_, i) => 1000 + i);

const insurerNumberOf = (society: string): string =>
  JSON.parse(readFileSync(new URL(`../../societies/${society}.json`, import.meta.url), "utf8"))
    .insurerNumber;

/** The folder is gone afterwards, with the passwords in it. */
const inFolder = async <T>(work: (path: (name: string) => string) => Promise<T>): Promise<T> => {
  const folder = join(tmpdir(), `kenpo-letters-${process.pid}`);
  mkdirSync(folder, { mode: 0o700 });
  try {
    return await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

type Order = { readonly society: string; readonly count: number };

const addMembers = (
  { cli }: Portal,
  path: string,
  { society, rows }: { readonly society: string; readonly rows: readonly Row[] },
) => {
  writeFileSync(path, membersFile(rows));
  return cli("members", "import", "--society", society, path);
};

/** Members and their letters, made as staff make them: by the command line. */
export const lettersFor = (
  portal: Portal,
  { society, count, keepsId }: Order & { readonly keepsId: (i: number) => boolean },
): Promise<readonly Letter[]> =>
  inFolder(async (path) => {
    const rows = numbers(count).map((number) => ({ of: symbol, number, email: "" }));
    await addMembers(portal, path("members.csv"), { society, rows });
    const list = path("letters.csv");
    await portal.cli("credentials", "issue", "--society", society, "--csv", list);
    const printed: readonly Record<string, string>[] = parse(readFileSync(list), {
      bom: true,
      columns: true,
    });
    const ours = printed.filter((row) => row.記号 === symbol);
    if (ours.length !== count) throw new Error(`${ours.length} letters for ${count} members`);
    const insurerNumber = insurerNumberOf(society);
    return ours.map(({ 仮ユーザID: issuedId = "", 仮パスワード: password = "" }, i) => ({
      issuedId,
      password,
      bornOn,
      insurerNumber,
      userId: keepsId(i) ? issuedId : `hanako${1000 + i}`,
      email: `${society}${1000 + i}@example.jp`,
      fileAddress: null,
    }));
  });

/** Members with an address on file whose IDs and passwords an older system brought. */
export const broughtLettersFor = (
  portal: Portal,
  { society, count }: Order,
): Promise<readonly Letter[]> =>
  inFolder(async (path) => {
    const rows = numbers(count).map((number) => ({
      of: symbol,
      number,
      email: `file${number}@example.jp`,
    }));
    await addMembers(portal, path("members.csv"), { society, rows });
    const credentials = rows.map(({ number }) => `${symbol},${number},,old${number},himawari-1`);
    const file = path("credentials.csv");
    writeFileSync(file, ["記号,番号,枝番,ユーザID,仮パスワード", ...credentials, ""].join("\r\n"));
    await portal.cli("credentials", "import", "--society", society, file);
    const insurerNumber = insurerNumberOf(society);
    return rows.map(({ number, email: fileAddress }) => ({
      issuedId: `old${number}`,
      password: "himawari-1",
      bornOn,
      insurerNumber,
      // Every other one takes a new ID.
      userId: number % 2 === 0 ? `old${number}` : `hanako${number}`,
      email: `${society}${number}@example.jp`,
      fileAddress,
    }));
  });

/** So many members at once, and a fact of each. */
export const addCrowd = (
  portal: Portal,
  { society, count, crowd }: Order & { readonly crowd: number },
): Promise<unknown> =>
  inFolder((path) => {
    const of = `${crowdSymbol}${crowd}`;
    const rows = numbers(count).map((number) => ({ of, number, email: "" }));
    return addMembers(portal, path("crowd.csv"), { society, rows });
  });
