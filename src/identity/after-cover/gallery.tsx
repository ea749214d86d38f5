import type { PlainDate } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { coverDays } from "./standing.ts";
import { OverPage, ReadOnlyPage } from "./views/pages.tsx";

const title: InBoth = { ja: "資格がなくなったあと", en: "After the cover has ended" };

const page = (name: "read-only" | "over", state: InBoth, lostOn: string): PageSample => ({
  name,
  title,
  state,
  routes: ["GET /cover-ended"],
  isMember: true,
  page: ({ request, society }) => {
    const session = { lostOn: lostOn as PlainDate };
    const days = coverDays(request.lang, { session, society });
    if (!days) throw new Error("cover without an end");
    const Shown = name === "over" ? OverPage : ReadOnlyPage;
    return <Shown view={request.view()} {...days} />;
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "after-cover",
    title,
    samples: [
      page("read-only", { ja: "見られる間", en: "While records may be read" }, "2026-10-01"),
      page("over", { ja: "見られる期間のあと", en: "Afterwards" }, "2025-04-01"),
    ],
  },
];
