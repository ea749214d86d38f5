import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";
import { passwordMessages } from "../../passwords/index.ts";
import { proofMessages } from "../../proofing/index.ts";
import { userIdMessages } from "../../user-ids/index.ts";
import { changedMessages } from "./changed-text.ts";
import { fieldsWords } from "./fields-text.ts";
import { refusalMessages } from "./messages-text.ts";

/** Labels of the fields, and the messages of what may be refused. */
export const wording = (lang: Language): Wording => {
  const words = fieldsWords(lang);
  return {
    labels: {
      insurerNumber: words.insurerNumber,
      birthDate: words.birthDate,
      terms: words.termsQuestion,
      userId: words.userId,
      password: words.password,
      passwordAgain: words.passwordAgain,
      email: words.email,
      code: words.code,
    },
    messages: {
      ...userIdMessages[lang],
      ...passwordMessages[lang],
      ...proofMessages[lang],
      ...refusalMessages[lang],
      ...changedMessages[lang],
    },
  };
};
