import type { Facts } from "../../kernel/result.ts";
import type { Language } from "../../society/types.ts";

type Message = (label: string, facts: Facts) => string;

const ja = {
  steps: ["本人確認", "個人情報の入力", "入力内容の確認", "完了"],
  // 本人確認画面
  identityTitle: "本人確認画面",
  identityLead:
    "ご本人であることを確認します。仮のユーザIDが書かれたご案内をお手元にご用意ください。",
  insurerNumber: "保険者番号",
  insurerNumberHint:
    "資格確認書・資格情報のお知らせ・ご案内にある8桁の番号です。記号・番号ではありません。",
  birthDate: "生年月日",
  birthDateHint:
    "ご案内の宛名の方の生年月日です。西暦の年・月・日を続けて8桁で入力してください。入力例:19790822(1979年8月22日の場合)。「昭和54年8月22日」のようにも入力できます。",
  termsTitle: "利用規約",
  termsQuestion: "この規約に同意しますか",
  agree: "同意する",
  disagree: "同意しない",
  disagreeHint: "同意しない場合、登録はここで終わります。入力した内容は残りません。",
  check: "確認",
  // 個人情報入力画面
  detailsTitle: "個人情報入力画面",
  detailsLead: "これから使うユーザIDとパスワードを決めて、入力してください。",
  userId: "ユーザID",
  userIdHint: (min: number, max: number, symbols: string) =>
    `${min}文字から${max}文字まで。半角の英字・数字${symbols === "" ? "" : `・${symbols}`}が使えます。`,
  userIdDigits: (max: number) =>
    max === 0 ? "数字だけのIDは使えません。" : `数字だけのときは${max}文字までです。`,
  userIdIssued: "仮のユーザIDは使えません。",
  userIdFixed: "一度登録すると変更できません。",
  password: "パスワード",
  passwordHint: (min: number, max: number) => `${min}文字から${max}文字まで。`,
  passwordAny: "長いほど安全です。",
  passwordAscii: "半角の英字・数字・記号が使えます。",
  passwordMixed: "英字と数字を、それぞれ1文字以上入れてください。",
  passwordAge: (days: number) => `有効期限は${days}日です。期限が近づくとお知らせします。`,
  passwordAgain: "パスワード確認用",
  passwordAgainHint: "同じパスワードを、もう一度入力してください。",
  email: "メールアドレス",
  emailHint: "手続きのお知らせや、パスワードを忘れたときのご案内に使います。",
  emailOptional:
    "登録しないと、パスワードを忘れたときに、この画面で手続きができません。登録をお勧めします。",
  emailCompany:
    "原則として、会社のメールアドレスを入力してください。海外赴任・社外出向・休職・任意継続の方は、ご自身で必ず確認できるアドレスを入力してください。",
  emailDomainTitle: "メールを受け取る準備をお願いします",
  emailDomain: (domain: string) =>
    `登録が終わると webmaster@${domain} からメールが届きます。受け取る相手を限っている方は、先に「${domain}」からのメールを受け取れるようにしてください。`,
  preference: "通知情報",
  preferenceLabel: "通知情報更新時のメール通知",
  preferenceHint: "新しい情報が載ったときに、メールでお知らせします。",
  toConfirm: "入力内容確認",
  // 入力確認画面
  confirmTitle: "入力確認画面",
  confirmLead: "入力した内容をお確かめください。よろしければ「実行」を押してください。",
  hidden: "表示していません",
  none: "登録しない",
  wants: "希望する",
  wantsNot: "希望しない",
  run: "実行",
  back: "戻る",
  // パスワード紛失等の注意事項出力画面
  completedTitle: "パスワード紛失等の注意事項出力画面",
  completedNote: "登録が終わりました",
  completedLead: "ユーザIDとパスワードの登録が終わりました。次のことをお読みください。",
  completedPassword: "パスワードを忘れたときは",
  completedPasswordText:
    "ログイン画面の「パスワードを忘れた方はこちら」から手続きができます。そのためには、メールアドレスの登録が必要です。",
  completedNoMail:
    "メールアドレスは登録されていません。パスワードを忘れたときは、組合へご連絡ください。",
  completedMail: "確認のメールを送りました",
  completedMailText: (domain: string) =>
    `webmaster@${domain} からメールが届きます。メールの中のボタンを押して、アドレスの確認を済ませてください。`,
  completedMailMissing:
    "しばらくたっても届かないときは、迷惑メールの置き場所をご覧ください。それでも見つからないときは、アドレスの入力が間違っているか、受け取る相手を限る設定になっているかもしれません。",
  toMenu: "メニューへ",
  // どこにも進めないとき
  endedTitles: {
    declined: "登録を終わりました",
    "too-many-tries": "はじめからやり直してください",
    expired: "登録の期限が過ぎました",
    "registered-elsewhere": "登録はもう済んでいます",
    "letter-replaced": "このご案内は使えなくなりました",
    "cover-ended": "登録できません",
  } as Record<string, string>,
  endedTexts: {
    declined:
      "利用規約に同意されなかったため、登録は行われていません。入力した内容は残っていません。お気持ちが変わったときは、同じご案内でもう一度始められます。",
    "too-many-tries":
      "本人確認の間違いが続いたため、この登録を終わりました。仮のユーザIDと仮パスワードは、まだ使えます。ご案内と、資格確認書などをお手元に用意して、はじめからやり直してください。",
    expired:
      "始めてから時間がたったため、この登録を終わりました。ご案内の仮のユーザIDと仮パスワードで、もう一度始めてください。",
    "registered-elsewhere":
      "別の機器か、別の画面で登録が済みました。そのとき決めたユーザIDとパスワードでログインしてください。お心当たりがないときは、すぐに組合へご連絡ください。",
    "letter-replaced":
      "新しいご案内をお送りしたか、期限が過ぎたため、このご案内は使えません。新しいご案内の仮のユーザIDと仮パスワードで始めてください。",
    "cover-ended":
      "加入の資格がなくなったため、登録できません。ご不明なときは、組合へご連絡ください。",
  } as Record<string, string>,
  toSignIn: "ログイン画面へ",
  absentTitle: "登録はまだ始まっていません",
  absentText:
    "登録は、ご案内に書かれた仮のユーザIDと仮パスワードでログインすると始まります。途中でやめた登録は、始めたときと同じ機器・同じブラウザで続けられます。",
};

const en: typeof ja = {
  steps: ["Identity check", "Your details", "Check what you typed", "Done"],
  identityTitle: "Identity check",
  identityLead:
    "Let us make sure that it is you. Have the letter with your provisional user ID at hand.",
  insurerNumber: "Insurer number",
  insurerNumberHint:
    "The 8-digit number on your eligibility certificate, eligibility notice or letter (保険者番号). Not the symbol and number (記号・番号).",
  birthDate: "Birth date",
  birthDateHint:
    "The birth date of the person the letter is addressed to: year, month and day as 8 digits, such as 19790822 for 22 August 1979. 昭和54年8月22日 is understood too.",
  termsTitle: "Terms of use",
  termsQuestion: "Do you agree to these terms?",
  agree: "I agree",
  disagree: "I do not agree",
  disagreeHint: "If you do not agree, the registration ends here. Nothing that you typed is kept.",
  check: "Check",
  detailsTitle: "Your details",
  detailsLead: "Choose the user ID and the password that you will use from now on.",
  userId: "User ID",
  userIdHint: (min, max, symbols) =>
    `${min} to ${max} characters: half-width letters, digits${symbols === "" ? "" : `, ${symbols}`}.`,
  userIdDigits: (max) => (max === 0 ? "Not digits only." : `Digits only: ${max} at most.`),
  userIdIssued: "Not the provisional user ID.",
  userIdFixed: "Once registered it cannot be changed.",
  password: "Password",
  passwordHint: (min, max) => `${min} to ${max} characters.`,
  passwordAny: "The longer, the safer.",
  passwordAscii: "Half-width letters, digits and symbols.",
  passwordMixed: "At least one letter and one digit.",
  passwordAge: (days) => `It is valid for ${days} days. We will tell you before it ends.`,
  passwordAgain: "Password again",
  passwordAgainHint: "Type the same password once more.",
  email: "E-mail address",
  emailHint: "For news of your paperwork, and for when you forget your password.",
  emailOptional:
    "Without it you cannot help yourself here when you forget your password. We advise to register one.",
  emailCompany:
    "Please use your company address. If you are posted abroad, seconded, on leave or voluntarily continued, use an address of your own that you can always read.",
  emailDomainTitle: "Please make sure that our mail reaches you",
  emailDomain: (domain) =>
    `When the registration is done, a mail from webmaster@${domain} arrives. If you only receive mail from certain senders, allow “${domain}” first.`,
  preference: "Notices",
  preferenceLabel: "Mail me when there is something new",
  preferenceHint: "You get a mail when new information is here for you.",
  toConfirm: "Check the details",
  confirmTitle: "Check what you typed",
  confirmLead: "Please check the details. If they are right, press “Register”.",
  hidden: "not shown",
  none: "none",
  wants: "yes",
  wantsNot: "no",
  run: "Register",
  back: "Back",
  completedTitle: "Registration done: please read",
  completedNote: "You are registered",
  completedLead: "Your user ID and password are registered. Please read the following.",
  completedPassword: "When you forget your password",
  completedPasswordText:
    "Use “Forgot your password?” on the sign-in page. It needs a registered e-mail address.",
  completedNoMail:
    "No e-mail address is registered. If you forget your password, please contact your society.",
  completedMail: "We sent you a mail",
  completedMailText: (domain) =>
    `A mail from webmaster@${domain} is on its way. Press the button in it to confirm your address.`,
  completedMailMissing:
    "If it does not arrive, look into your junk folder. If it is not there either, the address may be mistyped, or your mailbox may refuse our domain.",
  toMenu: "To the menu",
  endedTitles: {
    declined: "The registration has ended",
    "too-many-tries": "Please begin again",
    expired: "The registration has expired",
    "registered-elsewhere": "You are registered already",
    "letter-replaced": "This letter no longer works",
    "cover-ended": "You cannot register",
  },
  endedTexts: {
    declined:
      "You did not agree to the terms of use, so nothing was registered and nothing you typed is kept. If you change your mind, you can begin again with the same letter.",
    "too-many-tries":
      "There were several wrong identity checks, so this registration has ended. Your provisional user ID and password still work. Have your letter and your eligibility certificate at hand and begin again.",
    expired:
      "Too much time has passed since you began. Please begin again with the provisional user ID and password of your letter.",
    "registered-elsewhere":
      "The registration was completed on another device or page. Sign in with the user ID and password chosen there. If that was not you, contact your society at once.",
    "letter-replaced":
      "A newer letter was sent to you, or this one has expired. Begin with the provisional user ID and password of the newer one.",
    "cover-ended":
      "Your cover has ended, so you cannot register. If in doubt, contact your society.",
  },
  toSignIn: "To the sign-in page",
  absentTitle: "No registration has begun",
  absentText:
    "A registration begins when you sign in with the provisional user ID and password of your letter. One that you left can be resumed on the same device, in the same browser.",
};

const jaMessages = {
  choose: () => "「同意する」か「同意しない」を選んでください。",
  busy: () => "ただいま混み合っています。少しおいて、もう一度押してください。",
  "source-refused": () =>
    "この回線からの本人確認の間違いが続いたため、いまは受け付けていません。1時間ほどたってから、もう一度お試しください。",
  "letter-refused": () =>
    "本人確認の間違いが多く続いたため、このご案内では登録できなくなりました。お手数ですが、組合へご連絡のうえ、新しいご案内をお受け取りください。",
  "identity-wrong": () => "入力された内容が、ご案内の宛名の方の情報と一致しません。",
  "birth-date-unreadable": () =>
    "生年月日が読み取れません。数字8桁(例:19790822)か、昭和54年8月22日のように入力してください。",
  "birth-date-digits": (_, { length = "" }) =>
    `生年月日は、数字8桁で入力してください。いまは${length}桁です。8月は「08」のように入力します。`,
  "date-no-such-day": () => "この日付は暦にありません。年・月・日を確かめてください。",
  "date-out-of-era": (_, { era = "" }) =>
    `「${era}」の年ではない日付です。元号と年を確かめてください。`,
  "date-out-of-range": () => "生年月日の年を確かめてください。",
  "date-future": () => "生年月日が、これからの日付になっています。年を確かめてください。",
} satisfies Record<string, Message>;

const enMessages: typeof jaMessages = {
  choose: () => "Choose “I agree” or “I do not agree”.",
  busy: () => "We are busy just now. Please press the button again in a moment.",
  "source-refused": () =>
    "There were many wrong identity checks from your network, so we accept none for now. Please try again in about an hour.",
  "letter-refused": () =>
    "There were too many wrong identity checks, so this letter cannot be used any more. Please ask your society for a new one.",
  "identity-wrong": () => "What you typed does not match the person the letter is addressed to.",
  "birth-date-unreadable": () =>
    "The birth date cannot be read. Type 8 digits such as 19790822, or 昭和54年8月22日.",
  "birth-date-digits": (_, { length = "" }) =>
    `The birth date must be 8 digits. It now has ${length}. August is “08”.`,
  "date-no-such-day": () => "There is no such day. Check the year, month and day.",
  "date-out-of-era": (_, { era = "" }) =>
    `That day is not in the era “${era}”. Check the era and the year.`,
  "date-out-of-range": () => "Please check the year of the birth date.",
  "date-future": () => "The birth date lies in the future. Check the year.",
};

export const firstSignInWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
export const firstSignInMessages = { ja: jaMessages, en: enMessages } as const;
