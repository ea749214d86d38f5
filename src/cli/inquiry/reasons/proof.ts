import type { FailedTry } from "../../../identity/first-sign-in/store.ts";
import { cardAdvice, type Reason } from "./advice.ts";

/** Of the first sign-in, and of a forgotten password. */
export const proof: Readonly<Record<FailedTry["reason"] | "reset-identity-wrong", Reason>> = {
  "reset-identity-wrong": {
    what: "パスワードを忘れた方の本人確認で、記号・番号・氏名カナ・生年月日などが一致しませんでした。",
    advice: `${cardAdvice}24時間に15回間違えると、その日は受け付けません。`,
  },
  "identity-wrong": {
    what: "初回ログインの本人確認で、保険者番号か生年月日が一致しませんでした。",
    advice: `${cardAdvice}保険者番号は8桁です。生年月日は、加入者ファイルと同じか確かめてください。`,
  },
  "user-id-taken": {
    what: "選んだユーザIDは、ほかの方が使っています。",
    advice: "別のユーザIDを選ぶようご案内ください。",
  },
  "code-wrong": {
    what: "メールの確認コードが違いました。",
    advice: "いちばん新しいメールのコードを入力するようご案内ください。",
  },
};
