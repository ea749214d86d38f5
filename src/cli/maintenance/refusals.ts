import type { Refusal } from "../../kernel/result.ts";
import type { ExitCode, Output } from "../command.ts";
import { nothingChanged, refuseWith, type Texts } from "../output/problems.ts";

const usage: Texts = {
  "whom-once": () => "--society CODE、--entrance HOST、--all のどれか1つを付けてください。",
  "moment-form": ({ typed = "" }) =>
    `「${typed}」は日時として読めません。日本時間で、2026-12-01 21:00 のように書いてください。`,
  "span-missing": () => "--from と --to を、2026-12-01 21:00 のように書いてください。",
  "reason-pair": () => "理由は、--reason-ja と --reason-en の両方に書いてください。",
  "reason-long": ({ max = "", length = "" }) =>
    `理由は${max}文字までです。いまは${length}文字です。`,
  "announce-days": ({ typed = "" }) =>
    `--announce-days は1から31までの日数です。「${typed}」は使えません。`,
  "id-missing": () => "取り消すものの番号を書いてください。番号は maintenance list で分かります。",
};

const texts: Texts = {
  ...usage,
  "no-such-society": ({ society = "" }) =>
    `${society} という組合はありません。society list で確かめてください。${nothingChanged}`,
  "no-such-entrance": ({ host = "" }) =>
    `${host} という入口はありません。society list で確かめてください。${nothingChanged}`,
  nobody: () => `組合がまだありません。${nothingChanged}`,
  order: () => `終わりの時刻が、始まりの時刻より前か同じです。${nothingChanged}`,
  past: () => `終わりの時刻が過ぎています。${nothingChanged}`,
  long: () => `7日より長いお休みは作れません。日付をお確かめください。${nothingChanged}`,
  "no-such-window": ({ id = "" }) =>
    `${id} という予定はないか、もう取り消されています。maintenance list で確かめてください。${nothingChanged}`,
  over: ({ id = "" }) => `${id} はもう終わっています。${nothingChanged}`,
};

/** Says why; 2 for wrong usage. */
export const refuseMaintenance = (out: Output, refusal: Refusal): ExitCode => {
  const refused = refuseWith(out, texts, refusal);
  return refusal.code in usage ? 2 : refused;
};
