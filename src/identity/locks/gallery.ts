import { later } from "../../kernel/time.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery } from "../../ui/gallery/types.ts";
import { lockMail } from "./mail.ts";

export const gallery: readonly FeatureGallery[] = [
  {
    name: "locks",
    title: { ja: "パスワードロック", en: "Password lock" },
    samples: [
      {
        name: "mail-locked",
        title: { ja: "ログインを止めたことを知らせるメール", en: "Mail: signing in is paused" },
        state: states.plain,
        mail: ({ request, society }) =>
          lockMail({
            to: "hanako.suzuki@example.jp",
            language: request.lang,
            society,
            lockedAt: request.now,
            lockedUntil: later(request.now, { minutes: society.policy.lock.minutes }),
          }),
      },
    ],
  },
];
