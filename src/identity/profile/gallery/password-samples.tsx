import { messagesOf } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { InBoth, Language, Society } from "../../../society/types.ts";
import { errorsState, states } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { passwordWording } from "../password/text.ts";
import { ExpiredPage, PasswordPage, RenewedPage } from "../password/views.tsx";

const errorsIn = (lang: Language, code: string | undefined) =>
  messagesOf(
    lang,
    passwordWording(lang),
    code ? { password: refuse(code, { min: 8, length: 5 }) } : {},
  );

const propsIn = ({ request, society }: Setting, code?: string) => ({
  view: request.view(),
  userId: "hanako822",
  rules: society.policy.password,
  errors: errorsIn(request.lang, code),
});

const expires = ({ policy }: Society): boolean => policy.password.maxAgeDays !== null;

type Own = { readonly code?: string; readonly isAlways?: boolean };

const change = (name: string, state: InBoth, { code, isAlways = false }: Own = {}): PageSample => ({
  name: `password-${name}`,
  title: { ja: "パスワードの変更", en: "Change your password" },
  state,
  routes: ["GET /profile/password"],
  isMember: true,
  page: (setting) => (
    <PasswordPage {...propsIn(setting, code)} signsOutEverywhere={isAlways ? null : true} />
  ),
});

const expired = (name: string, state: InBoth, code?: string): PageSample => ({
  name: `password-expired-${name}`,
  title: { ja: "新しいパスワードを決めてください", en: "Please choose a new password" },
  state,
  fits: expires,
  routes: ["GET /password-expired"],
  isMember: true,
  page: (setting) => (
    <ExpiredPage {...propsIn(setting, code)} signsOutEverywhere={true} wayBack="/" />
  ),
});

/** 「パスワードの変更」, also where its time is over. */
export const passwordSamples: readonly PageSample[] = [
  change("plain", states.plain),
  change(
    "always",
    { ja: "ほかの機器は必ず終わる", en: "Other devices always signed out" },
    {
      isAlways: true,
    },
  ),
  change("short", errorsState(1), { code: "password-short" }),
  change("own-data", errorsState(2), { code: "password-holds-own-data" }),
  change("unchanged", errorsState(3), { code: "password-unchanged" }),
  change("meanwhile", errorsState(4), { code: "password-changed-meanwhile" }),
  expired("plain", states.plain),
  expired("unchanged", errorsState(1), "password-unchanged"),
  {
    name: "password-expired-renewed",
    title: { ja: "パスワードを変えました", en: "Your password was changed" },
    state: states.plain,
    fits: expires,
    routes: ["GET /password-expired"],
    isMember: true,
    page: ({ request }) => <RenewedPage view={request.view()} wayBack="/" />,
  },
];
