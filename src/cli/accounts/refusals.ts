import type { Refusal } from "../../kernel/result.ts";
import type { ExitCode, Output } from "../command.ts";
import { refusals as letterRefusals } from "../credentials/refusals.ts";
import { nothingChanged, refuseWith, type Texts } from "../output/problems.ts";

/** Wrong usage of any command on one account, and how it is right. */
export const usageOfAny: Texts = {
  "society-missing": () => "--society CODE を付けてください。",
  "whom-once": () =>
    "どなたの分かを、ユーザIDか --member 記号/番号/枝番 の、どちらか一つで示してください。",
  "member-form": () => "--member は 記号/番号/枝番 の形で入れてください(例: 10/1001/00)。",
  "reason-missing": () => "--reason で理由を付けてください。監査の記録に残ります。",
  "reason-empty": () => "--reason が空です。理由を書いてください。監査の記録に残ります。",
  "reason-long": ({ max = "", length = "" }) =>
    `--reason は${max}文字までです。いまは${length}文字です。短くしてください。`,
  "reason-character": () =>
    "--reason に、制御文字・絵文字・外字など、記録に残せない文字が入っています。消してください。",
};

/** The same of a reissue alone. */
export const usageOfReissue: Texts = {
  "file-missing": () =>
    "--pdf OUT.pdf か --csv OUT.csv(両方も可)を付けてください。仮パスワードはこのファイルにだけ書かれます。",
};

/** Why nobody was found. */
export const unknown: Texts = {
  "user-id-unknown": () =>
    `このユーザIDの方は、この組合にいません。IDを確かめるか、--member 記号/番号/枝番 で示してください。${nothingChanged}`,
  "member-unknown": () =>
    `この記号・番号・枝番の方は、この組合にいません。加入者ファイルと同じか確かめてください。${nothingChanged}`,
};

/** Why nobody gets a letter, and what to do about it. */
export const texts: Texts = {
  "cover-ended": ({ lostOn = "" }) =>
    `この方は${lostOn}に資格がなくなっています。仮IDは出せません。${nothingChanged}`,
  "cover-not-begun": ({ acquiredOn = "" }) =>
    `この方の資格は${acquiredOn}からです。その日から発行できます。${nothingChanged}`,
  "account-locked": () =>
    `このアカウントは、組合の職員がロックしています。再発行ではロックは外れません。ロックした理由を組合の職員に確かめ、ロックが外れてから、もう一度実行してください。${nothingChanged}`,
  nobody: () =>
    `この方は、仮IDの通知を送る相手ではありません。組合の設定 policy.letter.recipients を確かめてください。${nothingChanged}`,
};

const usage: Texts = { ...usageOfAny, ...usageOfReissue };
const all: Texts = { ...letterRefusals, ...unknown, ...texts, ...usage };

/** Says why; what any letter may be refused for is said as `credentials issue` does. */
export const refuseReissue = (out: Output, refusal: Refusal): ExitCode => {
  const refused = refuseWith(out, all, refusal);
  return refusal.code in usage ? 2 : refused;
};
