import type { Reason as Asking } from "../../../identity/recovery/rules.ts";
import { cardAdvice, forgotId, type Reason } from "./advice.ts";

/** Of 「IDを忘れた方」「パスワードを忘れた方」. */
export const asking: Readonly<Record<Asking, Reason>> = {
  matched: {
    what: "登録と一致しました。",
    advice: "迷惑メールの振り分けと、ドメインの受信の設定を確かめるようご案内ください。",
  },
  "staff-lock": {
    what: "登録と一致しましたが、組合の職員がアカウントをロックしています。",
    advice: "ロックした理由を確かめてください。外すのは accounts unlock だけです。",
  },
  "awaits-letter": {
    what: "登録と一致しましたが、再発行した通知での登録を待っています。",
    advice: "新しい通知の仮IDと仮パスワードで、登録し直すようご案内ください。",
  },
  "cover-ended": {
    what: "登録と一致しましたが、資格を喪失してから時間がたち、ログインできなくなっています。",
    advice: "お手続きは、書面か電話でご案内ください。",
  },
  "no-society": {
    what: "入力された保険者番号の組合は、この入口にありません。",
    advice: cardAdvice,
  },
  "no-member": { what: "入力された記号・番号の方はいません。", advice: cardAdvice },
  "kana-differs": {
    what: "記号・番号と生年月日は合っていますが、氏名(カナ)が違いました。",
    advice: "加入者ファイルの氏名カナと同じか、確かめてください。姓名の順で入力します。",
  },
  "birth-differs": {
    what: "記号・番号と氏名(カナ)は合っていますが、生年月日が違いました。",
    advice: "加入者ファイルの生年月日と同じか、確かめてください。",
  },
  "person-differs": {
    what: "記号・番号はありますが、氏名(カナ)と生年月日が一人の方のものではありませんでした。",
    advice: cardAdvice,
  },
  "not-registered": {
    what: "本人確認は合っていますが、まだ登録していません。",
    advice:
      "通知の仮IDと仮パスワードで、初回ログインをするようご案内ください。通知がなければ accounts reissue で発行できます。",
  },
  "unknown-id": {
    what: "入力されたユーザIDの方はいません。",
    advice: `打ち間違いがないか、確かめるようご案内ください。${forgotId}`,
  },
  "letter-id": {
    what: "通知に書かれた仮IDでした。まだ登録していません。",
    advice: "通知の仮パスワードで、初回ログインをするようご案内ください。",
  },
  "no-address": {
    what: "メールアドレスの登録がありません。",
    advice: "ご本人と確かめられたら、accounts reissue で新しい通知を発行してください。",
  },
  "email-differs": {
    what: "入力されたメールアドレスが、登録と違いました。",
    advice: "accounts show に出るアドレスの頭文字を、ご本人の言うものと比べてください。",
  },
  "too-many": {
    what: "登録と一致しましたが、短い間に何度も申し込まれたため、メールは送っていません。",
    advice:
      "前に届いたメールを使うか、時間をおいてやり直すようご案内ください(同じ方には1分に1通、1日に5通をこえると1時間に1通)。",
  },
  "too-many-claims": {
    what: "登録と一致しましたが、同じ方とメールアドレスで違う本人確認が一日に何度もあったため、メールは送っていません。",
    advice:
      "別の方が試しているおそれがあります。ご本人と確かめてください。一日たつと、また申し込めます。",
  },
  changed: {
    what: "メールを送る前に、アドレスかアカウントが変わりました。",
    advice: "もう一度、はじめから試すようご案内ください。",
  },
};
