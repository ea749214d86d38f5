import type { Language } from "../../../society/types.ts";

/** 利用規約・メールアドレス確認・ユーザIDの変更・パスワードの更新 */
const ja = {
  identityTitle: "本人確認",
  next: "次へ",
  // 利用規約
  termsLead: "ご利用の前に、利用規約をお読みください。同意していただくと、手続きが進みます。",
  // メールアドレス確認
  addressTitle: "メールアドレス確認",
  addressLead:
    "これから使うメールアドレスを確認します。このアドレスに、6桁の番号が書かれたメールを送ります。",
  addressLeadUnchecked: "これから使うメールアドレスを入力してください。",
  addressExempt: "メールアドレスをお持ちでない方は、空欄のまま、下のボタンを押してください。",
  addressOnFile: "組合に届け出のあるアドレスを表示しています。違うときは、入力し直してください。",
  addressOfAccount: "ご登録のアドレスを表示しています。違うときは、入力し直してください。",
  addressDomainTitle: "送る前に、メールを受け取る準備をお願いします",
  addressDomain: (domain: string) =>
    `受け取る相手を限っている方は、先に「${domain}」からのメールを受け取れるようにしてください。次の2つのアドレスから届きます。`,
  addressSenders: (domain: string): readonly (readonly [string, string])[] => [
    [`no-reply@${domain}`, "アドレスの確認"],
    [`webmaster@${domain}`, "登録が終わったお知らせ"],
  ],
  sendMail: "確認のメールを送る",
  // ユーザIDの変更
  userIdTitle: "ユーザIDの変更",
  userIdLeadKeep:
    "いまは、ご案内のユーザIDが入っています。このまま使うときは、何も変えずに「次へ」を押してください。覚えやすいものに変えることもできます。",
  userIdLeadFormer:
    "いまのユーザIDが入っています。このまま使うときは、何も変えずに「次へ」を押してください。新しく決めることもできます。",
  userIdLeadChoose: "これからログインに使うユーザIDを決めて、入力してください。",
  forbiddenTitle: "利用不可文字一覧を見る",
  allowedHeading: "使える文字",
  allowed: (symbols: string) =>
    [
      "半角の英字(a から z、A から Z)。大文字と小文字は、同じ文字として扱います。",
      "半角の数字(0 から 9)",
      symbols === "" ? "" : `記号は、${symbols}`,
      "全角の英字・数字で入力しても、半角に直します。",
    ].filter((line) => line !== ""),
  forbiddenHeading: "使えない文字",
  forbidden: ["空白(スペース)", "ひらがな・カタカナ・漢字", "絵文字", "次の記号"],
  // パスワードの更新
  passwordTitle: "パスワードの更新",
  passwordLead:
    "これから使うパスワードを決めて、2回入力してください。仮のパスワードは、使えなくなります。",
  passwordFor: "ユーザID",
  passwordForFormer: "いまのユーザID",
  everywhere: "全てのデバイスからサインアウトする",
  everywhereHint:
    "ほかの機器や別の画面で始めた登録の手続きも終わります。ふつうは、このままにしてください。",
  run: "実行",
};

const en: typeof ja = {
  identityTitle: "Identity check",
  next: "Next",
  termsLead: "Please read the terms of use. When you agree, the registration goes on.",
  addressTitle: "Confirm your e-mail address",
  addressLead:
    "Let us make sure that our mail reaches you. We will send six digits to this address.",
  addressLeadUnchecked: "Enter the e-mail address that you will use from now on.",
  addressExempt: "If you have no e-mail address, leave this empty and press the button below.",
  addressOnFile: "This is the address that your society has on file. If it is wrong, change it.",
  addressOfAccount: "This is the address that you registered. If it is wrong, change it.",
  addressDomainTitle: "First, please make sure that our mail reaches you",
  addressDomain: (domain) =>
    `If you only receive mail from certain senders, allow “${domain}” first. Mail comes from these two addresses.`,
  addressSenders: (domain) => [
    [`no-reply@${domain}`, "to confirm the address"],
    [`webmaster@${domain}`, "when you are registered"],
  ],
  sendMail: "Send me the mail",
  userIdTitle: "Change your user ID",
  userIdLeadKeep:
    "The field shows the user ID of your letter. To keep it, change nothing and press “Next”. You may also choose one that is easier to remember.",
  userIdLeadFormer:
    "The field shows your present user ID. To keep it, change nothing and press “Next”. You may also choose a new one.",
  userIdLeadChoose: "Choose the user ID that you will sign in with from now on.",
  forbiddenTitle: "See which characters cannot be used",
  allowedHeading: "What can be used",
  allowed: (symbols) =>
    [
      "Half-width letters, a to z and A to Z. Capital and small letters count as the same.",
      "Half-width digits, 0 to 9",
      symbols === "" ? "" : `Of the symbols: ${symbols}`,
      "Full-width letters and digits are turned into half-width ones.",
    ].filter((line) => line !== ""),
  forbiddenHeading: "What cannot be used",
  forbidden: ["Spaces", "Hiragana, katakana, kanji and accented letters", "Emoji", "These symbols"],
  passwordTitle: "Change your password",
  passwordLead:
    "Choose the password that you will use from now on and type it twice. The provisional password then stops working.",
  passwordFor: "User ID",
  passwordForFormer: "Your user ID",
  everywhere: "Sign out of all devices",
  everywhereHint:
    "Registrations that were begun on other devices or pages end too. Usually leave this as it is.",
  run: "Register",
};

export const newWayWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
