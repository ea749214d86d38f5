import { asId } from "../../kernel/ids.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { staffLockMail, type What } from "./mail.ts";

const titles: Readonly<Record<What, MailSample["title"]>> = {
  locked: { ja: "組合がログインを止めたことを知らせるメール", en: "Mail: locked by your society" },
  unlocked: { ja: "ロックの解除を知らせるメール", en: "Mail: unlocked by your society" },
};

const sample = (what: What): MailSample => ({
  name: `mail-${what}`,
  title: titles[what],
  state: states.plain,
  mail: ({ request, society }) =>
    staffLockMail({
      what,
      to: "hanako.suzuki@example.jp",
      language: request.lang,
      society,
      memberId: asId("01977420-0000-7000-8000-000000000005"),
      initials: "H.S.",
      at: request.now,
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "staff-lock",
    title: { ja: "アカウントロック(組合の職員)", en: "Lock by staff" },
    samples: [sample("locked"), sample("unlocked")],
  },
];
