import { asId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";
import { sampleNow, states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import type { Leaves } from "../../ui/index.ts";
import { shownSessions } from "./shown.ts";
import type { OwnSession } from "./store.ts";
import type { Done } from "./text.ts";
import { SessionsPage } from "./views/sessions-page.tsx";

const title: InBoth = { ja: "ログイン中のデバイス", en: "Where you are signed in" };
const current = asId<"session">("01977420-0000-7000-8000-000000000007");

const at = (minutes: number): Instant => later(sampleNow, { minutes: -minutes });

const session = (nth: number, device: string, [started, seen]: readonly [number, number]) => ({
  id: nth === 0 ? current : asId<"session">(`01977420-0000-7000-8000-00000000004${nth}`),
  device,
  startedAt: at(started),
  seenAt: at(seen),
});

const living: readonly OwnSession[] = [
  session(0, "Safari, iPhone", [12, 0]),
  session(1, "Edge, Windows", [95, 20]),
  session(2, "-", [240, 25]),
];

type Own = {
  readonly count?: number;
  readonly done?: Done;
  readonly hasMore?: boolean;
  readonly shown?: Leaves["shown"];
};

const page = (name: string, state: InBoth, own: Own = {}): PageSample => ({
  name,
  title,
  state,
  routes: ["GET /profile/sessions"],
  isMember: true,
  page: ({ request }) => {
    const { count = living.length, done = null, hasMore = false, shown } = own;
    const { lang } = request;
    const view = request.view();
    const member = { name: view.frame.member?.name ?? "" };
    const leaves = { seconds: 1800, at: lang === "ja" ? "10時34分" : "10:34" };
    const frame = {
      ...view.frame,
      member: shown ? { ...member, leaves: { ...leaves, shown } } : member,
    };
    const sessions = shownSessions(living.slice(0, count), { lang, current });
    return <SessionsPage view={{ ...view, frame }} {...{ sessions, hasMore, done }} />;
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "own-sessions",
    title,
    samples: [
      page("plain", states.plain),
      page("only-this", { ja: "このデバイスだけ", en: "This one only" }, { count: 1 }),
      page("ended", { ja: "1台をサインアウト", en: "One signed out" }, { count: 2, done: "one" }),
      page("others-ended", { ja: "ほかを全て", en: "All others" }, { count: 1, done: "others" }),
      page("gone", { ja: "もう終わっていた", en: "It had ended" }, { done: "none" }),
      page("more", { ja: "表示しきれない", en: "More than are listed" }, { hasMore: true }),
      page("soon", { ja: "まもなくログアウト", en: "Soon signed out" }, { shown: "soon" }),
      page("last", { ja: "延ばせない終わり", en: "It cannot be put off" }, { shown: "last" }),
      page(
        "over",
        { ja: "入力中に終わった", en: "It ended while somebody typed" },
        { shown: "over" },
      ),
    ],
    pageless: {
      "POST /profile/sessions": "leads to the list, or to the sign-in",
      "GET /session/standing": "tells a page how long the session lives",
      "POST /session/stay": "the same, pressed by its owner",
    },
  },
];
