import type { FieldRefusals } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { sampleNow, states } from "../../../ui/gallery/states.ts";
import type { FeatureGallery } from "../../../ui/gallery/types.ts";
import { type DoorState, doorSample, sampleFactor } from "../gallery/door-sample.tsx";
import { totpMethod } from "./index.ts";
import { totpWords } from "./text.ts";

// Nobody's seed.
const kept = { seed: "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJA" };
const method = totpMethod({
  secrets: openSecrets(Buffer.alloc(32, 4)),
  mailDomainOf: () => "mail.example.jp",
});
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

const phone = (lang: Language) =>
  sampleFactor("totp", { name: totpWords(lang).nameBase, nth: 0, used: 40 });
const tablet = (lang: Language) =>
  sampleFactor("totp", {
    name: lang === "ja" ? "家のタブレット" : "Tablet at home",
    nth: 1,
    used: 2,
  });
const one = (lang: Language) => [phone(lang)];
const two = (lang: Language) => [phone(lang), tablet(lang)];

const wrong: FieldRefusals = { totpCode: refuse("totp-wrong", { at: sampleNow }) };
const wrongCode: InBoth = { ja: "番号の間違い", en: "Wrong digits" };

const enrolments: readonly Omit<DoorState, "kept">[] = [
  { name: "empty", state: states.empty },
  { name: "second", state: { ja: "2台目", en: "A second device" }, factors: one },
  { name: "wrong", state: wrongCode, refused: wrong },
  {
    name: "name-taken",
    state: { ja: "同じ名前", en: "A name that is there" },
    factors: one,
    typed: { totpName: "iPhone" },
    refused: { totpName: refuse("totp-name-taken", { name: "iPhone" }) },
  },
];

const challenges: readonly Omit<DoorState, "kept">[] = [
  { name: "one", state: { ja: "1台", en: "One device" }, factors: one },
  { name: "two", state: { ja: "2台", en: "Two devices" }, factors: two },
  { name: "wrong-one", state: wrongCode, factors: one, refused: wrong },
  {
    name: "wrong-two",
    state: { ja: "番号の間違い(2台)", en: "Wrong digits, two devices" },
    factors: two,
    refused: wrong,
  },
  {
    name: "used",
    state: { ja: "同じ番号をもう一度", en: "The same digits again" },
    factors: one,
    refused: { totpCode: refuse("totp-used") },
  },
  {
    name: "device-gone",
    state: { ja: "登録のなくなった機器", en: "A device that was taken away" },
    factors: two,
    refused: { totpCode: refuse("totp-device-gone") },
  },
];

const enrol = { method, door: "enrol", title: both((lang) => totpWords(lang).enrolTitle) } as const;
const ask = { method, door: "challenge", title: both((lang) => totpWords(lang).askTitle) } as const;

export const gallery: readonly FeatureGallery[] = [
  {
    name: "totp",
    title: both((lang) => totpWords(lang).title),
    samples: [
      ...enrolments.map((state) => doorSample(enrol, { ...state, kept })),
      ...challenges.map((state) => doorSample(ask, { ...state, kept: null })),
    ],
  },
];
