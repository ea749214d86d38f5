import { csvLine } from "../../kernel/csv-line.ts";

/** Invented people, one after the other: the first letter goes to the first, and so on. */
const people = [
  ["鈴木　花子", "スズキ　ハナコ", "1979-08-22", "女"],
  ["佐藤　太郎", "サトウ　タロウ", "1958-03-03", "男"],
  ["髙橋　幸子", "タカハシ　サチコ", "1964-11-30", "女"],
  ["渡邊　健一", "ワタナベ　ケンイチ", "1990-01-05", "男"],
] as const;

export type SamplePerson = {
  readonly name: string;
  readonly bornOn: string;
  readonly symbol: string;
  readonly memberNumber: string;
};

const symbol = "見本";

/** The n-th sample person of a society, from 0; after the list it begins again with new numbers. */
export const samplePerson = (n: number): SamplePerson & { readonly csv: string } => {
  const [name, kana, bornOn, sex] = people[n % people.length] ?? people[0];
  const memberNumber = String(n + 1);
  const row = [symbol, memberNumber, "00", name, kana, bornOn, sex, "本人", "2020-04-01"];
  const header = [
    "記号",
    "番号",
    "枝番",
    "氏名",
    "氏名カナ",
    "生年月日",
    "性別",
    "続柄",
    "資格取得日",
  ];
  return { name, bornOn, symbol, memberNumber, csv: csvLine(header) + csvLine(row) };
};
