import { asId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { InBoth, Society } from "../../society/types.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { lockMail } from "./mail.ts";

const releases: Readonly<Record<Society["policy"]["lock"]["release"], InBoth>> = {
  timed: { ja: "時間で解除", en: "Ends by itself" },
  "staff-or-reset": {
    ja: "組合の職員かパスワードの決め直しで解除",
    en: "Ends by staff or a reset",
  },
};

export const gallery: readonly FeatureGallery[] = [
  {
    name: "locks",
    title: { ja: "パスワードロック", en: "Password lock" },
    samples: [
      ...(["timed", "staff-or-reset"] as const).map(
        (release): MailSample => ({
          name: `mail-locked-${release}`,
          title: { ja: "ログインを止めたことを知らせるメール", en: "Mail: signing in is paused" },
          state: releases[release],
          fits: ({ policy }) => policy.lock.release === release,
          mail: ({ request, society }) =>
            lockMail({
              to: "hanako.suzuki@example.jp",
              language: request.lang,
              society,
              memberId: asId("01977420-0000-7000-8000-000000000004"),
              initials: "H.S.",
              href: `${request.entrance.origin}/forgot-password`,
              lockedAt: request.now,
              lockedUntil: later(
                request.now,
                release === "timed"
                  ? { minutes: society.policy.lock.minutes }
                  : { hours: society.policy.lock.latestHours },
              ),
            }),
        }),
      ),
    ],
  },
];
