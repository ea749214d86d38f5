import { asId } from "../../../kernel/ids.ts";
import type { InBoth } from "../../../society/types.ts";
import type { FeatureGallery, MailSample } from "../../../ui/gallery/types.ts";
import { type FactorChange, factorChangeMails, factorLabel } from "../../factor-steps/index.ts";
import { addingSamples } from "./adding-samples.tsx";
import { email, factorsIn, methods } from "./member.ts";
import { ownSamples } from "./own-samples.tsx";
import { pageSamples } from "./page-samples.tsx";
import { passwordSamples } from "./password-samples.tsx";
import { profileSamples } from "./profile-samples.tsx";

const changes: readonly (readonly [FactorChange, InBoth])[] = [
  ["added", { ja: "登録された", en: "Added" }],
  ["removed", { ja: "削除された", en: "Removed" }],
  ["renamed", { ja: "名前が変わった", en: "Renamed" }],
  ["active", { ja: "認証方法が変わった", en: "Another one is active" }],
  ["codes-made", { ja: "リカバリーコードが作られた", en: "Recovery codes were made" }],
];

const mail = ([what, state]: (typeof changes)[number]): MailSample => ({
  name: `mail-${what}`,
  title: {
    ja: "ログインの方法が変わったことを知らせるメール",
    en: "Mail: ways to sign in have changed",
  },
  state,
  mail: ({ request: { lang, now }, society }) => {
    const [factor] = factorsIn(lang, ["totp"]);
    const [sent] = factorChangeMails({
      what,
      society,
      owner: { memberId: asId("01977420-0000-7000-8000-000000000021"), initials: "H.S." },
      held: { email, language: lang },
      which: factor ? factorLabel(methods, lang, factor) : "",
      at: now,
    });
    if (!sent) throw new Error("no mail");
    return sent;
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "profile",
    title: { ja: "プロフィール変更", en: "Profile" },
    samples: [
      ...profileSamples,
      ...pageSamples,
      ...passwordSamples,
      ...ownSamples,
      ...addingSamples,
      ...changes.map(mail),
    ],
    pageless: {
      "POST /profile/password": "leads to the profile, or back to its form",
      "POST /password-expired": "leads to what was asked for, or back to its form",
      "POST /profile/display": "leads to the profile, or back to its form",
      "POST /profile/method": "leads to the profile, or to an enrolment",
      "POST /profile/factors/new": "leads to the choice of a method",
      "POST /profile/factors/:id/rename": "leads to the profile, or back to its form",
      "POST /profile/factors/:id/delete": "leads to the profile",
      "POST /profile/recovery-codes": "leads to the codes",
      "POST /profile/add/:step": "leads to where the flow stands",
      "GET /profile/add/standing": "tells a waiting page where the flow stands",
      "GET /profile/add/recovery-codes.txt": "the codes as a file",
    },
  },
];
