import type { RenamedBecause } from "../../types.ts";

// „Taken“ and „alike“ sound the same: this mail goes, unasked, to an address that nobody confirmed,
// and must not tell that somebody else signs in with that ID, perhaps in another society.
const notUsableJa = "新しいWEBサービスでは、このユーザIDをお使いいただけないためです。";
const notUsableEn = "Your former user ID cannot be used in the new portal.";

/** The file names no language, so the mail is Japanese, with the least that others need below it. */
export const ja = {
  subject: "新しいID・パスワードについて",
  changed: (society: string) =>
    `${society}のWEBサービスが新しくなり、あなたのユーザIDが変わりました。`,
  ids: (now: string, before: string) => `新しいユーザID: ${now}\nこれまでのユーザID: ${before}`,
  because: {
    characters: "これまでのユーザIDに、新しいWEBサービスで使えない文字があるためです。",
    alike: notUsableJa,
    taken: notUsableJa,
  } satisfies Readonly<Record<RenamedBecause, string>>,
  weakPassword:
    "パスワードは、組合がお知らせした仮パスワードです。このメールには書いてありません。初めてのログインでは、生年月日と保険者番号もお聞きします。",
  ownPassword: "仮パスワードは、組合から別にお知らせします。このメールには書いてありません。",
  until: (day: string) => `初めてのログインは、${day}までに済ませてください。`,
  button: "ログイン画面を開く",
  unexpected: "お心当たりのない方は、下の連絡先へお知らせください。",
};

export const en: typeof ja = {
  subject: "Your new ID and password",
  changed: (society) => `The member portal of ${society} is new, and your user ID has changed.`,
  ids: (now, before) => `New user ID: ${now}\nBefore: ${before}`,
  because: {
    characters: "Your user ID held a character that the new portal does not allow.",
    alike: notUsableEn,
    taken: notUsableEn,
  },
  weakPassword:
    "Your password is the provisional one that your society told you. It is not in this mail. At the first sign-in you are also asked for your birth date and the insurer number.",
  ownPassword:
    "Your society tells you the provisional password separately. It is not in this mail.",
  until: (day) => `Please sign in for the first time by ${day}.`,
  button: "Open the sign-in page",
  unexpected: "If you did not expect this mail, please tell the contact below.",
};
