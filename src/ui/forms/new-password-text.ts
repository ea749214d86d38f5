import type { Language } from "../../society/types.ts";

const ja = {
  password: "パスワード",
  hint: (min: number, max: number) => `${min}文字から${max}文字まで。`,
  any: "長いほど安全です。",
  ascii: "半角の英字・数字・記号が使えます。",
  mixed: "英字と数字を、それぞれ1文字以上入れてください。",
  age: (days: number) => `有効期限は${days}日です。期限が近づくとお知らせします。`,
  again: "パスワード確認用",
  againHint: "同じパスワードを、もう一度入力してください。",
  advice: "いまの入力",
  rules: {
    length: (min: number, max: number) => `${min}文字から${max}文字まで`,
    letter: () => "英字を1文字以上",
    digit: () => "数字を1文字以上",
    ascii: () => "半角の英字・数字・記号だけ",
    id: () => "ユーザIDと違うもの",
    again: () => "2回とも同じもの",
  },
  met: "済み",
  open: "まだです",
  missing: "まだ足りないもの:",
  between: "、",
  complete: "すべてそろいました。",
};

const en: typeof ja = {
  password: "Password",
  hint: (min, max) => `${min} to ${max} characters.`,
  any: "The longer, the safer.",
  ascii: "Half-width letters, digits and symbols.",
  mixed: "At least one letter and one digit.",
  age: (days) => `It is valid for ${days} days. We will tell you before it ends.`,
  again: "Password again",
  againHint: "Type the same password once more.",
  advice: "What you have typed",
  rules: {
    length: (min, max) => `${min} to ${max} characters`,
    letter: () => "At least one letter",
    digit: () => "At least one digit",
    ascii: () => "Half-width letters, digits and symbols only",
    id: () => "Not the user ID",
    again: () => "The same both times",
  },
  met: "done",
  open: "not yet",
  missing: "Still missing: ",
  between: ", ",
  complete: "Nothing is missing.",
};

export const newPasswordWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
