import { messagesOf } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth } from "../../../society/types.ts";
import { errorsState, sampleNow, states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { DisplayPage } from "../display/page.tsx";
import { displayWords } from "../display/text.ts";
import { HistoryPage } from "../history/page.tsx";
import { shownDays } from "../history/routes.tsx";
import type { Entry } from "../history/store.ts";
import { methods } from "./member.ts";

const source = "203.0.113.27";

const own = { actorKind: "member", isOwn: true, method: null, source, device: "Safari, iPhone" };
const byPortal = { actorKind: "system", isOwn: false, source: "worker", device: null };

/** From the newest, so many hours ago. */
const entry = (hours: number, action: string, about: Partial<Entry> = {}): Entry => ({
  id: "01977420-0000-7000-8000-000000000040",
  at: later(sampleNow, { hours: -hours }),
  action,
  ...(own as Pick<Entry, "actorKind" | "isOwn" | "method" | "source" | "device">),
  ...about,
});

const entries: readonly Entry[] = [
  entry(0, "account.signed-in"),
  entry(0.1, "factor.passed", { method: "totp" }),
  entry(0.2, "factor.refused", {
    actorKind: "stranger",
    isOwn: false,
    method: "totp",
    device: null,
    source: "198.51.100.4",
  }),
  entry(30, "account.reissued", { actorKind: "staff", isOwn: false, source: "10.0.0.4" }),
  entry(31, "member.changed", { actorKind: "operator", isOwn: false, source: "cli", device: null }),
  entry(60, "mail.bounced", byPortal as Partial<Entry>),
  entry(61, "something.of-tomorrow", byPortal as Partial<Entry>),
];

const historyTitle: InBoth = { ja: "利用の記録", en: "Record of use" };

type Listed = { readonly entries: readonly Entry[]; readonly isNewest: boolean };

const history = (name: string, state: InBoth, listed: Listed): PageSample => ({
  name: `history-${name}`,
  title: historyTitle,
  state,
  routes: ["GET /profile/history"],
  isMember: true,
  page: ({ request: { lang, view } }) => (
    <HistoryPage
      view={view()}
      days={shownDays({ methods, lang, source }, listed.entries)}
      older={listed.entries.length > 0 && listed.isNewest ? "/profile/history?before=1" : null}
      isNewest={listed.isNewest}
    />
  ),
});

const display = (name: string, state: InBoth, isRefused: boolean): PageSample => ({
  name: `display-${name}`,
  title: { ja: "表示の設定", en: "Display" },
  state,
  routes: ["GET /profile/display"],
  isMember: true,
  page: ({ request: { lang, view } }) => {
    const words = displayWords(lang);
    const labels = { language: words.language, textSize: words.textSize };
    const refusals = { language: refuse("choose"), textSize: refuse("choose") };
    const errors = isRefused ? messagesOf(lang, { labels, messages: {} }, refusals) : {};
    const chosen = isRefused ? "" : "standard";
    return (
      <DisplayPage
        view={view()}
        language={isRefused ? "" : lang}
        textSize={chosen}
        errors={errors}
      />
    );
  },
});

/** 「表示の設定」 and 「利用の記録」. */
export const ownSamples: readonly PageSample[] = [
  display("plain", states.plain, false),
  display("refused", errorsState(1), true),
  history("plain", states.plain, { entries, isNewest: true }),
  history(
    "older",
    { ja: "前の記録", en: "Earlier records" },
    { entries: entries.slice(3), isNewest: false },
  ),
  history(
    "none-older",
    { ja: "これより前の記録なし", en: "Nothing before" },
    { entries: [], isNewest: false },
  ),
  history("none", { ja: "記録なし", en: "Nothing on record" }, { entries: [], isNewest: true }),
];
