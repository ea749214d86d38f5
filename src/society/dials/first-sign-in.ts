import { z } from "zod";
import { count, dial, group, someOf } from "./dial.ts";

export const firstSignIn = group({
  style: dial(z.enum(["classic", "new"]).default("new"), {
    ja: "初回ログインの進め方(従来型、新型)",
    en: "Steps of the first sign-in: as in manuals A to C (classic), or as in D and E (new)",
  }),
  proof: dial(
    someOf(["insurer-number", "birth-date"]).min(1).default(["insurer-number", "birth-date"]),
    {
      ja: "本人確認で尋ねる項目(保険者番号、生年月日)",
      en: "What the identity check asks for, beside the provisional password",
    },
  ),
  lifetimeHours: dial(count(1, 72).default(24), {
    unit: "hours",
    ja: "途中でやめた登録を続けられる期間",
    en: "How long a begun registration can be resumed in its browser",
  }),
  proofTries: dial(count(3, 10).default(5), {
    unit: "tries",
    ja: "本人確認を間違えられる回数",
    en: "Wrong identity checks until the registration must begin anew from the letter",
  }),
});
