import { states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { openingWords } from "../text/opening-text.ts";
import { ClosedPage, LinkPage, VoidPage } from "../views/opening-pages.tsx";
import { InitialisedPage, OverPage, ResultPage } from "../views/result-pages.tsx";
import { isLink, titled } from "./parts.ts";

const link = "GET /recover/:token";

/** Where the mail's button leads, and what it came to. */
export const opening: readonly PageSample[] = [
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
