import { maskAddress } from "../../../kernel/mail-address.ts";
import { momentIn } from "../../../kernel/moments.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { sampleNow, states } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { PressPage, PressResultPage } from "../../mail-check/index.ts";
import { linkWords } from "../text/link-text.ts";
import { pressWords } from "../text/press-text.ts";
import { UndoPage, UndoResultPage } from "../views/undo-pages.tsx";
import { email, second } from "./page-samples.tsx";

const checkTitle: InBoth = { ja: "メールアドレスの確認", en: "Confirm an e-mail address" };
const undoTitle: InBoth = { ja: "メールアドレスの変更の取り消し", en: "Undo a change of address" };
const change = "GET /change-address/:token";
const undo = "GET /undo-address/:token";

const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

/** The society is known by its link, but not where there is none. */
const viewOf = ({ request, society }: Setting, result: string) =>
  result === "invalid" ? request.view() : request.view(society);

const checked = (["open", "already", "expired", "replaced", "invalid"] as const).map(
  (result): PageSample => ({
    name: `change-${result}`,
    title: checkTitle,
    state: both((lang) => pressWords(lang).results[result][0]),
    routes: result === "open" ? [`${change}/done`] : [change, `${change}/done`],
    page: (setting) => (
      <PressResultPage
        view={viewOf(setting, result)}
        words={pressWords(setting.request.lang)}
        result={result}
      />
    ),
  }),
);

const undone = (["open", "done", "expired", "replaced", "invalid"] as const).map(
  (result): PageSample => ({
    name: `undo-${result}`,
    title: undoTitle,
    state: both((lang) => linkWords(lang).undone[result][0]),
    routes: result === "open" ? [`${undo}/done`] : [undo, `${undo}/done`],
    page: (setting) => <UndoResultPage view={viewOf(setting, result)} result={result} />,
  }),
);

const checkLink = (name: string, state: InBoth, initials: string): PageSample => ({
  name,
  title: checkTitle,
  state,
  routes: [change],
  page: ({ request, society }) => (
    <PressPage
      view={request.view(society)}
      words={pressWords(request.lang)}
      action="/change-address/token"
      masked={maskAddress(second)}
      initials={initials}
    />
  ),
});

/** What the buttons of mails open. */
export const linkSamples: readonly PageSample[] = [
  checkLink("change-link", states.open, "H.S."),
  checkLink("change-link-without-initials", { ja: "頭文字なし", en: "Without initials" }, ""),
  ...checked,
  {
    name: "undo-link",
    title: undoTitle,
    state: states.open,
    routes: [undo],
    page: ({ request, society }) => (
      <UndoPage
        view={request.view(society)}
        action="/undo-address/token"
        masked={maskAddress(email)}
        initials="H.S."
        changedAt={momentIn(request.lang, later(sampleNow, { hours: -5 }))}
      />
    ),
  },
  ...undone,
];
