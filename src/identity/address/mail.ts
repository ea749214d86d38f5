import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/index.ts";
import { addressWords } from "./text.ts";

type Confirm = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  /** The page with the button. */
  readonly href: string;
};

/** Sent once more, for who asked at home. Nobody's name: the address may be a stranger's. */
export const confirmMail = ({ to, language, society, href }: Confirm): Mail => {
  const words = addressWords(language);
  return {
    kind: "address/confirm",
    from: "no-reply",
    to,
    language,
    content: mailPage({
      language,
      society,
      subject: words.mailSubject,
      heading: words.mailSubject,
      paragraphs: words.mailParagraphs(society.name[language]),
      button: { label: words.mailButton, href },
      small: words.mailSmall,
    }),
  };
};
