import type { Facts, Refusal } from "../../kernel/result.ts";

/** What is wrong, and how to mend it; nothing has changed. */
const texts: Readonly<Record<string, (facts: Facts) => string>> = {
  "society-missing": () => "--society CODE を付けてください。",
  "whom-once": () =>
    "どなたの分かを、ユーザIDか --member 記号/番号/枝番 のどちらか一つで示してください。",
  "reason-missing": () => "--reason で理由を付けてください。監査の記録に残ります。",
  "reason-empty": () => "--reason が空です。理由を書いてください。監査の記録に残ります。",
  "reason-long": ({ max = "", length = "" }) =>
    `--reason は${max}文字までです。いまは${length}文字です。短くしてください。`,
  "reason-character": () =>
    "--reason に、制御文字・絵文字・外字など、記録に残せない文字が入っています。消してください。",
  "file-missing": () =>
    "--pdf OUT.pdf か --csv OUT.csv を付けてください。仮パスワードはそのファイルにだけ書かれます。",
  "files-same": () => "--pdf と --csv には、別の名前のファイルを指定してください。",
  "member-form": () =>
    "--member は 記号/番号/枝番 の形で入れてください。例: --member 10/1234/00(本人の枝番は 00)",
  "user-id-unknown": () =>
    "このユーザIDの方は、この組合にいません。IDを確かめるか、--member 記号/番号/枝番 で示してください。",
  "member-unknown": () =>
    "この記号・番号・枝番の方は、この組合にいません。members import で取り込んだものと同じか確かめてください。",
  "cover-ended": ({ lostOn = "" }) =>
    `この方は${lostOn}に資格がなくなっています。仮IDは出せません。`,
  "cover-not-begun": ({ acquiredOn = "" }) =>
    `この方の資格は${acquiredOn}からです。その日から再発行できます。`,
  "account-locked": () =>
    "このアカウントは、組合の職員がロックしています。再発行ではロックは外れません。先に accounts unlock でロックを外してください。",
  nobody: () =>
    "この方は、仮IDの通知を送る相手ではありません。組合の設定 policy.letter.recipients を確かめてください。",
  unprintable: ({ found = "" }) =>
    `通知に印字できない文字があります: ${found}。members import で直すか、--pdf を付けずに --csv だけで発行してください。`,
  "file-exists": () => "同じ名前のファイルがあります。上書きしません。別の名前にしてください。",
  "batch-lost": () => "途中で別の発行が割り込みました。もう一度実行してください。",
  busy: () =>
    "この組合の仮IDを、いま別の画面で発行しています。終わってからもう一度実行してください。",
};

/** @throws when a code has no text: a bug that a test finds */
export const refusalText = ({ code, facts }: Refusal): string => {
  const text = texts[code];
  if (!text) throw new Error(`no text for the refusal "${code}"`);
  return text(facts);
};
