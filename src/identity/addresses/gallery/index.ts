import type { FeatureGallery } from "../../../ui/gallery/types.ts";
import { path } from "../changing/flow.ts";
import { linkSamples } from "./link-samples.tsx";
import { mailSamples } from "./mail-samples.ts";
import { pageSamples } from "./page-samples.tsx";
import { stepSamples } from "./step-samples.tsx";

export const gallery: readonly FeatureGallery[] = [
  {
    name: "addresses",
    title: { ja: "メールアドレスの変更", en: "Changing e-mail addresses" },
    samples: [...pageSamples, ...stepSamples, ...linkSamples, ...mailSamples],
    pageless: {
      "POST /profile/email": "leads to where the address is typed",
      "GET /profile/second-address": "leads to the page of addresses",
      "POST /profile/second-address": "leads to where the address is typed",
      "POST /profile/second-address/main": "leads to the page of addresses",
      "POST /profile/second-address/delete": "leads to the page of addresses",
      "POST /profile/notices": "leads back to its page",
      [`POST ${path}/:step`]: "leads to where the flow stands",
      [`GET ${path}/standing`]: "tells a waiting page where the flow stands",
      "POST /change-address/:token": "leads to what the press came to",
      "POST /undo-address/:token": "leads to what the press came to",
    },
  },
];
