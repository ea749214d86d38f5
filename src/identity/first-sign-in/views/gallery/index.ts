import type { FeatureGallery } from "../../../../ui/gallery/types.ts";
import { path } from "../../flow.ts";
import { endSamples } from "./ends.tsx";
import { mailSamples } from "./mails.ts";
import { stepGalleries } from "./steps.ts";

export const gallery: readonly FeatureGallery[] = [
  ...stepGalleries,
  {
    name: "first-sign-in",
    title: { ja: "初回ログインの終わりとメール", en: "First sign-in: its ends and mails" },
    samples: [...endSamples, ...mailSamples],
    pageless: {
      [`GET ${path}/standing`]: "tells a waiting page where the flow stands",
      [`POST ${path}/:step`]: "leads on to where the flow stands",
      "POST /check-address/:token": "leads on to what the press came to",
    },
  },
];
