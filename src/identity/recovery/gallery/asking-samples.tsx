import type { InBoth, Society } from "../../../society/types.ts";
import { errorsState, states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { ClaimFields, proofMessages } from "../../proofing/index.ts";
import { codeTries } from "../rules.ts";
import { askingWords } from "../text/asking-text.ts";
import { sentWords } from "../text/sent-text.ts";
import type { Forgotten } from "../types.ts";
import { BusyPage, IdentityPage, PasswordRequestPage } from "../views/asking-pages.tsx";
import { ConditionsPage } from "../views/conditions-page.tsx";
import { SentPage, type SentProps } from "../views/sent-page.tsx";
import { address, isLink, titled, wayOf } from "./parts.ts";

const reference = "7K2P-9DQX";

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

/** Where one asks, and what is said to everybody alike. */
export const asking: readonly PageSample[] = [
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
