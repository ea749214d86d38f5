import type { MemberId } from "../../../kernel/ids.ts";
import { clockIn, momentIn } from "../../../kernel/moments.ts";
import { type Instant, todayInTokyo } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import type { Obstacle } from "../rules.ts";
import { mailWords } from "../text/mail-text.ts";
import type { Forgotten } from "../types.ts";

type To = {
  readonly kind: Forgotten;
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty: couples share an address. */
  readonly initials: string;
  readonly sentAt: Instant;
};

type WayOn = To & {
  readonly code: string;
  /** The page with the button. */
  readonly href: string;
  readonly codeUntil: Instant;
  readonly expiresAt: Instant;
};

const frameOf = ({ to, language, society, memberId, initials, kind }: To) => ({
  mail: { from: "no-reply", to, language, memberId } as const,
  page: { language, society, ...(initials === "" ? {} : { initials }) },
  words: mailWords(language)[kind],
});

/** A button and six digits, either of which is enough. No ID and no password stands in it. */
export const wayOnMail = (given: WayOn): Mail => {
  const { kind, language, society, code, href, sentAt, codeUntil, expiresAt } = given;
  const { mail, page, words } = frameOf(given);
  // A society may let its links work for a day.
  const isToday = (at: Instant) => todayInTokyo(at) === todayInTokyo(sentAt);
  const time = (at: Instant) => (isToday(at) ? clockIn : momentIn)(language, at);
  const subject = words.subject(time(sentAt));
  const shared = mailWords(language);
  return {
    ...mail,
    kind: `recovery/${kind}`,
    isUrgent: true,
    validUntil: expiresAt,
    content: mailPage({
      ...page,
      subject,
      heading: words.heading,
      paragraphs: [words.asked(society.name[language]), words.next],
      code,
      button: { label: words.button, href },
      small: [
        shared.until(time(codeUntil), time(expiresAt)),
        shared.newest,
        words.unchanged,
        shared.notYou,
      ],
    }),
  };
};

/** To who proved everything, and yet must ask the society. */
export const refusedMail = (given: To & { readonly obstacle: Obstacle }): Mail => {
  const { language, society, obstacle, sentAt } = given;
  const { mail, page, words } = frameOf(given);
  const shared = mailWords(language);
  return {
    ...mail,
    kind: "recovery/refused",
    content: mailPage({
      ...page,
      subject: words.subject(clockIn(language, sentAt)),
      heading: shared.refusedHeading,
      paragraphs: [words.asked(society.name[language]), shared.obstacles[obstacle]],
      small: [shared.refusedNotYou],
    }),
  };
};
