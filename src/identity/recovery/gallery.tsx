import { asId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { InBoth, Society } from "../../society/types.ts";
import { errorsState, states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, MailSample, PageSample, Setting } from "../../ui/gallery/types.ts";
import { ClaimFields, proofMessages } from "../proofing/index.ts";
import { codeTries, obstacles, passwordWayOf } from "./rules.ts";
import { refusedMail, wayOnMail } from "./telling/mail.ts";
import { askingWords } from "./text/asking-text.ts";
import { openingWords } from "./text/opening-text.ts";
import { sentWords } from "./text/sent-text.ts";
import type { Forgotten } from "./types.ts";
import { BusyPage, IdentityPage, PasswordRequestPage } from "./views/asking-pages.tsx";
import { ConditionsPage } from "./views/conditions-page.tsx";
import { ClosedPage, LinkPage, VoidPage } from "./views/opening-pages.tsx";
import { InitialisedPage, OverPage, ResultPage } from "./views/result-pages.tsx";
import { SentPage, type SentProps } from "./views/sent-page.tsx";

const address = "hanako.suzuki@example.jp";
const reference = "7K2P-9DQX";

const titled = (title: (lang: "ja" | "en") => string): InBoth => ({
  ja: title("ja"),
  en: title("en"),
});
const wayOf = ({ societies }: Setting) =>
  passwordWayOf(societies.map(({ policy }) => policy.recovery.forgottenPassword));
const isLink = ({ policy }: Society) => policy.recovery.forgottenPassword === "link";

const claim = {
  insurerNumber: "06139992",
  symbol: "10",
  memberNumber: "1001",
  nameKana: "スズキ ハナコ",
  birthDate: "昭和54年8月22日",
  email: address,
};

type Shown = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: (lang: "ja" | "en") => Readonly<Record<string, string>>;
};

const identity = (name: string, state: InBoth, { typed, errors }: Shown): PageSample => ({
  name,
  title: titled((lang) => askingWords(lang).identityTitle),
  state,
  routes: ["GET /forgot-id/identity"],
  page: ({ request }) => {
    const view = request.view();
    const shown = { view, typed, errors: errors?.(request.lang) ?? {} };
    return (
      <IdentityPage {...shown}>
        <ClaimFields {...shown} />
      </IdentityPage>
    );
  },
});

const requesting = (name: string, state: InBoth, { typed, errors }: Shown): PageSample => ({
  name,
  title: titled((lang) => askingWords(lang).linkTitle),
  state,
  routes: ["GET /forgot-password"],
  page: (setting) => (
    <PasswordRequestPage
      view={setting.request.view()}
      typed={typed}
      errors={errors?.(setting.request.lang) ?? {}}
      way={wayOf(setting)}
    />
  ),
});

type Sent = Pick<SentProps, "triesLeft" | "refused"> & {
  readonly kind: Forgotten;
  readonly fits?: (society: Society) => boolean;
};

const sent = (name: string, state: InBoth, { kind, fits, ...how }: Sent): PageSample => ({
  name,
  title: titled((lang) => sentWords(lang)[kind === "forgot-id" ? "idTitle" : "linkTitle"]),
  state,
  ...(fits && { fits }),
  routes: [`GET /${kind}/sent`],
  page: (setting) => (
    <SentPage
      view={setting.request.view()}
      of={kind === "forgot-id" ? kind : wayOf(setting)}
      email={address}
      reference={reference}
      mailDomain="kenpo.example.jp"
      {...how}
    />
  ),
});

const fresh = { triesLeft: codeTries, refused: null };

const asking: readonly PageSample[] = [
  {
    name: "conditions",
    title: titled((lang) => askingWords(lang).conditionsTitle),
    state: states.plain,
    routes: ["GET /forgot-id"],
    page: ({ request }) => <ConditionsPage view={request.view()} />,
  },
  identity("identity", states.empty, { typed: {} }),
  identity("identity-filled", states.filled, { typed: claim }),
  identity("identity-errors", errorsState(3), {
    typed: { ...claim, insurerNumber: "12345678", nameKana: "鈴木 花子", birthDate: "790822" },
    errors: (lang) => ({
      insurerNumber: proofMessages[lang]["insurer-number-check"](),
      nameKana: proofMessages[lang]["name-kana"](),
      birthDate: proofMessages[lang]["birth-date-digits"]("", { length: 6 }),
    }),
  }),
  sent("id-sent", states.plain, { kind: "forgot-id", ...fresh }),
  sent("id-sent-wrong", errorsState(1), { kind: "forgot-id", triesLeft: 4, refused: "wrong" }),
  sent("id-sent-used-up", states.tooMany, { kind: "forgot-id", triesLeft: 0, refused: null }),
  requesting("password", states.empty, { typed: {} }),
  requesting("password-errors", errorsState(1), {
    typed: { userId: "hanako79", email: "hanako" },
    errors: (lang) => ({
      email:
        lang === "ja"
          ? "メールアドレスに「@」がありません。例:hanako@example.jp"
          : "E-mail address has no “@”. Example: hanako@example.jp",
    }),
  }),
  sent("password-sent", states.plain, { kind: "forgot-password", ...fresh }),
  sent("password-sent-unread", errorsState(1), {
    kind: "forgot-password",
    fits: isLink,
    triesLeft: codeTries,
    refused: "unread",
  }),
  {
    name: "busy",
    title: titled((lang) => askingWords(lang).busyTitle),
    state: states.tooMany,
    routes: ["POST /forgot-id/identity", "POST /forgot-password"],
    page: ({ request }) => <BusyPage view={request.view()} />,
  },
];

const link = "GET /recover/:token";

const opening: readonly PageSample[] = [
  ...(["forgot-id", "forgot-password"] as const).map(
    (kind): PageSample => ({
      name: `link-${kind}`,
      title: titled((lang) => openingWords(lang)[kind].title),
      state: states.open,
      ...(kind === "forgot-password" && { fits: isLink }),
      routes: [link],
      page: ({ request, society }) => (
        <LinkPage view={request.view(society)} kind={kind} action="/recover/token" />
      ),
    }),
  ),
  ...(["used", "expired", "replaced", "refused", "invalid"] as const).map(
    (because): PageSample => ({
      name: `link-${because}`,
      title: titled((lang) => openingWords(lang).voidTitle),
      state: {
        ...(because === "refused" ? { ja: "組合へ", en: "Ask the society" } : states[because]),
      },
      routes: [link],
      page: ({ request, society }) => (
        <VoidPage
          view={because === "invalid" ? request.view() : request.view(society)}
          kind={because === "invalid" ? null : "forgot-id"}
          because={because}
        />
      ),
    }),
  ),
  {
    name: "link-password-used",
    title: titled((lang) => openingWords(lang).voidTitle),
    state: states.used,
    fits: isLink,
    routes: [link],
    page: ({ request, society }) => (
      <VoidPage view={request.view(society)} kind="forgot-password" because="used" />
    ),
  },
  {
    name: "closed",
    title: titled((lang) => openingWords(lang).closedTitle),
    state: states.plain,
    routes: ["GET /recover/closed"],
    page: ({ request }) => <ClosedPage view={request.view()} />,
  },
  {
    name: "result",
    title: titled((lang) => openingWords(lang).resultTitle),
    state: states.plain,
    routes: ["GET /forgot-id/result"],
    page: ({ request, society }) => (
      <ResultPage
        view={request.view(society)}
        userId="hanako79"
        until={request.lang === "ja" ? "10時42分" : "10:42"}
        way={society.policy.recovery.forgottenPassword}
      />
    ),
  },
  {
    name: "result-over",
    title: titled((lang) => openingWords(lang).overTitle),
    state: states.expired,
    routes: ["GET /forgot-id/result"],
    page: ({ request }) => <OverPage view={request.view()} />,
  },
  {
    name: "initialised",
    title: titled((lang) => openingWords(lang).initialisedTitle),
    state: states.plain,
    fits: (society) => !isLink(society),
    routes: ["GET /forgot-id/initialised"],
    page: ({ request, society }) => <InitialisedPage view={request.view(society)} />,
  },
];

const recipientIn = ({ request, society }: Setting, kind: Forgotten) => ({
  ...{ kind, to: address, language: request.lang, society, sentAt: request.now },
  memberId: asId<"member">("01977420-0000-7000-8000-000000000003") as never,
  initials: "H.S.",
});

const mails: readonly MailSample[] = [
  ...(["forgot-id", "forgot-password"] as const).map(
    (kind): MailSample => ({
      name: `mail-${kind}`,
      title:
        kind === "forgot-id"
          ? { ja: "ログインIDの再通知のメール", en: "Mail: your user ID" }
          : { ja: "パスワード再設定のメール", en: "Mail: set a new password" },
      state: states.plain,
      ...(kind === "forgot-password" && { fits: isLink }),
      mail: (setting) =>
        wayOnMail({
          ...recipientIn(setting, kind),
          code: "482910",
          href: `${setting.request.entrance.origin}/recover/W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5`,
          codeUntil: later(setting.request.now, { minutes: 10 }),
          expiresAt: later(setting.request.now, { minutes: 60 }),
        }),
    }),
  ),
  ...obstacles.map(
    (obstacle): MailSample => ({
      name: `mail-refused-${obstacle}`,
      title: { ja: "組合へのお問い合わせをお願いするメール", en: "Mail: ask your society" },
      state: {
        "staff-lock": { ja: "組合が止めている", en: "Locked by staff" },
        "awaits-letter": { ja: "新しいご案内がある", en: "A letter is on its way" },
        "cover-ended": { ja: "資格喪失後", en: "Cover ended" },
      }[obstacle],
      mail: (setting) => refusedMail({ ...recipientIn(setting, "forgot-id"), obstacle }),
    }),
  ),
];

export const gallery: readonly FeatureGallery[] = [
  {
    name: "recovery",
    title: { ja: "IDやパスワードを忘れた方", en: "Forgotten ID or password" },
    samples: [...asking, ...opening, ...mails],
    pageless: {
      "POST /forgot-id/sent": "leads to the ID, or back with what is wrong",
      "POST /forgot-password/sent": "leads to the reset, or back with what is wrong",
      "POST /recover/:token": "leads to the ID or to the reset",
      "POST /forgot-id/result": "leads to the reset, or to where its mail is told of",
    },
  },
];
