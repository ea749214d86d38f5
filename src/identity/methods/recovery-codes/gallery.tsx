import { refuse } from "../../../kernel/result.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { FeatureGallery } from "../../../ui/gallery/types.ts";
import { type DoorState, doorSample, sampleFactor } from "../gallery/door-sample.tsx";
import { recoveryCodesMethod } from "./index.ts";
import { recoveryCodesWords } from "./text/recovery-codes-text.ts";

const method = recoveryCodesMethod({
  secrets: openSecrets(Buffer.alloc(32, 4)),
  mailDomainOf: () => "mail.example.jp",
});
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

// Nobody's.
const codes = [
  ...["4kmwt-29hpz", "7xbcd-e3fgr", "n8upa-6jyw2", "t5zkh-9mdca", "b2r7g-xwp4e"],
  ...["cy6nf-u3a8k", "hm9tz-j2pd7", "pe4wx-8grb6", "z3acn-ku7yf", "9dthj-w6m2x"],
].map((code) => code.replaceAll("5", "6"));

const learnt = (isMailExempt: boolean) => ({
  factor: { person: { isInsuredPerson: true, isMailExempt } },
});
const own = () => [sampleFactor("recovery-codes", { name: "" })];
const refused = (code: string, facts = {}) => ({ recoveryCode: refuse(code, facts) });

const shown: readonly DoorState[] = [
  { name: "shown", state: states.plain, kept: { codes }, learnt: learnt(false) },
  {
    name: "needed",
    state: { ja: "メールアドレスのない方", en: "Without an e-mail address" },
    kept: { codes },
    learnt: learnt(true),
  },
];

const asked: readonly Omit<DoorState, "kept">[] = [
  { name: "empty", state: states.empty, looked: 7 },
  {
    name: "wrong",
    state: { ja: "コードの間違い", en: "A wrong code" },
    refused: refused("recovery-codes-wrong"),
    looked: 7,
  },
  {
    name: "form",
    state: { ja: "文字の数の間違い", en: "Not ten letters" },
    refused: refused("recovery-codes-form", { length: 9 }),
    looked: 7,
  },
  { name: "none-left", state: { ja: "残りなし", en: "None left" }, looked: 0 },
];

const page = { ja: recoveryCodesWords("ja"), en: recoveryCodesWords("en") };
const enrol = { method, door: "enrol", title: both((lang) => page[lang].pageTitle) } as const;
const ask = { method, door: "challenge", title: both((lang) => page[lang].askTitle) } as const;

export const gallery: readonly FeatureGallery[] = [
  {
    name: "recovery-codes",
    title: both((lang) => page[lang].title),
    samples: [
      ...shown.map((state) => doorSample(enrol, state)),
      ...asked.map((state) => doorSample(ask, { ...state, factors: own, kept: null })),
    ],
    pageless: Object.fromEntries(
      ["/second-factor", "/first-sign-in"].map((path) => [
        `GET ${path}/recovery-codes.txt`,
        "the codes as a file, as long as their page shows them",
      ]),
    ),
  },
];
