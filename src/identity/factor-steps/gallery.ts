import { later } from "../../kernel/time.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery } from "../../ui/gallery/types.ts";
import { factorLockMail } from "./mail/locked.ts";

export const gallery: readonly FeatureGallery[] = [
  {
    name: "factor-locks",
    title: { ja: "二段階認証のロック", en: "Lock by the second step" },
    samples: [
      {
        name: "mail-locked",
        title: {
          ja: "二段階認証の間違いでログインを止めたことを知らせるメール",
          en: "Mail: signing in is paused after wrong second steps",
        },
        state: states.plain,
        mail: ({ request, society }) => {
          const [mail] = factorLockMail({
            society,
            held: { email: "hanako.suzuki@example.jp", language: request.lang },
            lockedAt: request.now,
            lockedUntil: later(request.now, { minutes: society.policy.lock.minutes }),
          });
          if (!mail) throw new Error("nobody to be told");
          return mail;
        },
      },
    ],
  },
];
