import type { Policy } from "../../../society/policy/policy.ts";
import type { Language } from "../../../society/types.ts";
import { canLose } from "../../methods/index.ts";

/** アカウントロック by wrong factors: what to do instead of waiting. */
const ja = {
  renew:
    "お待ちになれない方は、ログイン画面の「パスワードを忘れた方はこちら」からお進みください。ご本人の情報を入力して認証方法を登録し直すと、元に戻ります。",
  staff: "お待ちになれない方は、下の連絡先へお問い合わせください。組合で、元に戻すことができます。",
};

const en: typeof ja = {
  renew:
    "If you cannot wait, press “Forgot your password?” on the sign-in page: you type who you are, set up your second step anew, and it is open again.",
  staff: "If you cannot wait, please use the contact below: your society can open it again.",
};

/** By the society's policy: help by oneself, or staff's. */
export const insteadOfWaiting = (lang: Language, policy: Pick<Policy, "recovery">): string =>
  (lang === "ja" ? ja : en)[canLose(policy) ? "renew" : "staff"];
