import type { PasskeyFault } from "../../../identity/methods/passkey/verify/faults.ts";
import type { PasskeyRefusal } from "../../../identity/sign-in/passkey/rules.ts";
import { again, byPassword, lockAdvice, type Reason, strange } from "./advice.ts";

/** Of 「パスキーでログイン」, and of a passkey as the second factor. */
export const passkey: Readonly<Record<PasskeyRefusal | PasskeyFault, Reason>> = {
  "passkey-unknown": {
    what: "登録のないパスキーでした。",
    advice: `端末に、削除したパスキーが残っていることがあります。${byPassword}`,
  },
  "passkey-replay": { what: "同じパスキーの答えが、もう一度届きました。", advice: again },
  "passkey-gone": { what: "このパスキーの登録は、取り消されています。", advice: byPassword },
  "passkey-account-lock": { what: "アカウントロック中でした。", advice: lockAdvice },
  "passkey-awaits-letter": {
    what: "再発行した通知での登録を待っています。パスキーではログインできません。",
    advice: "新しい通知の仮IDと仮パスワードで、登録し直すようご案内ください。",
  },
  "passkey-not-allowed": {
    what: "この組合では、パスキーでのログインを認めていません。",
    advice: "ユーザIDとパスワードでログインするようご案内ください。",
  },
  "passkey-malformed": { what: "パスキーの答えを読めませんでした。", advice: `${again}${strange}` },
  "passkey-type": { what: "ログインのための答えではありませんでした。", advice: again },
  "passkey-challenge": {
    what: "画面を開いてから時間がたったか、別の画面への答えでした。",
    advice: `ログイン画面を開き直し、${again}`,
  },
  "passkey-origin": {
    what: "別のアドレスのページで作られた答えでした。",
    advice:
      "ブラウザーのアドレスが、このポータルのものか確かめるようご案内ください。にせのページのおそれがあります。",
  },
  "passkey-rp-id": { what: "別のサイトのために作られたパスキーでした。", advice: byPassword },
  "passkey-absent": { what: "端末に触れた印がありませんでした。", advice: again },
  "passkey-unverified": {
    what: "指紋・顔・画面ロックの確認がありませんでした。",
    advice: `端末に画面ロックを設定してから、${again}`,
  },
  "passkey-user-handle": {
    what: "このパスキーは、持ち主の登録と合いませんでした。",
    advice: byPassword,
  },
  "passkey-credential": { what: "登録と違うパスキーでした。", advice: byPassword },
  "passkey-signature": { what: "パスキーの署名が正しくありませんでした。", advice: byPassword },
  "passkey-counter": {
    what: "パスキーの使用回数が戻っていました。複製されたおそれがあります。",
    advice: `ご本人にお心当たりをうかがい、なければそのパスキーを削除するようご案内ください。${byPassword}`,
  },
  "passkey-backup": {
    what: "パスキーの種類が、登録したときと違いました。",
    advice: byPassword,
  },
};
