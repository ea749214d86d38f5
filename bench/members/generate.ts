import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import iconv from "iconv-lite";
import { families, givenNames, towns, workplaces } from "./names.ts";

const header =
  "記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄,資格取得日,資格喪失日,郵便番号,住所,事業所コード,事業所名,メールアドレス,社員番号";
const roles = ["本人", "妻", "長男", "長女"];
const two = (n: number) => String(n).padStart(2, "0");

/** A number below `below` that looks drawn, the same for the same `n` and `salt` in every run. */
const drawn = (n: number, salt: number, below: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) % below;
};
const oneOf = <T>(list: readonly T[], n: number, salt: number): T =>
  list[drawn(n, salt, list.length)] as T;

const eraOf = (year: number) => {
  if (year > 2018) return ["5", "R", 2018] as const;
  return year < 1989 ? (["3", "S", 1925] as const) : (["4", "H", 1988] as const);
};

/** A day of `years` years from `first` on, in one of the date styles of the sample files. */
const dateIn = (n: number, salt: number, [first, years]: readonly [number, number]) => {
  const year = first + drawn(n, salt, years);
  const [month, day] = [1 + drawn(n, salt + 1, 12), 1 + drawn(n, salt + 2, 28)];
  const [code, letter, before] = eraOf(year);
  const eraYear = year - before;
  const style = drawn(n, salt + 3, 3);
  // the first year of an era has days of the one before
  if (style === 0 || eraYear === 1) return `${year}-${two(month)}-${two(day)}`;
  if (style === 1) return `${letter}${two(eraYear)}.${month}.${day}`;
  return `${code}${two(eraYear)}${two(month)}${two(day)}`;
};

const householdOf = (household: number) => {
  const [family, familyKana] = oneOf(families, household, 1);
  const postal = `${100 + drawn(household, 2, 900)}-${String(drawn(household, 3, 9999)).padStart(4, "0")}`;
  const numbers = `${1 + drawn(household, 4, 9)}丁目${1 + drawn(household, 5, 30)}－${1 + drawn(household, 6, 20)}`;
  const flat = household % 3 === 0 ? `　見本マンション${101 + drawn(household, 7, 900)}号室` : "";
  const workplace = drawn(household, 8, workplaces.length);
  return {
    key: `${workplace % 2 ? "１０" : "本社3"},${1_000_000 + household}`,
    family,
    familyKana,
    home: `${postal},${oneOf(towns, household, 9)}${numbers}${flat}`,
    workplace: `${String(workplace).padStart(3, "0")},${workplaces[workplace]}`,
    employee: `E${String(household).padStart(6, "0")}`,
  };
};

/** Seven members are four households, of one to three: about as many as real ones have. */
const placeOf = (i: number): readonly [household: number, branch: number] => {
  const [four, place] = [Math.floor(i / 7) * 4, i % 7];
  if (place < 2) return [four + place, 0];
  return place < 4 ? [four + 2, place - 2] : [four + 3, place - 4];
};

const rowOf = (i: number): string => {
  const [household, branch] = placeOf(i);
  const { key, family, familyKana, home, workplace, employee } = householdOf(household);
  const [name, kana] = oneOf(givenNames, i, 20);
  const born = dateIn(i, 30, branch === 2 ? [1990, 12] : [1940, 46]);
  const acquired = dateIn(household, 40, [2003, 16]);
  const lost = drawn(i, 50, 12) === 0 ? dateIn(i, 51, [2019, 6]) : "";
  const email = branch === 0 ? `m${i}.${drawn(i, 60, 99)}@example.jp` : "";
  const role = roles[branch + (branch === 2 ? drawn(i, 70, 2) : 0)];
  const sex = role === "妻" || role === "長女" ? 2 : 1 + (branch === 0 ? drawn(i, 71, 2) : 0);
  const person = `${family}　${name},${familyKana} ${kana},${born},${sex},${role}`;
  return `${key},${two(branch)},${person},${acquired},${lost},${home},${workplace},${email},${employee}`;
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
