import type { FailureReason } from "../../../identity/sign-in/rules.ts";
import { forgotId, forgotPassword, lockAdvice, type Reason } from "./advice.ts";

/** Of a user ID and a password. */
export const signIn: Readonly<Record<FailureReason, Reason>> = {
  "unknown-id": {
    what: "入力されたユーザIDの方はいません。",
    advice: `打ち間違いがないか、確かめるようご案内ください。${forgotId}`,
  },
  "wrong-password": {
    what: "パスワードが違いました。",
    advice: `大文字と小文字は区別されます。${forgotPassword}`,
  },
  "password-lock": {
    what: "パスワードの間違いが続いたため、この機器か回線からのログインを止めていました(パスワードロック)。",
    advice: lockAdvice,
  },
  "account-lock": {
    what: "アカウントロック中でした(組合の職員によるものか、認証方法の間違いによるもの)。",
    advice: lockAdvice,
  },
  "letter-not-active": {
    what: "まだ使えない通知の仮IDでした(発行の途中)。",
    advice: "通知の発行が終わってから、もう一度試すようご案内ください。",
  },
};
