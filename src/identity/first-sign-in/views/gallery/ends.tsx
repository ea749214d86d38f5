import { TermsPage, termsOf } from "../../../../guidance/index.ts";
import { maskAddress } from "../../../../kernel/mail-address.ts";
import type { InBoth } from "../../../../society/types.ts";
import { states } from "../../../../ui/gallery/states.ts";
import type { PageSample } from "../../../../ui/gallery/types.ts";
import { PressPage, PressResultPage } from "../../../mail-check/index.ts";
import { firstSignIn } from "../../definition.tsx";
import { ends, path } from "../../flow.ts";
import { endedWords } from "../../text/ended-text.ts";
import { pressWords } from "../../text/press-text.ts";
import { titlesOf } from "../../text/titles-text.ts";
import { address, sceneIn, services } from "./scene.ts";

const definition = firstSignIn(services);
const both = (say: (lang: "ja" | "en") => string): InBoth => ({ ja: say("ja"), en: say("en") });

/** `expired` is the runner's own. */
const outcomes = [...new Set([...Object.values(ends).flat(), "expired"])].filter(
  (outcome) => outcome !== "complete",
);

const ended = outcomes.map(
  (outcome): PageSample => ({
    name: `ended-${outcome}`,
    title: { ja: "登録できなかったとき", en: "Ended without a registration" },
    state: both((lang) => endedWords(lang).endedTitles[outcome] ?? outcome),
    routes: [`GET ${path}/ended`],
    page: ({ request, society }) => definition.endedPage(request.view(society), outcome, society),
  }),
);

const completedTitle = both((lang) => titlesOf(lang).complete ?? "");

const completed = (
  [
    ["completed-with-mail", { ja: "メールあり", en: "With a mail" }, true, true],
    ["completed", { ja: "メールなし", en: "Without a mail" }, false, false],
    ["completed-again", { ja: "確認済みのアドレス", en: "A confirmed address" }, false, true],
  ] as const
).map(
  ([name, state, hasMail, hasAddress]): PageSample => ({
    name,
    title: completedTitle,
    state,
    routes: [`GET ${path}/completed`],
    fits: ({ policy }) => policy.firstSignIn.style === "classic",
    page: (setting) =>
      definition.completedPage(
        setting.request.view(setting.society),
        sceneIn(setting, { state: { hasMail, hasAddress } }),
      ),
  }),
);

const absent: PageSample = {
  name: "absent",
  title: both((lang) => endedWords(lang).absentTitle),
  state: states.plain,
  routes: [`GET ${path}`],
  page: ({ request }) => definition.absentPage(request.view()),
};

const termsText: PageSample = {
  name: "terms-text",
  title: { ja: "利用規約の全文(登録中)", en: "The terms in full, while registering" },
  state: states.plain,
  routes: [`GET ${path}/terms-text`],
  page: ({ request, society }) => (
    <TermsPage view={request.view(society)} terms={termsOf(society)} />
  ),
};

const linkTitle = both((lang) => pressWords(lang).title);

const links = ["H.S.", ""].map(
  (initials): PageSample => ({
    name: initials === "" ? "link-without-initials" : "link",
    title: linkTitle,
    state: initials === "" ? { ja: "頭文字なし", en: "Without initials" } : states.open,
    routes: ["GET /check-address/:token"],
    page: ({ request, society }) => (
      <PressPage
        view={request.view(society)}
        words={pressWords(request.lang)}
        action="/check-address/token"
        masked={maskAddress(address)}
        initials={initials}
      />
    ),
  }),
);

const results = (["already", "open", "expired", "replaced", "invalid"] as const).map(
  (result): PageSample => ({
    name: `link-${result}`,
    title: { ja: "メールのボタンを押したあと", en: "After the button of the mail" },
    state: both((lang) => pressWords(lang).results[result][0]),
    routes: ["GET /check-address/:token", "GET /check-address/:token/done"],
    page: ({ request, society }) => (
      <PressResultPage
        words={pressWords(request.lang)}
        // Of a link that nobody knows nor is known whose it is.
        view={result === "invalid" ? request.view() : request.view(society)}
        result={result}
      />
    ),
  }),
);

/** How it ends, and the pages of the mail's button. */
export const endSamples: readonly PageSample[] = [
  absent,
  ...completed,
  ...ended,
  termsText,
  ...links,
  ...results,
];
