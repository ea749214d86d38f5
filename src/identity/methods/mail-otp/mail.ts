import { clockIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import type { Minted } from "../../mail-check/index.ts";
import type { Owner } from "../method.ts";
import type { MailStep } from "./rules.ts";
import { mailOtpWords } from "./text/mail-otp-text.ts";

type CodeMail = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly owner: Pick<Owner, "memberId" | "initials">;
  readonly step: MailStep;
  readonly minted: Pick<Minted, "mailId" | "code">;
  /** Tells the newest of a thread apart. */
  readonly mark: string;
  readonly codeUntil: Instant;
};

/** 「【10:32】ワンタイムパスワードのお知らせ」, from no-reply@. */
export const codeMail = (given: CodeMail): Mail => {
  const { to, language, society, owner, step, minted, mark, codeUntil } = given;
  const words = mailOtpWords(language);
  const { memberId, initials } = owner;
  return {
    id: minted.mailId,
    kind: "factors/code",
    from: "no-reply",
    to,
    language,
    memberId,
    isUrgent: true,
    validUntil: codeUntil,
    content: mailPage({
      language,
      society,
      subject: words.subject(mark),
      heading: words.heading,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [words.about[step](society.name[language]), words.type],
      code: minted.code,
      small: [words.until(clockIn(language, codeUntil)), words.secret, words.stranger],
    }),
  };
};
