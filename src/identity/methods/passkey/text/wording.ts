import type { Wording } from "../../../../flow/index.ts";
import type { Language } from "../../../../society/types.ts";
import { passkeyWords } from "./passkey-text.ts";

const messages = {
  ja: {
    "passkey-failed": () =>
      "セキュリティキーの登録が無効です。「うまくいかないとき」をお確かめのうえ、もう一度お試しください。",
    "passkey-taken": () =>
      "このパスキーは、すでに登録されています。別の機器を登録するか、ほかの方法をお選びください。",
    "passkey-wrong": () =>
      "パスキーでご本人を確認できませんでした。もう一度お試しになるか、別の方法をお選びください。",
    "passkey-no-answer": () =>
      "機器の画面を開けませんでした。ChromeやSafariで開き直すか、別の方法をお選びください。",
  },
  en: {
    "passkey-failed": () =>
      "The passkey could not be set up. See “If it does not work”, then try once more.",
    "passkey-taken": () =>
      "This passkey is set up already. Set up another device or choose another way.",
    "passkey-wrong": () =>
      "The passkey did not confirm that it is you. Try once more or choose another way.",
    "passkey-no-answer": () =>
      "Your device was not asked. Open the page in Chrome or Safari, or choose another way.",
  },
} as const satisfies Readonly<Record<Language, Wording["messages"]>>;

/** No message says why an answer was refused: that is for the audit. */
export const passkeyWording = (lang: Language): Wording => ({
  labels: { passkeyName: passkeyWords(lang).name },
  messages: messages[lang],
});
