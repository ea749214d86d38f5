import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Portal } from "../portal-process.ts";
import type { Letter } from "./registration.ts";

const society = new URL("../../societies/hikari.json", import.meta.url);
const bornOn = "19790822";
/** 記号 of our members: the samples have others. */
const symbol = "九";

const membersFile = (count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, i) => `${symbol},${1000 + i},,試験　花子,シケン ハナコ,${bornOn},女,本人,2020-04-01`,
  );
  return ["記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄,資格取得日", ...rows, ""].join("\r\n");
};

/** Members of ひかり電機 and their letters, made as staff make them: by the command line. */
export const lettersFor = async (portal: Portal, count: number): Promise<readonly Letter[]> => {
  const { insurerNumber } = JSON.parse(readFileSync(society, "utf8"));
  const folder = join(tmpdir(), `kenpo-letters-${process.pid}`);
  mkdirSync(folder, { mode: 0o700 });
  try {
    const [members, list] = [join(folder, "members.csv"), join(folder, "letters.csv")];
    writeFileSync(members, membersFile(count));
    await portal.cli("members", "import", "--society", "hikari", members);
    await portal.cli("credentials", "issue", "--society", "hikari", "--csv", list);
    const rows: readonly Record<string, string>[] = parse(readFileSync(list), {
      bom: true,
      columns: true,
    });
    const letters = rows
      .filter((row) => row.記号 === symbol)
      .map((row, i) => ({
        issuedId: row.仮ユーザID ?? "",
        password: row.仮パスワード ?? "",
        bornOn,
        insurerNumber,
        userId: `hanako${1000 + i}`,
      }));
    if (letters.length !== count) throw new Error(`${letters.length} letters for ${count} members`);
    return letters;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
