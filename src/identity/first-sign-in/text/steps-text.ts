import type { Language } from "../../../society/types.ts";

/** Names on the way, and what stands on every page of it. */
const ja = {
  classic: {
    identity: "本人確認",
    details: "個人情報の入力",
    method: "認証方法",
    confirm: "入力内容の確認",
    completed: "完了",
  },
  new: {
    identity: "本人確認",
    terms: "利用規約",
    // Short: six of them stand side by side.
    address: "メール",
    "user-id": "ユーザID",
    method: "認証方法",
    password: "パスワード",
  },
  changedTitle: "お手続きの途中で、組合の決まりが変わりました",
  changedKept: "ほかに入力されたものは、そのまま残っています。",
};

const en: typeof ja = {
  classic: {
    identity: "Identity check",
    details: "Your details",
    method: "Second step",
    confirm: "Check what you typed",
    completed: "Done",
  },
  new: {
    identity: "Identity check",
    terms: "Terms of use",
    address: "E-mail",
    "user-id": "User ID",
    method: "Second step",
    password: "Password",
  },
  changedTitle: "Your society changed its rules while you were registering",
  changedKept: "Everything else that you typed is kept.",
};

export const stepsWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
