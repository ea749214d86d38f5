import type { MemberId } from "../../kernel/ids.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/types.ts";

type Locked = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty: couples share an address. */
  readonly initials: string;
  /** Of 「パスワードを忘れた方」. */
  readonly href: string;
  readonly lockedAt: Instant;
  readonly lockedUntil: Instant;
};

const ja = {
  subject: "ログインを一時的に止めました",
  heading: "パスワードの間違いが続きました",
  what: (at: string) =>
    `${at}に、あなたのユーザIDで、パスワードの間違いが続きました。そのため、間違いのあった機器や回線からのログインを、一時的に止めました(パスワードロック)。`,
  release: {
    timed: (until: string) =>
      `${until}に、自動で元に戻ります。あなたの登録内容は変わっていません。`,
    "staff-or-reset": (until: string) =>
      `下のボタンからパスワードを決め直すと、すぐに元に戻ります。何もしないときも、おそくとも${until}には、自動で元に戻ります。あなたの登録内容は変わっていません。`,
  },
  stillOpen: "最近ログインした、ほかの機器では、いまもログインできることがあります。",
  stillOpenByPasskey:
    "最近ログインした、ほかの機器では、いまもログインできることがあります。パスキーを登録した方は、どの機器でも「パスキーでログイン」できます。",
  button: "パスワードを忘れた方",
  small: [
    "ご自身で間違えたときは、時間をおいて、もう一度お試しください。パスワードを思い出せないときは、上のボタンからお手続きください。",
    "お心当たりがないときは、別の方がログインしようとしたおそれがあります。この操作では、ログインされていません。何度も続くときは、下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "Signing in is paused",
  heading: "There were several wrong passwords",
  what: (at) =>
    `On ${at} (Japan time) several wrong passwords were typed for your user ID. Signing in is paused for the devices and networks that they came from.`,
  release: {
    timed: (until) => `It opens again by itself on ${until}. Nothing in your account has changed.`,
    "staff-or-reset": (until) =>
      `It opens again as soon as you choose a new password with the button below. If you do nothing, it opens by itself on ${until} at the latest. Nothing in your account has changed.`,
  },
  stillOpen: "On another device that you signed in with lately, you may still be able to sign in.",
  stillOpenByPasskey:
    "On another device that you signed in with lately, you may still be able to sign in. With a passkey, if you have one, you can on any device.",
  button: "Forgot your password?",
  small: [
    "If it was you, please wait and try again. If you cannot remember your password, use the button above.",
    "If it was not you, somebody may have tried to sign in as you. These tries did not get in. If this goes on, please tell the contact below.",
  ],
};

const hour = 60;
/** The first lock is told at once; who attacks from many sources must not fill a mailbox. */
export const lockMailLimits = { minutesApart: hour, mostADay: 4 };

export const lockMailKind = "locks/password-locked";

/** To the owner, for a password lock: what happened, until when, and what works meanwhile. */
export const lockMail = ({ to, language, society, memberId, ...told }: Locked): Mail => {
  const words = language === "ja" ? ja : en;
  const { lock, secondFactor } = society.policy;
  return {
    kind: lockMailKind,
    from: "no-reply",
    to,
    language,
    memberId,
    mostADay: lockMailLimits.mostADay,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.heading,
      ...(told.initials === "" ? {} : { initials: told.initials }),
      paragraphs: [
        words.what(momentIn(language, told.lockedAt)),
        words.release[lock.release](momentIn(language, told.lockedUntil)),
        secondFactor.methods.includes("passkey") ? words.stillOpenByPasskey : words.stillOpen,
      ],
      button: { label: words.button, href: told.href },
      small: words.small,
    }),
  };
};
