import { asId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { expiryMail } from "./mail.ts";

const mail = (name: string, state: InBoth, daysLeft: number): MailSample => ({
  name: `mail-${name}`,
  title: {
    ja: "パスワードの有効期限が近いことを知らせるメール",
    en: "Mail: the password will expire soon",
  },
  state,
  fits: ({ policy }) => policy.password.maxAgeDays !== null,
  mail: ({ request, society }) =>
    expiryMail({
      to: "hanako.suzuki@example.jp",
      language: request.lang,
      society,
      memberId: asId("01977420-0000-7000-8000-000000000021"),
      initials: "H.S.",
      endsAt: later(request.now, { days: daysLeft }),
      daysLeft,
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "password-expiry",
    title: { ja: "パスワードの有効期限", en: "Expiry of passwords" },
    samples: [
      mail("early", { ja: "はじめの予告", en: "The first warning" }, 30),
      mail("late", { ja: "最後の予告", en: "The last warning" }, 7),
    ],
  },
];
