import type { Language } from "../../../society/types.ts";

const ja = {
  methodTitle: "認証方法",
  methodLead:
    "パスワードのほかに、もう1つの方法でご本人を確かめます。使いやすいものを1つ選んでください。あとから変えられます。",
  methodLegend: "認証方法",
  next: "次へ進む",
  unsureTitle: "どれを選べばよいか迷うとき",
  unsure:
    "いつも同じスマートフォンをお使いの方は「生体認証」を、会社と自宅など、いくつかの機器から使う方は「メール認証」をお選びください。",
  noneTitle: "いまは登録できる方法がありません",
  none: "お手数ですが、下の連絡先へお問い合わせください。",
  othersTitle: "別の方法で認証する",
  otherChoice: "ほかの方法を選ぶ",
  later: "あとで",
};

const en: typeof ja = {
  methodTitle: "How to confirm that it is you",
  methodLead:
    "Beside your password, one more way confirms that it is you. Choose the one that suits you. You can change it later.",
  methodLegend: "Second step",
  next: "Continue",
  unsureTitle: "Which one should I choose?",
  unsure:
    "If you always use the same phone, choose the passkey. If you use several devices, such as one at work and one at home, choose the code by e-mail.",
  noneTitle: "There is nothing that can be set up now",
  none: "Please contact your society; you find it below.",
  othersTitle: "Confirm in another way",
  otherChoice: "Choose another way",
  later: "Later",
};

export const factorWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const titlesJa = {
  verify: "二段階認証",
  method: "認証方法",
  enrol: "認証方法の登録",
  "recovery-codes": "リカバリーコード",
};

const titlesEn: typeof titlesJa = {
  verify: "Second step",
  method: "How to confirm that it is you",
  enrol: "Setting it up",
  "recovery-codes": "Recovery codes",
};

/** What the steps are called in the drawing of a flow. */
export const factorTitles = (lang: Language): typeof titlesJa =>
  lang === "ja" ? titlesJa : titlesEn;
