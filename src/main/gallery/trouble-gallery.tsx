import { statusOf, type Trouble } from "../../platform/http/trouble.ts";
import type { InBoth } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, Setting } from "../../ui/gallery/types.ts";
import { UnknownHostPage } from "../../ui/index.ts";
import { troublePage } from "../trouble.tsx";

const named: Readonly<Record<Trouble, InBoth>> = {
  "not-found": { ja: "ページがない", en: "No such page" },
  forged: { ja: "古い画面・別の画面からの操作", en: "An expired or forged form" },
  "cookies-off": { ja: "Cookieなし", en: "No cookies" },
  "too-large": { ja: "大きすぎる", en: "Too large" },
  unreadable: { ja: "読み取れない", en: "Unreadable" },
  ended: { ja: "サービスの終了", en: "The service has ended" },
  busy: { ja: "混雑", en: "Busy" },
  "storage-full": { ja: "ディスクがいっぱい", en: "Storage full" },
  unavailable: { ja: "データベースが止まっている", en: "Database unavailable" },
  broken: { ja: "不具合", en: "A fault of ours" },
};

/** What no feature foresaw, and the host that is no entrance. */
export const gallery: readonly FeatureGallery[] = [
  {
    name: "trouble",
    title: { ja: "困ったとき", en: "Trouble" },
    samples: [
      ...(Object.keys(statusOf) as Trouble[]).map((trouble) => ({
        name: trouble,
        title: { ja: "お断り", en: "Refusals" },
        state: {
          ja: `${statusOf[trouble]} ${named[trouble].ja}`,
          en: `${statusOf[trouble]} ${named[trouble].en}`,
        },
        routes: [],
        page: ({ request }: Setting) => troublePage(request.view(), trouble),
      })),
      {
        name: "unknown-host",
        title: { ja: "入口でないホスト", en: "A host that is no entrance" },
        state: states.plain,
        routes: [],
        isInternal: true,
        page: () => <UnknownHostPage />,
      },
    ],
    pageless: {
      "GET /healthz": "tells a balancer that the process answers",
      "GET /favicon.ico": "no picture",
      "GET /assets/:name": "styles and scripts",
      "GET /preferences/language/:lang": "leads back in the other language",
      "POST /preferences/size": "leads back in the other text size",
      "GET /gallery": "this gallery",
      "GET /gallery/:feature": "its stylesheet",
      "GET /gallery/:feature/:sample/:part?": "a sample of it",
    },
  },
];
