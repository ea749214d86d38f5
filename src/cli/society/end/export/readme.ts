import type { InBoth } from "../../../../society/types.ts";
import { others, sheets } from "./sheets.ts";

const files = [...sheets, ...others];
const list = (lang: keyof InBoth) =>
  files.map(({ name, says }) => `  ${name}\n      ${says[lang]}`).join("\n");

const ja = (name: string) => `${name} のデータ一式

${list("ja")}
  manifest.json
      このフォルダーのファイルの行数、バイト数、SHA-256と、書き出した日時。最後に書かれます。
      manifest.json がないフォルダーは、書き出しが途中で止まったものです。

CSVはUTF-8(BOM付き)、CRLF、すべて引用符付きです。引用符のない空は「値なし」です。
値は元のままです。表計算ソフトで開くときは「テキスト」として読み込んでください
(= や + で始まる値を式として計算させないため)。
日時はUTC(2026-11-20T01:00:00.000Z)、日付は日本の暦日です。IDは全ファイルで共通です。

含まれないもの: パスワードとその控え、認証方法の鍵と番号、封じた内容(メールの宛先と本文、印刷用の通知)、
ログイン中の状態や途中の手続きなど、短い間だけの作業データ、保存期間を過ぎて消えた記録。
`;

const en = (name: string) => `All data of ${name}

${list("en")}
  manifest.json
      Rows, bytes and SHA-256 of each file, and when they were written. It is written last: a
      folder without it is an export that was cut short.

CSV is UTF-8 with BOM, CRLF, every value quoted; an empty cell without quotes is "no value". Values
stand as they are: import them as text, or a spreadsheet may run what begins with = or +.
Moments are UTC (2026-11-20T01:00:00.000Z), days are days in Japan. Ids are the same in all files.

Not included: passwords and their hashes; keys and codes of second factors; what is sealed (recipients and words of mails, letters kept
for printing); work in progress, such as sessions and unfinished registrations; what went because its
retention period was over.
`;

export const readme = (name: InBoth): string => `${ja(name.ja)}\n${en(name.en)}`;
