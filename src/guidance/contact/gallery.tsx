import { messagesOf, type Typed } from "../../flow/index.ts";
import { asId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/result.ts";
import type { InBoth, Language, Society } from "../../society/types.ts";
import { errorsState, states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample, Setting } from "../../ui/gallery/types.ts";
import { longestText } from "./form/fields.ts";
import { contactMail } from "./form/mail.ts";
import { SentPage } from "./form/sent-page.tsx";
import { formWords } from "./form/text.ts";
import { ContactPage } from "./page.tsx";

const title: InBoth = { ja: "お問い合わせ", en: "Contact" };
const id = asId<"contact">("01977420-0000-7000-8000-000000000077");

const societiesOf = ({ request, societies }: Setting) =>
  request.society ? [request.society] : societies;

const hasForm = ({ contact }: Society) => contact.email !== null;
const hasNoForm = (society: Society) => !hasForm(society);

type Own = {
  readonly isMember?: boolean;
  readonly isResting?: boolean;
  readonly typed?: (lang: Language) => Typed;
  readonly refusals?: Readonly<Record<string, Refusal>>;
  readonly fits?: (society: Society) => boolean;
};

const contact = (name: string, state: InBoth, own: Own = {}): PageSample => ({
  name: `contact-${name}`,
  title,
  state,
  routes: ["GET /contact"],
  ...(own.isMember ? { isMember: true } : {}),
  ...(own.fits ? { fits: own.fits } : {}),
  page: (setting) => {
    const { request } = setting;
    const words = formWords(request.lang);
    const errors = messagesOf(request.lang, words, own.refusals ?? {});
    return (
      <ContactPage
        view={request.view()}
        societies={societiesOf(setting)}
        origin={request.entrance.origin}
        form={own.isResting ? null : { id, typed: own.typed?.(request.lang) ?? {}, errors }}
      />
    );
  },
});

const text: InBoth = {
  ja: "機種変更をしたため、ワンタイムパスワードのアプリが使えなくなりました。\n新しい機器を登録する方法を教えてください。",
  en: "I have a new phone, and the app with the codes does not work on it.\nHow do I set up the new one?",
};
const filled = (lang: Language): Typed => ({
  topic: "sign-in",
  name: "鈴木 花子",
  address: "hanako.suzuki@example.jp",
  number: "7K2P-9DQX",
  text: text[lang],
});

const pages: readonly PageSample[] = [
  contact("stranger", { ja: "ログイン前", en: "Before sign-in" }),
  contact("member", { ja: "ログイン中", en: "Signed in" }, { isMember: true }),
  contact(
    "without-form",
    { ja: "フォームのない組合", en: "A society without a form" },
    { fits: hasNoForm },
  ),
  contact("resting", { ja: "お休みのあいだ", en: "During maintenance" }, { isResting: true }),
  contact("errors", errorsState(3), {
    fits: hasForm,
    typed: (lang) => ({ ...filled(lang), topic: "", text: "", address: "hanako.suzuki" }),
    refusals: {
      topic: refuse("choose"),
      text: refuse("empty"),
      address: refuse("mail-without-at"),
    },
  }),
  contact(
    "cut",
    { ja: "文章が長い", en: "The text is too long" },
    {
      fits: hasForm,
      typed: filled,
      refusals: { text: refuse("cut", { max: longestText }) },
    },
  ),
  contact("too-many", states.tooMany, {
    fits: hasForm,
    typed: filled,
    refusals: { "": refuse("too-many") },
  }),
  contact(
    "no-form",
    { ja: "組合にフォームがない", en: "The society has none" },
    { fits: hasForm, typed: filled, refusals: { "": refuse("no-form") } },
  ),
  contact("busy", states.busy, {
    fits: hasForm,
    typed: filled,
    refusals: { "": refuse("busy") },
  }),
  {
    name: "contact-sent",
    title: { ja: formWords("ja").sentTitle, en: formWords("en").sentTitle },
    state: states.plain,
    routes: ["GET /contact/sent"],
    fits: hasForm,
    page: ({ request, society }) => (
      <SentPage
        view={request.view()}
        reference="7K2P-9DQX"
        society={society.name[request.lang]}
        address="hanako.suzuki@example.jp"
      />
    ),
  },
];

const mail = (isMember: boolean): FeatureGallery["samples"][number] => ({
  name: isMember ? "mail-contact-member" : "mail-contact-stranger",
  title: { ja: "組合へ届くお問い合わせ", en: "A question, as the society gets it" },
  state: isMember
    ? { ja: "ログイン中の方から", en: "From a member" }
    : { ja: "ログイン前の方から", en: "From who is not signed in" },
  fits: hasForm,
  mail: ({ society }) =>
    contactMail({
      to: society.contact.email ?? "kenpo@example.jp",
      society,
      asked: {
        society: society.code,
        topic: "sign-in",
        name: "鈴木 花子",
        kana: isMember ? null : "スズキ ハナコ",
        address: "hanako.suzuki@example.jp",
        number: isMember ? null : "4T7M-XK21",
        text: text.ja,
      },
      reference: "7K2P-9DQX",
      isMember,
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "contact",
    title,
    samples: [...pages, mail(false), mail(true)],
    pageless: { "POST /contact": "leads back to the form, or to the page of what was received" },
  },
];
