import { asId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth } from "../../../society/types.ts";
import type { FeatureGallery, MailSample } from "../../../ui/gallery/types.ts";
import type { RenamedBecause } from "../types.ts";
import { newIdMail } from "./mail/new-id.ts";

const reasons: readonly (readonly [RenamedBecause, InBoth])[] = [
  ["characters", { ja: "使えない文字", en: "A character that is not allowed" }],
  ["alike", { ja: "同じに見えるID", en: "An ID alike" }],
  ["taken", { ja: "使われているID", en: "An ID that is taken" }],
];

const sample = (because: RenamedBecause, state: InBoth, isWeak: boolean): MailSample => ({
  name: `mail-new-id-${because}${isWeak ? "-weak" : ""}`,
  title: {
    ja: "新しいID・パスワードについて(日英とも同じ文面)",
    en: "Mail: your new ID (one text in both languages)",
  },
  state: {
    ja: `${state.ja}・${isWeak ? "組合の仮パスワード" : "新しい仮パスワード"}`,
    en: `${state.en}, ${isWeak ? "the society's own password" : "a new password"}`,
  },
  mail: ({ request, society }) =>
    newIdMail({
      to: "hanako.suzuki@example.jp",
      society,
      href: request.entrance.origin,
      renamed: {
        id: asId("01977420-0000-7000-8000-000000000002"),
        memberId: asId("01977420-0000-7000-8000-000000000003"),
        symbol: "10",
        memberNumber: "1001",
        branchNumber: "00",
        nameKana: "スズキ ハナコ",
        formerId: "hanako suzuki",
        issuedId: "4821903756125",
        because,
        isWeak,
        expiresAt: later(request.now, { days: society.policy.letter.credentialLifetimeDays }),
        email: "hanako.suzuki@example.jp",
        isTold: false,
      },
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "credentials",
    title: { ja: "旧システムからの移行", en: "Members of an older system" },
    samples: reasons.flatMap(([because, state]) =>
      [true, false].map((isWeak) => sample(because, state, isWeak)),
    ),
  },
];
