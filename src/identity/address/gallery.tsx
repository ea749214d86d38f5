import { maskAddress } from "../../kernel/mail-address.ts";
import type { InBoth } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { confirmMail } from "./mail.ts";
import { addressWords } from "./text.ts";
import { ConfirmAddressPage, PressedPage } from "./views.tsx";

const address = "hanako.suzuki@example.jp";
const title: InBoth = { ja: addressWords("ja").title, en: addressWords("en").title };
const link = "GET /confirm-address/:token";

const pressed = (["confirmed", "already", "expired", "replaced", "invalid"] as const).map(
  (result): PageSample => ({
    name: `link-${result}`,
    title,
    state: {
      ja: addressWords("ja")[`${result}Title`],
      en: addressWords("en")[`${result}Title`],
    },
    routes: result === "confirmed" ? [`${link}/done`] : [link, `${link}/done`],
    page: ({ request, society }) => (
      <PressedPage
        view={result === "invalid" ? request.view() : request.view(society)}
        pressed={result}
      />
    ),
  }),
);

export const gallery: readonly FeatureGallery[] = [
  {
    name: "address",
    title: { ja: "メールアドレスの確認", en: "Confirming an e-mail address" },
    samples: [
      {
        name: "link",
        title,
        state: states.open,
        routes: [link],
        page: ({ request, society }) => (
          <ConfirmAddressPage
            view={request.view(society)}
            action="/confirm-address/token"
            masked={maskAddress(address)}
          />
        ),
      },
      ...pressed,
      {
        name: "mail-confirm",
        title: { ja: "確認のメール(ホームから)", en: "Mail: please confirm (from home)" },
        state: states.plain,
        mail: ({ request, society }) =>
          confirmMail({
            to: address,
            language: request.lang,
            society,
            href: `${request.entrance.origin}/confirm-address/W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5`,
          }),
      },
    ],
    pageless: {
      "POST /confirm-address/:token": "leads to what the press came to",
      "POST /confirm-address/resend": "sends the mail and leads home",
    },
  },
];
