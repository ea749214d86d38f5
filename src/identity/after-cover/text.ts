import type { Language } from "../../society/types.ts";

const ja = {
  readOnlyTitle: "いまは、記録を見ることだけできます",
  lost: (on: string) => `${on}から、この健康保険組合の資格がありません。`,
  readable: (until: string) => `記録は、${until}まで見られます。`,
  noPaperwork:
    "申請や届出、予約は、できなくなりました。お送りになった内容があっても、受け付けていません。",
  settings: "パスワードやメールアドレスは、これまでどおり変えられます。",
  ask: "手続きが必要なときや、資格にお心当たりのないときは、組合へご連絡ください。",
  toHome: "TOPへ戻る",
  overTitle: "ご利用いただける期間が終わりました",
  over: "記録を見られる期間も終わりました。",
  askOver: "記録が必要なときや、資格にお心当たりのないときは、組合へご連絡ください。",
  contact: "お問い合わせ",
  signOut: "ログアウト",
};

const en: typeof ja = {
  readOnlyTitle: "You can read your records, and nothing else",
  lost: (on) => `You have not been covered by this society since ${on}.`,
  readable: (until) => `You can read your records until ${until}.`,
  noPaperwork:
    "Applications, notifications and bookings are no longer possible. If you sent one just now, it was not accepted.",
  settings: "You can change your password and e-mail address as before.",
  ask: "If you need something done, or think that this is wrong, please contact your society.",
  toHome: "Back to the home page",
  overTitle: "Your time to use this site is over",
  over: "The time to read your records is over as well.",
  askOver: "If you need your records, or think that this is wrong, please contact your society.",
  contact: "Contact",
  signOut: "Sign out",
};

export const afterCoverWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
