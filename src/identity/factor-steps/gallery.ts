import { asId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { factorChangeMails } from "./mail/changed.ts";
import { factorLockMail } from "./mail/locked.ts";

const owner = { memberId: asId<never>("01977420-0000-7000-8000-000000000021"), initials: "H.S." };

const usedSample = (
  name: string,
  { left, state }: { readonly left: number; readonly state: InBoth },
): MailSample => ({
  name,
  title: {
    ja: "リカバリーコードが使われたことを知らせるメール",
    en: "Mail: a recovery code was used",
  },
  state,
  mail: ({ request, society }) => {
    const [mail] = factorChangeMails({
      what: "code-used",
      society,
      owner,
      held: { email: "hanako.suzuki@example.jp", language: request.lang },
      left,
      at: request.now,
    });
    if (!mail) throw new Error("nobody to be told");
    return mail;
  },
});

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
            owner,
            held: { email: "hanako.suzuki@example.jp", language: request.lang },
            lockedAt: request.now,
            lockedUntil: later(request.now, { minutes: society.policy.lock.minutes }),
          });
          if (!mail) throw new Error("nobody to be told");
          return mail;
        },
      },
      usedSample("mail-code-used", { left: 9, state: states.plain }),
      usedSample("mail-code-used-few", {
        left: 2,
        state: { ja: "残りわずか", en: "Few are left" },
      }),
    ],
  },
];
