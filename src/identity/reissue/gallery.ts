import { asId } from "../../kernel/ids.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { reissuedMail } from "./mail.ts";

const sample = (initials: string): MailSample => ({
  name: initials === "" ? "mail-reissued-without-initials" : "mail-reissued",
  title: { ja: "再発行を知らせるメール", en: "Mail: a new letter is on its way" },
  state:
    initials === ""
      ? { ja: "頭文字なし", en: "Without initials" }
      : { ja: "頭文字あり", en: "With initials" },
  mail: ({ request, society }) =>
    reissuedMail({
      to: "hanako.suzuki@example.jp",
      language: request.lang,
      society,
      memberId: asId("01977420-0000-7000-8000-000000000003"),
      initials,
      at: request.now,
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "reissue",
    title: { ja: "再発行", en: "A new letter" },
    samples: [sample("H.S."), sample("")],
  },
];
