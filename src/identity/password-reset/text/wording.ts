import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";
import { factorWording } from "../../factor-steps/index.ts";
import { changedMessages } from "../../first-sign-in/index.ts";
import type { Methods } from "../../methods/index.ts";
import { passwordMessages } from "../../passwords/index.ts";
import { claimLabels, proofMessages } from "../../proofing/index.ts";
import { resetMessages } from "./reset-text.ts";

const own = {
  ja: { password: "パスワード", passwordAgain: "パスワード確認用" },
  en: { password: "Password", passwordAgain: "Password again" },
} as const;

/** Labels of the fields, and the messages of what may be refused. */
export const wording = (methods: Methods, lang: Language): Wording => {
  const factors = factorWording(methods, lang);
  return {
    labels: { ...factors.labels, ...claimLabels(lang), ...own[lang] },
    messages: {
      ...factors.messages,
      ...passwordMessages[lang],
      ...proofMessages[lang],
      ...changedMessages[lang],
      ...resetMessages(lang),
    },
  };
};
