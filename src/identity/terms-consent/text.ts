import type { Language } from "../../society/types.ts";

const ja = {
  title: "新しい利用規約",
  lead: "利用規約が新しくなりました。お読みのうえ、同意されるかどうかをお選びください。同意していただくと、そのまま続きに進みます。",
  edition: (edition: string, date: string) => `第${edition}版 ${date} 施行`,
  termsTitle: "利用規約",
  changedTitle: "規約がもう一度新しくなりました",
  changedText: "画面を開いているあいだに変わりました。お手数ですが、もう一度お読みください。",
  unclear: "「同意する」か「同意しない」を押してください。",
  question: "この規約に同意しますか",
  hint: "同意しない場合は、ご利用いただけません。登録した内容はそのまま残ります。",
  agree: "同意する",
  disagree: "同意しない",
  declinedTitle: "同意されませんでした",
  declined: [
    "新しい利用規約に同意されていないため、サービスをご利用いただけません。",
    "登録した内容は変わっていません。これまでに同意された規約の記録も残っています。",
    "お気持ちが変わったときは、いつでも同意してご利用を再開できます。",
    "規約についてのご質問や、登録をやめるご相談は、組合にお問い合わせください。",
  ],
  readAgain: "規約をもう一度読む",
  signOut: "ログアウト",
  contact: "お問い合わせ先を見る",
};

const en: typeof ja = {
  title: "New terms of use",
  lead: "The terms of use have changed. Please read them and choose whether you agree. When you agree, you go on from here.",
  edition: (edition, date) => `Edition ${edition}, in force from ${date}`,
  termsTitle: "Terms of use",
  changedTitle: "The terms have changed once more",
  changedText: "They changed while this page was open. Please read them again.",
  unclear: "Press “I agree” or “I do not agree”.",
  question: "Do you agree to these terms?",
  hint: "If you do not agree, you cannot use the service. What you registered stays as it is.",
  agree: "I agree",
  disagree: "I do not agree",
  declinedTitle: "You did not agree",
  declined: [
    "You have not agreed to the new terms of use, so you cannot use the service.",
    "Nothing in your registration has changed. The record of the terms that you agreed to before stays, too.",
    "If you change your mind, you can agree at any time and go on.",
    "If you have questions about the terms, or want to end your registration, please ask your society.",
  ],
  readAgain: "Read the terms again",
  signOut: "Sign out",
  contact: "See whom to ask",
};

export const consentWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
