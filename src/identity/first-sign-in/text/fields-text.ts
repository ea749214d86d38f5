import type { Language } from "../../../society/types.ts";

/** Labels and hints of fields that both ways ask for. */
const ja = {
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
  userId: "ユーザID",
  userIdRules: "変えるときの決まりです。",
  userIdHint: (min: number, max: number, symbols: string) =>
    `${min}文字から${max}文字まで。半角の英字・数字${symbols === "" ? "" : `・${symbols}`}が使えます。`,
  userIdDigits: (max: number) =>
    max === 0 ? "数字だけのIDは使えません。" : `数字だけのときは${max}文字までです。`,
  userIdIssued: "仮のユーザIDは使えません。",
  userIdFixed: "一度登録すると変更できません。",
  password: "パスワード",
  passwordAgain: "パスワード確認用",
  email: "メールアドレス",
  emailHint: "手続きのお知らせや、パスワードを忘れたときのご案内に使います。",
  emailOptional:
    "登録しないと、パスワードを忘れたときに、この画面で手続きができません。登録をお勧めします。",
  emailCompany:
    "原則として、会社のメールアドレスを入力してください。海外赴任・社外出向・休職・任意継続の方は、ご自身で必ず確認できるアドレスを入力してください。",
  /** In messages; the page's label says 「6桁の番号」. */
  code: "番号",
  preference: "通知情報",
  preferenceLabel: "通知情報更新時のメール通知",
  preferenceHint: "新しい情報が載ったときに、メールでお知らせします。",
};

const en: typeof ja = {
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
  userId: "User ID",
  userIdRules: "For another one these rules apply.",
  userIdHint: (min, max, symbols) =>
    `${min} to ${max} characters: half-width letters, digits${symbols === "" ? "" : `, ${symbols}`}.`,
  userIdDigits: (max) => (max === 0 ? "Not digits only." : `Digits only: ${max} at most.`),
  userIdIssued: "Not the provisional user ID.",
  userIdFixed: "Once registered it cannot be changed.",
  password: "Password",
  passwordAgain: "Password again",
  email: "E-mail address",
  emailHint: "For news of your paperwork, and for when you forget your password.",
  emailOptional:
    "Without it you cannot help yourself here when you forget your password. We advise to register one.",
  emailCompany:
    "Please use your company address. If you are posted abroad, seconded, on leave or voluntarily continued, use an address of your own that you can always read.",
  code: "The number",
  preference: "Notices",
  preferenceLabel: "Mail me when there is something new",
  preferenceHint: "You get a mail when new information is here for you.",
};

export const fieldsWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
