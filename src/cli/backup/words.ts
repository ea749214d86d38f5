import { manifestFile } from "../../platform/backup/manifest.ts";
import type { Fault } from "../../platform/backup/types.ts";
import { nothingChanged, type Texts } from "../output/problems.ts";
import type { Fitting } from "./checking.ts";

/** Why a backup is refused. */
const faults: Texts & Record<Fault, Texts[string]> = {
  incomplete: ({ folder, file }) =>
    `${folder}/${file}: ありません。書き出しが途中で終わったか、バックアップのフォルダーではありません。${nothingChanged}`,
  altered: ({ folder, file }) =>
    `${folder}/${file}: 書き出したときのままではありません(壊れているか、切れているか、入れ替わっています)。${nothingChanged}`,
  missing: ({ folder, file }) => `${folder}/${file}: ありません。${nothingChanged}`,
  "other-key": ({ folder, file }) =>
    `${folder}/${file}: 別の KENPO_SECRET で封じたバックアップです。そのときの値を KENPO_SECRET_PREVIOUS に入れるか、その値を KENPO_SECRET にして新しい空のところに戻してください。${nothingChanged}`,
  "newer-format": ({ folder, file }) =>
    `${folder}/${file}: 新しい版の kenpo が作ったバックアップです。その版で戻してください。${nothingChanged}`,
};

type Unfitting = `schema-${Exclude<Fitting, "same">}`;

/** Of a backup that another version made; `last`: its last migration. */
const unfitting: Texts & Record<Unfitting, Texts[string]> = {
  "schema-older": ({ folder, last }) =>
    `${folder}: 前の版の kenpo が作ったバックアップです(${last} まで)。その版で戻してから、この版で起動してください。${nothingChanged}`,
  "schema-newer": ({ folder, last }) =>
    `${folder}: 新しい版の kenpo が作ったバックアップです(${last} まで)。その版で戻してください。${nothingChanged}`,
  "schema-other": ({ folder, last }) =>
    `${folder}: この版とは表のつくりが違うバックアップです(${last} まで)。作ったときの版で戻してください。${nothingChanged}`,
};

/** Why nothing was restored. */
export const refusals: Texts = {
  ...faults,
  ...unfitting,
  "not-empty": () =>
    `ここにはもう組合かその記録があります。戻せるのは空のところだけです。新しい KENPO_DATA か空のデータベースを選び、KENPO_SAMPLES=0 を付けて、起動する前に import を実行してください。${nothingChanged}`,
  "no-owner": () =>
    `DATABASE_URL がありません。表の持ち主として書き戻すので、DATABASE_APP_URL だけでは戻せません。${nothingChanged}`,
  busy: () =>
    `別の処理が表を使っています。動いている kenpo を止めてから、もう一度実行してください。${nothingChanged}`,
  columns: ({ table }) => `${table}: 表のつくりが違います。${nothingChanged}`,
  "not-taken": ({ table, sqlState, constraint }) =>
    `${table}: データベースが受け付けませんでした(${[sqlState, constraint].filter(Boolean).join(" ")})。${nothingChanged}`,
  differs: ({ table }) =>
    `${table}: 書き戻したものが元と同じになりませんでした。データベースの設定を確かめてください。${nothingChanged}`,
};

/** Why nothing was written. */
export const exportRefusals: Texts = {
  "not-empty": ({ folder }) =>
    `${folder}: 空ではありません。新しいフォルダーの名前を入れてください(${manifestFile} がなければ、途中で終わった書き出しの残りです。消してかまいません)。`,
  nothing: () => "組合が一つもありません。KENPO_DATA と DATABASE_URL を確かめてください。",
  busy: () => "別の処理が表を使っています。終わってから、もう一度実行してください。",
};

/** 「3.2 MB」 */
export const sizeText = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
