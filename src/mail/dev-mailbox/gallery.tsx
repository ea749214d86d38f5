import type { InBoth } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { ListPage, MailPage } from "./pages.tsx";
import type { KeptMail } from "./read.ts";

const kept: KeptMail = {
  id: "01977420-0000-7000-8000-000000000009",
  subject: "ご登録が終わりました",
  from: "ひかり電機健康保険組合 <webmaster@mail.example.jp>",
  to: "hanako.suzuki@example.jp",
  at: "2026-11-20 10:32:40",
  text: "ご登録が終わりました。\n\nhttp://localhost:3000/confirm-address/token\n",
  html: "",
};

const list: InBoth = { ja: "開発用メールボックス", en: "Mailbox for development" };

const sample = (own: Pick<PageSample, "name" | "title" | "state" | "routes" | "page">) => ({
  ...own,
  isInternal: true,
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "dev-mailbox",
    title: list,
    samples: [
      sample({
        name: "list",
        title: list,
        state: states.filled,
        routes: ["GET /dev/mail"],
        page: ({ request }) => <ListPage view={request.view()} mails={[kept]} />,
      }),
      sample({
        name: "list-empty",
        title: list,
        state: { ja: "空", en: "Empty" },
        routes: ["GET /dev/mail"],
        page: ({ request }) => <ListPage view={request.view()} mails={[]} />,
      }),
      sample({
        name: "mail",
        title: { ja: "メール", en: "A mail" },
        state: states.plain,
        routes: ["GET /dev/mail/:id"],
        page: ({ request }) => <MailPage view={request.view()} mail={kept} />,
      }),
    ],
    pageless: { "GET /dev/mail/:id/html": "the mail's own HTML part" },
  },
];
