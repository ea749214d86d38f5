import { forgotPassword, type Reason } from "./advice.ts";

/** Of audit facts, such as a wrong second factor; others say themselves what happened. */
export const fact: Readonly<Record<string, Reason>> = {
  "totp-wrong": {
    what: "OTPアプリの数字が違いました。",
    advice: "端末の時計が合っているか、確かめるようご案内ください。画面に出る時刻と比べられます。",
  },
  "totp-used": {
    what: "OTPアプリの同じ数字が、もう一度使われました。",
    advice: "次の数字に変わるまで、30秒ほど待つようご案内ください。",
  },
  "totp-device-gone": {
    what: "選んだOTPアプリの登録は、取り消されています。",
    advice: "別の認証方法を選ぶようご案内ください。",
  },
  "mail-otp-wrong": {
    what: "メールで送った数字と違いました。",
    advice: "いちばん新しいメールの数字を入力するようご案内ください。件名に時刻があります。",
  },
  "mail-otp-expired": {
    what: "メールで送った数字の期限が切れていました。",
    advice: "「再送信」を押し、新しい数字を入力するようご案内ください。",
  },
  "mail-otp-none": {
    what: "数字のメールをまだ送っていませんでした。",
    advice: "「再送信」を押し、届いた数字を入力するようご案内ください。",
  },
  "mail-otp-over": {
    what: "そのメールの数字は、使い終わったか、間違いが続いて使えなくなっていました。",
    advice: "「再送信」を押し、新しい数字を入力するようご案内ください。",
  },
  "recovery-codes-wrong": {
    what: "リカバリーコードが違うか、使い終わったものでした。",
    advice: "紙に控えたコードのうち、まだ使っていないものを入力するようご案内ください。",
  },
  "password-wrong": {
    what: "大事な手続きの前の確認で、パスワードが違いました。",
    advice: forgotPassword,
  },
};
