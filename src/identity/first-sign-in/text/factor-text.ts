import type { Language } from "../../../society/types.ts";

/** 認証方法 on the way of a first sign-in. */
const ja = {
  setting: "ユーザIDの変更・認証方法 の設定",
  required: "* 必須フィールド:「必須」と書かれた項目は、必ず入力または選択してください。",
  // 登録済みの方の新しいご案内
  verifyLead:
    "登録はすでに済んでいます。登録し直す前に、これまでの認証方法で、ご本人であることを確かめます。",
  lostTitle: "これまでの認証方法が使えなくなった方は",
  lost: "機器をなくしたときや、メールを見られないときは、組合へご連絡ください。連絡先は、この画面の下の「お困りのときは」にあります。",
};

const en: typeof ja = {
  setting: "Your user ID and your second step",
  required: "* Required: what is marked “required” must be filled in or chosen.",
  verifyLead:
    "You are registered already. Before you register anew, please confirm in the way that you have used until now that it is you.",
  lostTitle: "If you cannot use that way any more",
  lost: "If you lost the device, or cannot read the mail, please contact your society. Its details are under “Need help?” at the end of this page.",
};

export const factorWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
