import { clockIn, dayIn } from "../../../kernel/moments.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import type { Language } from "../../../society/types.ts";
import type { Methods } from "../../methods/index.ts";
import type { ProfileServices } from "../types.ts";
import { visitOf } from "../visit.ts";
import { actionWords, someAction } from "./actions-text.ts";
import { HistoryPage, type Shown, type ShownDay } from "./page.tsx";
import { byDay, coarseSource, whoDid } from "./rules.ts";
import { type Entry, entriesOf } from "./store.ts";
import { historyWords } from "./text.ts";

const pageLength = 20;
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Reading = {
  readonly methods: Methods;
  readonly lang: Language;
  /** Of this request: the one who reads knows it again. */
  readonly source: string;
};

const whatOf = ({ methods, lang }: Reading, { action, method }: Entry): string => {
  const what = (actionWords[action] ?? someAction)[lang];
  const known = methods.all.find(({ name }) => name === method);
  if (!known) return what;
  const title = known.title(lang);
  return lang === "ja" ? `${what}(${title})` : `${what} (${title})`;
};

/** From where is told of what came over the net, and never of who works at the society. */
const whoOf = ({ lang, source }: Reading, entry: Entry): string => {
  const words = historyWords(lang);
  const who = whoDid(entry);
  const coarse = coarseSource(entry.source);
  const isOverNet = who === "self" || who === "unknown" || who === "other-member";
  const from = entry.source === source ? words.here : coarse && words.from(coarse);
  const device = entry.device === "-" ? null : entry.device;
  const parts = [words.who[who], ...(isOverNet ? [device, from] : [])];
  return parts.filter((part) => part !== null).join(lang === "ja" ? "・" : " · ");
};

const shownEntry = (reading: Reading, entry: Entry): Shown => ({
  time: clockIn(reading.lang, entry.at),
  what: whatOf(reading, entry),
  who: whoOf(reading, entry),
});

export const shownDays = (reading: Reading, entries: readonly Entry[]): readonly ShownDay[] =>
  byDay(entries).map((day) => ({
    day: dayIn(reading.lang, day.on),
    entries: day.entries.map((entry) => shownEntry(reading, entry)),
  }));

/** `/profile/history?before=`: to look at it is no change and no view of health data, so no fact. */
const historyPage = async (c: WebContext, { database, methods, ...services }: ProfileServices) => {
  const { society, session, request } = visitOf(c, services);
  const { lang, source } = request;
  const asked = c.req.query("before") ?? "";
  const before = isId.test(asked) ? asked : null;
  const { memberId, accountId } = session;
  const found = await database.inSociety(society.id, (tx) =>
    // One more than is shown says whether there is another page.
    entriesOf(tx, { memberId, accountId, before, count: pageLength + 1 }),
  );
  const entries = found.slice(0, pageLength);
  const last = entries.at(-1);
  return c.html(
    <HistoryPage
      view={request.view()}
      days={shownDays({ methods, lang, source }, entries)}
      older={last && found.length > pageLength ? `/profile/history?before=${last.id}` : null}
      isNewest={before === null}
    />,
  );
};

/** 「利用の記録」 */
export const historyRoutes =
  (services: ProfileServices) =>
  (web: Web): void => {
    web.get("/profile/history", (c) => historyPage(c, services));
  };
