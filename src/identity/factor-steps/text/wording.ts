import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";
import type { Methods } from "../../methods/index.ts";
import { factorWords } from "./factor-text.ts";

const ja: Wording["messages"] = {
  "factor-gone": () => "その方法は、いまは登録されていません。ほかの方法をお選びください。",
  "recovery-codes-needed": () =>
    "メールアドレスの登録がない方は、リカバリーコードが必要です。紙に控えてから、お進みください。",
  "method-not-allowed": () =>
    "手続きの途中で、この認証方法は使えないことになりました。ほかの方法をお選びください。",
  "method-needed": () => "認証方法の登録が必要になりました。",
  "method-full": () =>
    "この方法は、これ以上は登録できません(10個まで)。ほかの方法をお選びいただくか、「プロフィール変更」で、お使いでないものを削除してください。",
};

const en: Wording["messages"] = {
  "factor-gone": () => "That way is not set up any more. Please choose another one.",
  "recovery-codes-needed": () =>
    "Without an e-mail address you need recovery codes. Write them down, then go on.",
  "method-not-allowed": () =>
    "Meanwhile your society stopped using this way. Please choose another one.",
  "method-needed": () => "A second step has become necessary.",
  "method-full": () =>
    "Of this one no more can be set up (ten at most). Choose another one, or delete in your profile what you do not use.",
};

/** Of these steps and of every method. */
export const factorWording = (methods: Methods, lang: Language): Wording => {
  const all = methods.all.map(({ wording }) => wording(lang));
  return {
    labels: Object.assign(
      { method: factorWords(lang).methodLegend },
      ...all.map(({ labels }) => labels),
    ),
    messages: Object.assign({}, lang === "ja" ? ja : en, ...all.map(({ messages }) => messages)),
  };
};
