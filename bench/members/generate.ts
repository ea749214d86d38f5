import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import iconv from "iconv-lite";

const header =
  "記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄,資格取得日,資格喪失日,郵便番号,住所,事業所コード,事業所名,メールアドレス,社員番号";
const families = [
  ["渡邊", "ﾜﾀﾅﾍﾞ"],
  ["伊藤", "ｲﾄｳ"],
  ["髙橋", "ﾀｶﾊｼ"],
  ["長谷川", "ﾊｾｶﾞﾜ"],
  ["五十嵐", "ｲｶﾞﾗｼ"],
] as const;
const given = [
  ["花子", "ﾊﾅｺ"],
  ["譲二", "ｼﾞｮｳｼﾞ"],
  ["ヴェロニカ", "ｳﾞｪﾛﾆｶ"],
] as const;
const roles = ["本人", "妻", "長男"];
const two = (n: number) => String(n).padStart(2, "0");

/** One of the date styles of the sample files, in turn. */
const dateIn = (style: number, year: number, month: number, day: number) => {
  const showa = two(year - 1925);
  if (style === 0) return `${year}-${two(month)}-${two(day)}`;
  if (style === 1) return `S${showa}.${month}.${day}`;
  return `3${showa}${two(month)}${two(day)}`;
};

const rowOf = (i: number): string => {
  const [household, branch] = [Math.floor(i / 3), i % 3];
  const [family, familyKana] = families[household % families.length] ?? families[0];
  const [name, kana] = given[i % given.length] ?? given[0];
  const born = dateIn(i % 3, 1930 + (i % 55), (i % 12) + 1, (i % 28) + 1);
  const email = branch === 0 ? `m${i}@example.jp` : "";
  const address = `福岡県福岡市博多区見本町${(household % 90) + 1}丁目${(i % 20) + 1}－８`;
  const person = `${family}　${name},${familyKana} ${kana},${born},${(branch % 2) + 1},${roles[branch]}`;
  const place = `812-0011,${address},00${household % 9},㈱ひかり物流`;
  const key = `${household % 2 ? "１０" : "本社3"},${1_000_000 + household},${two(branch)}`;
  return `${key},${person},H20.4.1,,${place},${email},E${two(household)}`;
};

/** Writes a CP932 members file of `rows` rows, as a core system would, without holding it. */
export const writeMembersFile = async (path: string, rows: number): Promise<void> => {
  const out = createWriteStream(path);
  for (let i = -1; i < rows; ) {
    const lines: string[] = [];
    for (const end = Math.min(rows, i + 2000); i < end; i++) lines.push(i < 0 ? header : rowOf(i));
    if (!out.write(iconv.encode(`${lines.join("\r\n")}\r\n`, "cp932"))) await once(out, "drain");
  }
  out.end();
  await finished(out);
};
