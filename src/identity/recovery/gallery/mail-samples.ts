import { asId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { MailSample, Setting } from "../../../ui/gallery/types.ts";
import { obstacles } from "../rules.ts";
import { refusedMail, wayOnMail } from "../telling/mail.ts";
import type { Forgotten } from "../types.ts";
import { address, isLink } from "./parts.ts";

const recipientIn = ({ request, society }: Setting, kind: Forgotten) => ({
  ...{ kind, to: address, language: request.lang, society, sentAt: request.now },
  memberId: asId<"member">("01977420-0000-7000-8000-000000000003") as never,
  initials: "H.S.",
});

/** What the worker sends. */
export const mails: readonly MailSample[] = [
  ...(["forgot-id", "forgot-password"] as const).map(
    (kind): MailSample => ({
      name: `mail-${kind}`,
      title:
        kind === "forgot-id"
          ? { ja: "ログインIDの再通知のメール", en: "Mail: your user ID" }
          : { ja: "パスワード再設定のメール", en: "Mail: set a new password" },
      state: states.plain,
      ...(kind === "forgot-password" && { fits: isLink }),
      mail: (setting) =>
        wayOnMail({
          ...recipientIn(setting, kind),
          code: "482910",
          href: `${setting.request.entrance.origin}/recover/W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5`,
          codeUntil: later(setting.request.now, { minutes: 10 }),
          expiresAt: later(setting.request.now, { minutes: 60 }),
        }),
    }),
  ),
  ...obstacles.map(
    (obstacle): MailSample => ({
      name: `mail-refused-${obstacle}`,
      title: { ja: "組合へのお問い合わせをお願いするメール", en: "Mail: ask your society" },
      state: {
        "staff-lock": { ja: "組合が止めている", en: "Locked by staff" },
        "awaits-letter": { ja: "新しいご案内がある", en: "A letter is on its way" },
        "cover-ended": { ja: "資格喪失後", en: "Cover ended" },
      }[obstacle],
      mail: (setting) => refusedMail({ ...recipientIn(setting, "forgot-id"), obstacle }),
    }),
  ),
];
