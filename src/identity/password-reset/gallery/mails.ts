import { asId, type MemberId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { MailSample } from "../../../ui/gallery/types.ts";
import { changedMails } from "../finish/mail.ts";
import { provisionalMail } from "../temporary/mail.ts";

const to = "hanako.suzuki@example.jp";
const whose = {
  memberId: asId("01977420-0000-7000-8000-000000000021") as MemberId,
  initials: "H.S.",
};

const provisional = (name: string, state: InBoth, voidsPassword: boolean): MailSample => ({
  name: `mail-provisional-${name}`,
  title: { ja: "仮パスワードのメール", en: "Mail: provisional password" },
  state,
  mail: ({ request, society }) =>
    provisionalMail({
      ...whose,
      to,
      language: request.lang,
      society,
      secret: "k7wm-thpz-38ce",
      expiresAt: later(request.now, {
        minutes: society.policy.recovery.provisionalLifetimeMinutes,
      }),
      voidsPassword,
    }),
});

const changed = (name: string, state: InBoth, resetsFactors: boolean): MailSample => ({
  name: `mail-changed-${name}`,
  title: { ja: "パスワードが変わったことを知らせるメール", en: "Mail: the password has changed" },
  state,
  mail: ({ request, society }) => {
    const [mail] = changedMails({
      ...whose,
      addresses: [to],
      language: request.lang,
      society,
      at: request.now,
      endsOthers: true,
      resetsFactors,
    });
    if (!mail) throw new Error("nobody to be told");
    return mail;
  },
});

export const mails: readonly MailSample[] = [
  provisional("beside", states.plain, false),
  provisional(
    "instead",
    { ja: "パスワード初期化のあと", en: "After the password was made void" },
    true,
  ),
  changed("plain", states.plain, false),
  changed("lost", { ja: "認証方法も登録し直した", en: "The second step was set up anew" }, true),
];
