import type { FieldRefusals } from "../../../flow/index.ts";
import { asId, type MemberId } from "../../../kernel/ids.ts";
import { refuse } from "../../../kernel/result.ts";
import { later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { defaultPolicy } from "../../../society/policy/policy.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { sampleNow } from "../../../ui/gallery/states.ts";
import type { FeatureGallery, MailSample } from "../../../ui/gallery/types.ts";
import { codeTries, type KeptCheck } from "../../mail-check/index.ts";
import { type DoorState, doorSample, sampleFactor } from "../gallery/door-sample.tsx";
import { mailOtpMethod } from "./index.ts";
import { codeMail } from "./mail.ts";
import { type MailStep, markOf, type Unsent } from "./rules.ts";
import { mailOtpWords } from "./text/mail-otp-text.ts";

const method = mailOtpMethod({
  secrets: openSecrets(Buffer.alloc(32, 4)),
  mailDomainOf: ({ mailDomain }) => mailDomain ?? "mail.example.jp",
});
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

const { codeLifetimeMinutes: minutes } = defaultPolicy.recovery;

type Mailed = Partial<KeptCheck> & {
  /** Seconds ago. */
  readonly ago?: number;
};

const mailed = ({ ago = 0, ...own }: Mailed = {}): KeptCheck => {
  const sentAt = later(sampleNow, { seconds: -ago });
  return {
    id: asId("01977420-0000-7000-8000-000000000004"),
    flowId: asId("01977420-0000-7000-8000-000000000022"),
    step: "verify",
    email: "hanako.suzuki@example.jp",
    codeMac: "",
    nth: 1,
    wrong: 0,
    sentAt,
    codeUntil: later(sentAt, { minutes }),
    linkUntil: later(sentAt, { minutes }),
    confirmedAt: null,
    mailState: "sent",
    ...own,
  };
};

const own = () => [sampleFactor("mail-otp", { name: "", used: 12 })];
const withApp = () => [...own(), sampleFactor("totp", { name: "iPhone", nth: 1 })];

const wrong = (code: string, facts = {}): FieldRefusals => ({ mailCode: refuse(code, facts) });

type State = Omit<DoorState, "kept"> & { readonly unsent?: Unsent | null };

const aMinute = 60;
const states: readonly State[] = [
  { name: "sent", state: { ja: "送った直後", en: "Just sent" }, looked: mailed() },
  {
    name: "second",
    state: { ja: "同じ1分の2通目", en: "The second of a minute" },
    looked: mailed({ nth: 2, ago: 2 }),
  },
  {
    name: "a-minute-later",
    state: { ja: "1分後", en: "A minute later" },
    looked: mailed({ ago: aMinute }),
  },
  {
    name: "late",
    state: { ja: "送信待ち", en: "Still to be sent" },
    looked: mailed({ mailState: "queued", ago: aMinute }),
  },
  {
    name: "failed",
    state: { ja: "送れなかった", en: "Could not be sent" },
    factors: withApp,
    looked: mailed({ mailState: "failed", ago: aMinute }),
  },
  {
    name: "undeliverable",
    state: { ja: "届かなかった", en: "Did not arrive" },
    factors: withApp,
    looked: mailed({ mailState: "undeliverable" }),
  },
  {
    name: "wrong",
    state: { ja: "番号の間違い", en: "Wrong digits" },
    refused: wrong("mail-otp-wrong", { left: 3 }),
    looked: mailed({ wrong: 2, ago: aMinute }),
  },
  {
    name: "wrong-last",
    state: { ja: "番号の間違いの上限", en: "Too many wrong digits" },
    refused: wrong("mail-otp-used-up"),
    looked: mailed({ wrong: codeTries, ago: aMinute }),
  },
  {
    name: "over",
    state: { ja: "使えなくなった番号", en: "Digits that work no more" },
    refused: wrong("mail-otp-over"),
    looked: mailed({ wrong: codeTries, ago: aMinute }),
  },
  {
    name: "used-up",
    state: { ja: "番号はもう使えない", en: "The digits no longer work" },
    looked: mailed({ wrong: codeTries }),
  },
  {
    name: "late-answer",
    state: { ja: "期限の過ぎた番号", en: "Digits typed too late" },
    refused: wrong("mail-otp-expired"),
    looked: mailed({ ago: 2 * minutes * aMinute }),
  },
  {
    name: "too-soon",
    state: { ja: "再送信が早すぎる", en: "Sent again too soon" },
    unsent: "too-soon",
    looked: mailed({ ago: 5 }),
  },
  {
    name: "no-longer-too-soon",
    state: { ja: "その1分後", en: "A minute after that" },
    unsent: "too-soon",
    looked: mailed({ ago: 65 }),
  },
  {
    name: "hour",
    state: { ja: "1時間の上限", en: "Too many mails in an hour" },
    unsent: "hour",
    factors: withApp,
    looked: mailed({ ago: aMinute }),
  },
  {
    name: "day",
    state: { ja: "1日の上限(まだ送っていない)", en: "Too many mails in a day, none of them here" },
    unsent: "day",
    looked: null,
  },
  {
    name: "no-address",
    state: { ja: "アドレスがない", en: "No address" },
    unsent: "no-address",
    factors: withApp,
    looked: null,
  },
  {
    name: "none",
    state: { ja: "送る前の番号", en: "Digits before any mail" },
    refused: wrong("mail-otp-none"),
    looked: null,
  },
  {
    name: "gone",
    state: { ja: "登録がなくなった", en: "Not set up any more" },
    refused: wrong("mail-otp-gone"),
    looked: mailed({ ago: aMinute }),
  },
];

const showing = { method, title: both((lang) => mailOtpWords(lang).pageTitle) } as const;
const sampleOf = ({ unsent = null, ...state }: State) =>
  doorSample({ ...showing, door: "challenge" }, { factors: own, ...state, kept: { unsent } });

/** As it is enrolled later; in a first sign-in nothing is asked. */
const enrolments = states
  .filter(({ name }) => ["sent", "failed"].includes(name))
  .map((state) =>
    doorSample(
      { ...showing, door: "enrol" },
      { ...state, factors: () => [], kept: { unsent: null } },
    ),
  );

type MailState = { readonly name: string; readonly state: InBoth; readonly step: MailStep };

const mail = ({ name, state, step }: MailState, initials: string): MailSample => ({
  name,
  title: { ja: "ワンタイムパスワードのメール", en: "Mail: one-time password" },
  state,
  mail: ({ request: { now, lang: language }, society }) =>
    codeMail({
      to: "hanako.suzuki@example.jp",
      language,
      society,
      owner: { memberId: asId("01977420-0000-7000-8000-000000000021") as MemberId, initials },
      step,
      minted: { mailId: asId("01977420-0000-7000-8000-000000000006"), code: "482910" },
      mark: markOf(now, step === "verify" ? 1 : 2),
      codeUntil: later(now, { minutes }),
    }),
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "mail-otp",
    title: both((lang) => mailOtpWords(lang).title),
    samples: [
      ...states.map(sampleOf),
      ...enrolments,
      mail(
        { name: "mail-sign-in", state: { ja: "ログイン", en: "Sign-in" }, step: "verify" },
        "H.S.",
      ),
      mail({ name: "mail-enrol", state: { ja: "登録", en: "Set-up" }, step: "enrol" }, ""),
    ],
  },
];
