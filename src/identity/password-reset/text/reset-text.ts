import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";

const ja = {
  changedTitle: "お手続きの途中で、組合の決まりが変わりました",
  // 二段階認証
  verifyLead: "パスワードを決める前に、ご本人であることを確かめます。",
  lostTitle: "認証の機器をなくした方",
  lostText:
    "スマートフォンをなくしたときや、機種を変えてアプリが使えないときの手続きです。ご本人の情報を入力して、認証方法を登録し直します。これまでの認証方法は、すべて使えなくなります。",
  lostButton: "認証方法を登録し直す",
  lostStaff:
    "スマートフォンをなくしたときや、機種を変えてアプリが使えないときは、組合へご連絡ください。連絡先は、この画面の下にあります。",
  // 本人確認
  identityTitle: "本人確認",
  identityLead:
    "メールのほかに、ご本人だけが知っていることでも確かめます。資格確認書か資格情報のお知らせをご用意ください。",
  identityLost:
    "認証方法を登録し直すために、ご本人であることを確かめます。資格確認書か資格情報のお知らせをご用意ください。",
  identityLockedTitle: "認証の間違いが続いたため、いまの認証方法は使えません",
  identityLocked:
    "ここで本人確認をして認証方法を登録し直すか、時間がたって元に戻ってから、もう一度お手続きをしてください。",
  check: "確認",
  foundTitle: "認証の機器が見つかった方",
  foundButton: "いまの認証方法で確かめる",
  // パスワードの更新
  passwordTitle: "パスワードの更新",
  passwordLead: "これから使うパスワードを決めて、2回入力してください。",
  userId: "ユーザID",
  everywhere: "全てのデバイスからサインアウトする",
  everywhereHint:
    "ほかの機器でログインしているときは、そこからもログアウトします。ふつうは、このままにしてください。",
  everywhereAlways: "ほかの機器でログインしているときは、そこからもログアウトします。",
  run: "実行",
  // 完了
  doneTitle: "パスワードを更新しました",
  doneNote: "新しいパスワードが使えます",
  doneText: "このままログインしています。次からは、新しいパスワードでログインしてください。",
  doneEnded: "ほかの機器は、すべてログアウトになりました。",
  doneFactors: "これまでの認証方法は取り消しました。次からは、新しい認証方法をお使いください。",
  doneMail: "ご登録のメールアドレスに、パスワードが変わったことをお知らせしました。",
  toHome: "ホームへ進む",
};

const en: typeof ja = {
  changedTitle: "Meanwhile your society changed its rules",
  verifyLead: "Before you choose a password, please confirm that it is you.",
  lostTitle: "If you have lost your device",
  lostText:
    "For a lost phone, or a new one on which the app does not work. You type your details and set up a new second step. Everything that was set up before stops working.",
  lostButton: "Set it up anew",
  lostStaff:
    "If you lost your phone, or the app does not work on a new one, please contact your society; you find it below.",
  identityTitle: "Identity check",
  identityLead:
    "Beside the mail, we ask for what only you know. Have your eligibility certificate or eligibility notice at hand.",
  identityLost:
    "To set up a new second step, please show that it is you. Have your eligibility certificate or eligibility notice at hand.",
  identityLockedTitle: "Your second step is closed after several wrong answers",
  identityLocked:
    "Pass the identity check here and set up a new one, or come again when the old one has opened by itself.",
  check: "Check",
  foundTitle: "If you have found your device",
  foundButton: "Confirm with what is set up",
  passwordTitle: "New password",
  passwordLead: "Choose the password to use from now on, and type it twice.",
  userId: "User ID",
  everywhere: "Sign out on all devices",
  everywhereHint:
    "Wherever you are signed in on other devices, you are signed out. It is best left as it is.",
  everywhereAlways: "Wherever you are signed in on other devices, you are signed out.",
  run: "Set the password",
  doneTitle: "Your password is changed",
  doneNote: "The new password works",
  doneText: "You are signed in. From now on, sign in with the new password.",
  doneEnded: "All other devices were signed out.",
  doneFactors: "What was set up before works no more. From now on, use what you have just set up.",
  doneMail: "We have told you of it by mail, at your registered address.",
  toHome: "Go to the home page",
};

export const resetWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const jaMessages = {
  busy: () => "ただいま混み合っています。少しおいて、もう一度押してください。",
  "identity-wrong": () =>
    "入力された内容が、登録されている情報と一致しません。資格確認書などを見ながら、もう一度お確かめください。",
  "reset-refused": () =>
    "本人確認の間違いが続いたため、いまは受け付けていません。明日もう一度お試しになるか、組合へご連絡ください。",
  "source-refused": () =>
    "この回線からの本人確認の間違いが続いたため、いまは受け付けていません。1時間ほどたってから、もう一度お試しください。",
  "reset-not-lost": () =>
    "手続きの途中で、認証方法の登録し直しは、組合で受け付けることになりました。いまの認証方法で確かめるか、組合へご連絡ください。",
} satisfies Wording["messages"];

const enMessages: typeof jaMessages = {
  busy: () => "We are busy just now. Please press the button again in a moment.",
  "identity-wrong": () =>
    "What you typed does not match what is registered. Please check it against your eligibility certificate.",
  "reset-refused": () =>
    "There were too many wrong identity checks, so we accept none for now. Please try again tomorrow, or contact your society.",
  "source-refused": () =>
    "There were many wrong identity checks from your network, so we accept none for now. Please try again in about an hour.",
  "reset-not-lost": () =>
    "Meanwhile your society sets up a new second step itself. Please confirm with what is set up, or contact your society.",
};

export const resetMessages = (lang: Language): Wording["messages"] =>
  lang === "ja" ? jaMessages : enMessages;
