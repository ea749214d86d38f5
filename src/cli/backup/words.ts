import type { Facts } from "../../kernel/result.ts";
import type { Fault } from "../../platform/backup/types.ts";
import type { Fitting } from "./checking.ts";

/** Why a backup is refused, after the name of the file. */
export const faultWords: Readonly<Record<Fault, string>> = {
  incomplete: "ありません。書き出しが途中で終わったか、バックアップのフォルダーではありません",
  altered: "書き出したときのままではありません(壊れているか、切れているか、入れ替わっています)",
  missing: "ありません",
  "other-key":
    "別の KENPO_SECRET で封じたバックアップです。そのときの値を KENPO_SECRET_PREVIOUS に入れるか、その値を KENPO_SECRET にして新しい空のところに戻してください",
  "newer-format": "新しい版の kenpo が作ったバックアップです。その版で戻してください",
};

/** Of a backup that another version made; `last`: its last migration. */
export const fittingWords: Readonly<Record<Exclude<Fitting, "same">, (last: string) => string>> = {
  older: (last) =>
    `前の版の kenpo が作ったバックアップです(${last} まで)。その版で戻してから、この版で起動してください。`,
  newer: (last) =>
    `新しい版の kenpo が作ったバックアップです(${last} まで)。その版で戻してください。`,
  other: (last) =>
    `この版とは表のつくりが違うバックアップです(${last} まで)。作ったときの版で戻してください。`,
};

/** Why nothing was restored, where the backup itself is not to blame. */
export const refusalWords: Readonly<Record<string, (facts: Facts) => string>> = {
  "not-empty": () =>
    "ここにはもう組合かその記録があります。戻せるのは空のところだけです。新しい KENPO_DATA か空のデータベースを選び、KENPO_SAMPLES=0 を付けて、起動する前に import を実行してください。",
  "no-owner": () =>
    "DATABASE_URL がありません。表の持ち主として書き戻すので、DATABASE_APP_URL だけでは戻せません。",
  busy: () =>
    "別の処理が表を使っています。動いている kenpo を止めてから、もう一度実行してください。",
  columns: ({ table }) => `${table}: 表のつくりが違います。`,
  "not-taken": ({ table, sqlState, constraint }) =>
    `${table}: データベースが受け付けませんでした(${[sqlState, constraint].filter(Boolean).join(" ")})。`,
  differs: ({ table }) =>
    `${table}: 書き戻したものが元と同じになりませんでした。データベースの設定を確かめてください。`,
};

export const nothingChanged = "何も変わっていません。";

/** 「3.2 MB」 */
export const sizeText = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
