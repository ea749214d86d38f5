import type { Wording } from "../../../../flow/index.ts";
import type { Language } from "../../../../society/types.ts";
import { passkeyWords } from "./passkey-text.ts";

const messages = {
  ja: {
    "passkey-failed": () =>
      "セキュリティキーの登録が無効です。「うまくいかないとき」をお確かめのうえ、もう一度お試しください。",
    "passkey-taken": () =>
      "このパスキーは、すでに登録されています。別の機器を登録するか、「うまくいかないとき」をお確かめください。",
    "passkey-wrong": () =>
      "パスキーでご本人を確認できませんでした。もう一度お試しになるか、「うまくいかないとき」をお確かめください。",
    "passkey-no-answer": () =>
      "機器の画面を開けませんでした。ChromeやSafariで開き直すか、「うまくいかないとき」をお確かめください。",
  },
  en: {
    "passkey-failed": () =>
      "The passkey could not be set up. See “If it does not work”, then try once more.",
    "passkey-taken": () =>
      "This passkey is set up already. Set up another device, or see “If it does not work”.",
    "passkey-wrong": () =>
      "The passkey did not confirm that it is you. Try once more, or see “If it does not work”.",
    "passkey-no-answer": () =>
      "Your device was not asked. Open the page in Chrome or Safari, or see “If it does not work”.",
  },
} as const satisfies Readonly<Record<Language, Wording["messages"]>>;

/** No message says why an answer was refused: that is for the audit. */
export const passkeyWording = (lang: Language): Wording => ({
  labels: { passkeyName: passkeyWords(lang).name },
  messages: messages[lang],
});
