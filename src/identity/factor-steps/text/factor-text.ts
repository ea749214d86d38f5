import type { Language } from "../../../society/types.ts";

const ja = {
  methodTitle: "認証方法",
  methodLead:
    "パスワードのほかに、もう1つの方法でご本人を確かめます。使いやすいものを1つ選んでください。あとから変えられます。",
  methodLegend: "認証方法",
  next: "次へ進む",
  unsureTitle: "どれを選べばよいか迷うとき",
  unsure: (whom: string, title: string) => `${whom}は、「${title}」をお選びください。`,
  noneTitle: "いまは登録できる方法がありません",
  none: "お手数ですが、下の連絡先へお問い合わせください。",
  othersTitle: "別の方法で認証する",
  otherChoice: "ほかの方法を選ぶ",
};

const en: typeof ja = {
  methodTitle: "How to confirm that it is you",
  methodLead:
    "Beside your password, one more way confirms that it is you. Choose the one that suits you. You can change it later.",
  methodLegend: "Second step",
  next: "Continue",
  unsureTitle: "Which one should I choose?",
  unsure: (whom, title) => `${whom}: ${title}.`,
  noneTitle: "There is nothing that can be set up now",
  none: "Please contact your society; you find it below.",
  othersTitle: "Confirm in another way",
  otherChoice: "Choose another way",
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
