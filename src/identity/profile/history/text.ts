import type { Language } from "../../../society/types.ts";

const ja = {
  title: "利用の記録",
  lead: "あなたの情報を、だれが、いつ、見たり変えたりしたかの記録です。新しいものから並んでいます。",
  strange: "お心当たりのない記録があるとき",
  strangeText:
    "パスワードを変えて、ほかの機器をすべてログアウトしてください。そのあと、下の連絡先へお知らせください。",
  changePassword: "パスワードを変える",
  none: "記録はまだありません。",
  noneBefore: "これより前の記録はありません。",
  older: "前の記録を見る",
  newest: "最新の記録に戻る",
  who: {
    self: "あなた",
    "other-member": "ほかの加入者",
    unknown: "ログインする前の方(あなた、または、ほかの方)",
    staff: "組合の職員",
    operator: "システムの管理者",
    portal: "システム(自動)",
  },
  from: (coarse: string) => `接続元 ${coarse}`,
  here: "接続元 いまと同じ",
};

const en: typeof ja = {
  title: "Record of use",
  lead: "Who looked at your information or changed it, and when. The newest comes first.",
  strange: "If you do not know what something here is",
  strangeText:
    "Please change your password and sign out all other devices. Then tell the contact below.",
  changePassword: "Change the password",
  none: "Nothing is on record yet.",
  noneBefore: "There is nothing before this.",
  older: "Earlier records",
  newest: "Back to the newest",
  who: {
    self: "You",
    "other-member": "Another member",
    unknown: "Somebody who had not signed in (you, or somebody else)",
    staff: "Your society's staff",
    operator: "The system's administrator",
    portal: "The system, by itself",
  },
  from: (coarse) => `Connection ${coarse}`,
  here: "Connection: the same as now",
};

export const historyWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
