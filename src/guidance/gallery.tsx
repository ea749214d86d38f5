import type { Instant } from "../kernel/time.ts";
import type { Told } from "../society/index.ts";
import type { InBoth, Society } from "../society/types.ts";
import { states } from "../ui/gallery/states.ts";
import type { FeatureGallery, PageSample, Setting } from "../ui/gallery/types.ts";
import { questionsFor } from "./faq/faq.ts";
import { FaqPage } from "./faq/page.tsx";
import { GuidePage } from "./guide/page.tsx";
import { hasPasskeys, waysOf } from "./guide/ways.ts";
import { MaintenancePage } from "./maintenance/page.tsx";
import { NotesPage } from "./notes/page.tsx";
import { TermsPage } from "./terms/page.tsx";
import { termsOf } from "./terms/terms.ts";

const whose: readonly (readonly [string, InBoth])[] = [
  ["stranger", { ja: "ログイン前", en: "Before sign-in" }],
  ["member", { ja: "ログイン中", en: "Signed in" }],
];

type Open = {
  readonly name: string;
  readonly title: InBoth;
  readonly path: string;
  readonly page: PageSample["page"];
};

const open = ({ name, title, path, page }: Open): readonly PageSample[] =>
  whose.map(([who, state]) => ({
    name: `${name}-${who}`,
    title,
    state,
    routes: [`GET ${path}`],
    isMember: who === "member",
    page,
  }));

const societiesOf = ({ request, societies }: Setting) =>
  request.society ? [request.society] : societies;

const faq = (setting: Setting, typed: Record<"ja" | "en", string>) => {
  const { request } = setting;
  const { society, lang } = request;
  const facts = {
    policy: society?.policy ?? null,
    mailDomain: society?.mailDomain ?? "mail.example.jp",
  };
  const questions = questionsFor(lang, { facts, own: society?.texts.faq ?? [] });
  return <FaqPage view={request.view()} questions={questions} typed={typed[lang]} />;
};

const search = (name: string, state: InBoth, typed: Record<"ja" | "en", string>): PageSample => ({
  name: `faq-${name}`,
  title: faqTitle,
  state,
  routes: ["GET /help/faq"],
  page: (setting) => faq(setting, typed),
});

const faqTitle: InBoth = { ja: "よくある質問", en: "Questions and answers" };

const guideTitle: InBoth = { ja: "ご利用案内", en: "Guide" };
const notesTitle: InBoth = { ja: "注意事項・免責事項など", en: "Notes" };

const ownNotes: readonly InBoth[] = [
  {
    ja: "窓口でのお手続きは、事前にお電話でご予約ください。",
    en: "Please call us before you come to our office.",
  },
];

const isClassic = ({ policy }: Society) => policy.firstSignIn.style === "classic";

/** The first of these societies registers the new way. */
const newer = (society: Society, at: number): Society => {
  const { policy } = society;
  const firstSignIn = { ...policy.firstSignIn, style: "new" as const };
  return at === 0 ? { ...society, policy: { ...policy, firstSignIn } } : society;
};

const pages: readonly PageSample[] = [
  ...open({
    name: "terms",
    title: { ja: "利用規約", en: "Terms of use" },
    path: "/terms",
    page: ({ request }) => <TermsPage view={request.view()} terms={termsOf(request.society)} />,
  }),
  ...open({
    name: "notes",
    title: notesTitle,
    path: "/notes",
    page: ({ request }) => (
      <NotesPage view={request.view()} own={request.society?.texts.notes ?? []} />
    ),
  }),
  {
    name: "notes-own",
    title: notesTitle,
    state: { ja: "組合独自の文章つき", en: "With words of the society" },
    routes: ["GET /notes"],
    isMember: true,
    page: ({ request }) => <NotesPage view={request.view()} own={ownNotes} />,
  },
  ...open({
    name: "guide",
    title: guideTitle,
    path: "/help/guide",
    page: (setting) => (
      <GuidePage
        view={setting.request.view()}
        ways={waysOf(societiesOf(setting), setting.request.lang)}
        hasPasskeys={hasPasskeys(societiesOf(setting))}
        mail={{ domain: "mail.example.jp", hasUpdates: true }}
      />
    ),
  }),
  {
    name: "guide-both-ways",
    title: guideTitle,
    state: { ja: "流れの違う組合の入口", en: "An entrance of both ways" },
    routes: ["GET /help/guide"],
    fits: isClassic,
    page: ({ request, societies }) => (
      <GuidePage
        view={request.view()}
        ways={waysOf(societies.map(newer), request.lang)}
        hasPasskeys={hasPasskeys(societies)}
        mail={{ domain: "mail.example.jp", hasUpdates: false }}
      />
    ),
  },
  ...open({
    name: "faq",
    title: faqTitle,
    path: "/help/faq",
    page: (setting) => faq(setting, { ja: "", en: "" }),
  }),
  search("one", { ja: "1件", en: "One" }, { ja: "共用", en: "shared computer" }),
  search("hits", { ja: "見つかった", en: "Found" }, { ja: "メール", en: "mail" }),
  search("none", { ja: "見つからない", en: "Nothing found" }, { ja: "相撲", en: "sumo" }),
];

const maintenanceTitle: InBoth = { ja: "お休みのあいだ", en: "During maintenance" };
const monthly: Told = {
  from: "2026-11-25T12:00:00.000Z" as Instant,
  to: "2026-11-25T15:00:00.000Z" as Instant,
  reason: null,
};
const byHand: Told = {
  from: "2026-11-20T01:00:00.000Z" as Instant,
  to: "2026-11-21T03:00:00.000Z" as Instant,
  reason: { ja: "設備を入れ替えています。", en: "We are replacing equipment." },
};

export const gallery: readonly FeatureGallery[] = [
  {
    name: "guidance",
    title: { ja: "ご案内", en: "Guidance" },
    samples: [
      ...pages,
      {
        name: "maintenance",
        title: maintenanceTitle,
        state: states.plain,
        routes: [],
        fits: ({ policy }) => policy.maintenance !== null,
        page: ({ request }) => (
          <MaintenancePage view={request.view()} window={monthly} isSubmit={false} />
        ),
      },
      {
        name: "maintenance-submit",
        title: maintenanceTitle,
        state: { ja: "理由つき・送信したとき", en: "With its reason, and a form that was sent" },
        routes: [],
        page: ({ request }) => (
          <MaintenancePage view={request.view()} window={byHand} isSubmit={true} />
        ),
      },
    ],
  },
];
