import type { FieldRefusals } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { sampleNow, states } from "../../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../../ui/gallery/types.ts";
import { Page } from "../../../ui/index.ts";
import { type DoorState, doorSample, sampleFactor } from "../gallery/door-sample.tsx";
import { passkeyMethod } from "./index.ts";
import type { Asked } from "./question.ts";
import { type Failure, passkeyWords } from "./text/passkey-text.ts";
import { ChallengePage } from "./views/challenge-page.tsx";
import { EnrolPage, type PasskeyPageProps } from "./views/enrol-page.tsx";
import { PasskeyScript } from "./views/script.tsx";

// Nobody's question: a press in the gallery asks the browser and sends nothing.
const kept: Asked = {
  challenge: Buffer.alloc(32, 7).toString("base64url"),
  askedAt: sampleNow,
  rpId: "localhost",
  own: [],
  isRenewed: false,
};
const method = passkeyMethod({
  secrets: openSecrets(Buffer.alloc(32, 4)),
  mailDomainOf: () => "mail.example.jp",
});
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });
const one = () => [sampleFactor("passkey", { name: "iPhone", used: 12 })];
const wrong = (code: string): FieldRefusals => ({ "": refuse(code) });

const renewed = {
  name: "renewed",
  state: { ja: "時間が過ぎて準備し直した", en: "Prepared anew after too long" },
  kept: { ...kept, isRenewed: true },
} satisfies DoorState;
const noAnswer = {
  name: "no-answer",
  state: { ja: "機器の画面が開かなかった", en: "The device was not asked" },
  refused: wrong("passkey-no-answer"),
  kept,
} satisfies DoorState;

const enrolments: readonly DoorState[] = [
  { name: "empty", state: states.empty, kept },
  renewed,
  noAnswer,
  {
    name: "refused",
    state: { ja: "登録できなかった", en: "Refused" },
    refused: wrong("passkey-failed"),
    kept,
  },
  {
    name: "taken",
    state: { ja: "登録済みのパスキー", en: "Set up before" },
    refused: wrong("passkey-taken"),
    factors: one,
    kept,
  },
];

const challenges: readonly DoorState[] = [
  { name: "open", state: states.open, factors: one, kept },
  {
    name: "beside-others",
    state: { ja: "ほかの方法もある", en: "Beside other ways" },
    factors: () => [...one(), sampleFactor("mail-otp", { name: "", nth: 1 })],
    kept,
  },
  { ...renewed, factors: one },
  { ...noAnswer, factors: one },
  {
    name: "refused",
    state: { ja: "確認できなかった", en: "Refused" },
    refused: wrong("passkey-wrong"),
    factors: one,
    kept,
  },
];

const titles = {
  enrol: both((lang) => passkeyWords(lang).enrolTitle),
  challenge: both((lang) => passkeyWords(lang).askTitle),
};

type Shown = NonNullable<PasskeyPageProps["shown"]>;
type Showing = { readonly door: keyof typeof titles; readonly name: string; readonly shown: Shown };

/** What the script shows on the page, as if the browser had said so. */
const scripted = ({ door, name, shown }: Showing): PageSample => ({
  name: `${door}-${name}`,
  title: titles[door],
  state: shown.isAbsent
    ? { ja: "パスキーを使えないブラウザ", en: "A browser without passkeys" }
    : { ja: `ブラウザの断り ${shown.failure}`, en: `The browser refused: ${shown.failure}` },
  routes: ["GET /second-factor/:step"],
  fits: ({ policy }) => policy.secondFactor.methods.includes("passkey"),
  page: ({ request, society }) => {
    const view = request.view(society);
    const way = "other" as const;
    const given = { view, action: "/second-factor/verify", turn: "1", options: "{}", way, shown };
    const heading = titles[door][view.lang];
    return (
      <Page view={view} title={heading} kind="sheet" head={<PasskeyScript />}>
        <h1>{heading}</h1>
        {door === "enrol" ? (
          <EnrolPage {...given} isRenewed={false} errors={{}} name={undefined} />
        ) : (
          <ChallengePage {...given} isRenewed={false} />
        )}
      </Page>
    );
  },
});

const failures = Object.keys(passkeyWords("ja").failures.create) as readonly Failure[];
const seen = (["enrol", "challenge"] as const).flatMap((door) => [
  ...failures.map((failure) => scripted({ door, name: failure.toLowerCase(), shown: { failure } })),
  scripted({ door, name: "absent", shown: { isAbsent: true } }),
]);

const enrol = { method, door: "enrol", title: titles.enrol } as const;
const ask = { method, door: "challenge", title: titles.challenge } as const;

export const gallery: readonly FeatureGallery[] = [
  {
    name: "passkey",
    title: both((lang) => passkeyWords(lang).title),
    samples: [
      ...enrolments.map((state) => doorSample(enrol, state)),
      ...challenges.map((state) => doorSample(ask, state)),
      ...seen,
    ],
  },
];
