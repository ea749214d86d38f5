import type { Refusal } from "../../kernel/result.ts";
import type { ExitCode, Output } from "../command.ts";

/** Why nothing was issued or fetched; all but `letters-destroyed` are told as they stand. */
export const refusals: Readonly<Record<string, string>> = {
  nobody: "仮IDを出す人がいません。何も変わっていません。",
  "file-exists": "同じ名前のファイルがあります。上書きしません。別の名前にしてください。",
  "same-file": "--pdf と --csv が同じファイルです。別の名前にしてください。",
  "batch-lost":
    "途中で別の発行が割り込みました。前の通知はそのまま使えます。もう一度実行してください。",
  busy: "この組合の仮IDを、いま別の画面で発行しています。終わってからもう一度実行してください。",
  "batch-unknown": "その番号の発行はありません。credentials batches で確かめてください。",
  "batch-not-kept": "第{number}回は取り出せません。取り込んだ仮IDや、古い版で発行した通知です。",
  "letters-over": "第{number}回の通知は、どれももう使えません(本登録済み、無効、期限切れ)。",
  "letters-destroyed":
    "第{number}回の通知を取り出せるのは{until}まででした。仮パスワードはもう残っていません。credentials issue で発行し直してください(前の通知は使えなくなります)。",
  "letters-sealed":
    "通知を開けません。KENPO_SECRET を替えたなら、KENPO_SECRET_PREVIOUS に前の値を入れてください。",
};

/** Why nothing of a file was taken. */
export const importRefusals: Readonly<Record<string, (count: number | string) => string>> = {
  "list-needed": (count) =>
    `仮パスワードのない行が${count}行あります。こちらで仮パスワードを作りますので、--csv OUT.csv を付けてください。`,
  "file-exists": () => "同じ名前のファイルがあります。上書きしません。別の名前にしてください。",
  "batch-lost": () => "途中で別の発行が割り込みました。もう一度実行してください。",
  busy: () =>
    "この組合の仮IDを、いま別の画面で扱っています。終わってからもう一度実行してください。",
};

const filled = (text: string, facts: Refusal["facts"]) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));

export const refuseWith = (
  out: Output,
  { code, facts = {} }: Pick<Refusal, "code"> & Partial<Refusal>,
): ExitCode => {
  out.complain(filled(refusals[code] ?? code, facts));
  out.json({ ok: false, code, ...facts });
  return 1;
};
