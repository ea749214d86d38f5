import type { Language } from "../../../society/types.ts";

/**
 * What who has lost a factor does where the society's policy lets them enrol anew by themselves
 * (`canLose`): said wherever the way would end otherwise, in one wording.
 */
const ja = {
  renew:
    "ログイン画面の「パスワードを忘れた方はこちら」の手続きへお進みください。その中の「認証の機器をなくした方」で、ご本人の情報を入力すると、認証方法を登録し直せます。",
  withoutAddress: "メールアドレスを登録していない方は、組合へご連絡ください。",
};

const en: typeof ja = {
  renew:
    "Press “Forgot your password?” on the sign-in page. Under “If you have lost your device” on the way, you type who you are and set up your second step anew.",
  withoutAddress: "If you have registered no e-mail address, contact your society.",
};

export const lostWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

/** Both, as one passage. */
export const renewal = (lang: Language): string => {
  const { renew, withoutAddress } = lostWords(lang);
  return lang === "ja" ? renew + withoutAddress : `${renew} ${withoutAddress}`;
};
