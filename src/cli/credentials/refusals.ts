import { nothingChanged, type Texts } from "../output/problems.ts";

const fileExists = "同じ名前のファイルがあります。上書きしません。別の名前にしてください。";
const busy =
  "ほかの端末か人が、この組合の仮IDを発行しているか、取り込んでいます。終わってからもう一度実行してください。";
const anew =
  "credentials issue(登録済みの方は accounts reissue)で発行し直してください。前の通知は使えなくなります。";

/** Why nothing was issued or fetched. */
export const refusals = {
  nobody: () => `仮IDを出す人がいません。${nothingChanged}`,
  "file-exists": () => fileExists,
  "same-file": () => "--pdf と --csv が同じファイルです。別の名前にしてください。",
  "batch-lost": () =>
    "途中で別の発行が割り込みました。前の通知はそのまま使えます。もう一度実行してください。",
  busy: () => busy,
  "batch-unknown": () => "その番号の発行はありません。credentials batches で確かめてください。",
  "batch-not-kept": ({ number }) =>
    `第${number}回は取り出せません。取り込んだ仮IDや、古い版で発行した通知です。`,
  "letters-over": ({ number }) =>
    `第${number}回の通知は、どれももう使えません(本登録済み、無効、期限切れ)。`,
  "letters-destroyed": ({ number, until }) =>
    `第${number}回の通知を取り出せるのは${until}まででした。もう取り出せません。${anew}`,
  "letters-missing": ({ number }) =>
    `第${number}回の通知は、ここには残っていません(バックアップには入りません)。${anew}`,
  "letters-sealed": () =>
    "通知を開けません。KENPO_SECRET を替えたなら、KENPO_SECRET_PREVIOUS に前の値を入れてください。",
} satisfies Texts;

/** Why nothing of a file was taken. */
export const importRefusals: Texts = {
  "list-needed": ({ count }) =>
    `仮パスワードのない行が${count}行あります。こちらで仮パスワードを作りますので、--csv OUT.csv を付けてください。${nothingChanged}`,
  "file-exists": () => `${fileExists}${nothingChanged}`,
  "batch-lost": () => `途中で別の発行が割り込みました。もう一度実行してください。${nothingChanged}`,
  busy: () => `${busy}${nothingChanged}`,
};
