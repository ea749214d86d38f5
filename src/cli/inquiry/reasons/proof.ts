import type { FailedTry } from "../../../identity/first-sign-in/store.ts";
import { cardAdvice, type Reason } from "./advice.ts";

/** Of the first sign-in. */
export const proof: Readonly<Record<FailedTry["reason"], Reason>> = {
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
