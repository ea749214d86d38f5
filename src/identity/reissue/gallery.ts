import { asId } from "../../kernel/ids.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { reissuedMail } from "./mail.ts";

type Shown = {
  readonly name: string;
  readonly initials: string;
  readonly resetsFactors: boolean;
  readonly state: MailSample["state"];
};

const sample = ({ name, initials, resetsFactors, state }: Shown): MailSample => ({
  name,
  title: { ja: "再発行を知らせるメール", en: "Mail: a new letter is on its way" },
  state,
  mail: ({ request, society }) =>
    reissuedMail({
      to: "hanako.suzuki@example.jp",
      language: request.lang,
      society,
      memberId: asId("01977420-0000-7000-8000-000000000003"),
      initials,
      at: request.now,
      resetsFactors,
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "reissue",
    title: { ja: "再発行", en: "A new letter" },
    samples: [
      sample({
        name: "mail-reissued",
        initials: "H.S.",
        resetsFactors: false,
        state: { ja: "頭文字あり", en: "With initials" },
      }),
      sample({
        name: "mail-reissued-without-initials",
        initials: "",
        resetsFactors: false,
        state: { ja: "頭文字なし", en: "Without initials" },
      }),
      sample({
        name: "mail-reissued-resets-factors",
        initials: "H.S.",
        resetsFactors: true,
        state: { ja: "認証方法も取り消す", en: "Second factors are reset too" },
      }),
    ],
  },
];
