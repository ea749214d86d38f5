import type { FeatureGallery } from "../../../ui/gallery/types.ts";
import { asking } from "./asking-samples.tsx";
import { mails } from "./mail-samples.ts";
import { opening } from "./opening-samples.tsx";

export const gallery: readonly FeatureGallery[] = [
  {
    name: "recovery",
    title: { ja: "IDやパスワードを忘れた方", en: "Forgotten ID or password" },
    samples: [...asking, ...opening, ...mails],
    pageless: {
      "POST /forgot-id/sent": "leads to the ID, or back with what is wrong",
      "POST /forgot-password/sent": "leads to the reset, or back with what is wrong",
      "POST /recover/:token": "leads to the ID or to the reset",
      "POST /forgot-id/result": "leads to the reset, or to where its mail is told of",
    },
  },
];
