import { asId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";
import type { FeatureGallery, MailSample } from "../../ui/gallery/types.ts";
import { checkMail } from "./mail.ts";
import type { Minted } from "./mint.ts";

const minted: Minted = {
  id: asId("01977420-0000-7000-8000-000000000005"),
  mailId: asId("01977420-0000-7000-8000-000000000006"),
  code: "482910",
  token: { text: "W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5LW5vLXRva2Vu", hash: "" },
};

type Own = {
  readonly name: string;
  readonly state: InBoth;
  readonly initials?: string;
  readonly isOnFile?: boolean;
};

const check = ({ name, state, initials = "H.S.", isOnFile = false }: Own): MailSample => ({
  name,
  title: isOnFile
    ? { ja: "ご本人の確認番号のメール", en: "Mail: is it you?" }
    : { ja: "アドレス確認のメール", en: "Mail: confirm your address" },
  state,
  mail: ({ request, society }) => {
    const { codeLifetimeMinutes, linkLifetimeMinutes } = society.policy.recovery;
    const { now: sentAt, entrance, lang: language } = request;
    return checkMail({
      to: isOnFile ? "h.suzuki@example.com" : "hanako.suzuki@example.jp",
      language,
      society,
      initials,
      memberId: asId("01977420-0000-7000-8000-000000000003"),
      minted,
      href: isOnFile ? null : `${entrance.origin}/check-address/${minted.token.text}`,
      sentAt,
      codeUntil: later(sentAt, { minutes: codeLifetimeMinutes }),
      linkUntil: later(sentAt, { minutes: linkLifetimeMinutes }),
    });
  },
});

const withInitials: InBoth = { ja: "頭文字あり", en: "With initials" };
const without: InBoth = { ja: "頭文字なし", en: "Without initials" };

export const gallery: readonly FeatureGallery[] = [
  {
    name: "mail-check",
    title: { ja: "番号のメール", en: "Mails with digits" },
    samples: [
      check({ name: "mail-check", state: withInitials }),
      check({ name: "mail-check-without-initials", state: without, initials: "" }),
      check({ name: "mail-check-on-file", state: withInitials, isOnFile: true }),
      check({
        name: "mail-check-on-file-without-initials",
        state: without,
        initials: "",
        isOnFile: true,
      }),
    ],
  },
];
