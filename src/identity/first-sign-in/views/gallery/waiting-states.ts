import { errorOf, type Scene } from "../../../../flow/index.ts";
import { asId } from "../../../../kernel/ids.ts";
import { refuse } from "../../../../kernel/result.ts";
import { later } from "../../../../kernel/time.ts";
import { codeTries, type KeptCheck } from "../../../mail-check/index.ts";
import { addressOfStep } from "../../rules.ts";
import type { CheckStep, State } from "../../types.ts";
import { mistakesIn } from "./mistakes.ts";
import { addressOnFile } from "./scene.ts";
import type { StepState } from "./step-states.ts";

/** The mail that the page waits for, sent when the scene began. */
const sent =
  (step: CheckStep, own: Partial<KeptCheck> = {}) =>
  ({ flow, policy, request: { now: sentAt } }: Scene<State>): KeptCheck => ({
    id: asId("01977420-0000-7000-8000-000000000004"),
    flowId: flow.id,
    step,
    email: addressOfStep(step, flow.state) ?? "",
    codeMac: "",
    nth: 1,
    wrong: 0,
    sentAt,
    codeUntil: later(sentAt, { minutes: policy.recovery.codeLifetimeMinutes }),
    linkUntil: later(sentAt, { minutes: policy.recovery.linkLifetimeMinutes }),
    confirmedAt: null,
    mailState: "sent",
    ...own,
  });

type Waits = Omit<StepState, "looked"> & { readonly mail?: Partial<KeptCheck> | null };

const aMinute = 60;
const code = (refused: string, facts = {}) => errorOf("code", refused, facts);

const wrongCodes: readonly Waits[] = mistakesIn(["code"]).map((typed, i) => ({
  name: `errors-${i + 1}`,
  state: { ja: `番号の誤り ${i + 1}`, en: `Errors in the digits ${i + 1}` },
  typed: (society) => ({ ...typed(society), action: "check" }),
  isJudged: true,
  after: aMinute,
}));

const waits: readonly Waits[] = [
  { name: "sent", state: { ja: "送った直後", en: "Just sent" } },
  { name: "a-minute-later", state: { ja: "1分後", en: "A minute later" }, after: aMinute },
  {
    name: "late",
    ...{ mail: { mailState: "queued" }, after: aMinute },
    state: { ja: "送信待ち", en: "Still to be sent" },
  },
  {
    name: "failed",
    mail: { mailState: "failed" },
    state: { ja: "送れなかった", en: "Could not be sent" },
  },
  {
    name: "undeliverable",
    mail: { mailState: "undeliverable" },
    state: { ja: "届かなかった", en: "Did not arrive" },
  },
  {
    name: "code-wrong",
    state: { ja: "番号の間違い", en: "Wrong digits" },
    refused: code("code-wrong", { left: 3 }),
    mail: { wrong: 2 },
  },
  {
    name: "code-used-up",
    state: { ja: "番号の間違いの上限", en: "Too many wrong digits" },
    refused: code("code-used-up"),
    mail: { wrong: codeTries },
  },
  {
    name: "used-up",
    mail: { wrong: codeTries },
    state: { ja: "番号はもう使えない", en: "The digits no longer work" },
  },
  {
    name: "code-expired",
    state: { ja: "期限の過ぎた番号", en: "Digits typed too late" },
    refused: code("code-expired"),
    after: 15 * aMinute,
  },
  { name: "next-day", state: { ja: "翌日", en: "The next day" }, after: 20 * 60 * aMinute },
  {
    name: "too-soon",
    state: { ja: "再送信が早すぎる", en: "Sent again too soon" },
    refused: { "": refuse("mail-too-soon") },
  },
  {
    name: "no-longer-too-soon",
    state: { ja: "その1分後", en: "A minute after that" },
    refused: { "": refuse("mail-too-soon") },
    after: aMinute,
  },
  {
    name: "mails-used-up",
    state: { ja: "メールの上限", en: "Too many mails" },
    refused: { "": refuse("mails-used-up", { most: 10 }) },
    after: aMinute,
  },
  {
    name: "letter-refused",
    state: { ja: "間違いの上限(ご案内)", en: "Too many tries of the letter" },
    refused: { "": refuse("letter-refused") },
  },
  {
    name: "button-void",
    state: { ja: "押しても確認できない", en: "The button did not work" },
    refused: code("button-void"),
  },
  { name: "not-sent", mail: null, state: { ja: "まだ送っていない", en: "Not sent yet" } },
  {
    name: "code-none",
    mail: null,
    state: { ja: "送る前の番号", en: "Digits before any mail" },
    refused: code("code-none"),
  },
  {
    name: "unknown-button",
    state: { ja: "ないボタン", en: "A button that is not there" },
    typed: { action: "unknown" },
    isJudged: true,
  },
  ...wrongCodes,
];

/** The states of a page that waits for a mail. */
export const checkStates = (step: CheckStep): readonly StepState[] =>
  waits.map(({ mail, ...state }) => ({
    ...state,
    ...(step === "file-address-check"
      ? { learnt: { isWeak: true, fileAddress: addressOnFile } }
      : {}),
    looked: mail === null ? () => null : sent(step, mail),
  }));
