import { errorOf, type FieldRefusals, type Scene } from "../../../flow/index.ts";
import { asId } from "../../../kernel/ids.ts";
import { refuse } from "../../../kernel/result.ts";
import { later } from "../../../kernel/time.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { InBoth } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { FactorState } from "../../factor-steps/index.ts";
import type { MethodName } from "../../methods/index.ts";
import type { State } from "../types.ts";
import { enrolled } from "./scene.ts";

/** In what state a step's page is shown: its frame, for each method has a gallery of its own. */
export type StepState = {
  readonly step: string;
  readonly name: string;
  readonly state: InBoth;
  readonly factor?: Partial<FactorState>;
  readonly refused?: FieldRefusals;
  readonly policy?: (policy: Policy) => Policy;
  /** What the page looks up beside the flow. */
  readonly looked?: (scene: Scene<State>) => unknown;
};

const methods = ["passkey", "totp", "mail-otp", "recovery-codes"] as const;

const titles: Readonly<Record<MethodName, InBoth>> = {
  passkey: { ja: "生体認証", en: "Passkey" },
  totp: { ja: "OTPアプリ", en: "OTP app" },
  "mail-otp": { ja: "OTPメール", en: "OTP by mail" },
  "recovery-codes": { ja: "リカバリーコード", en: "Recovery codes" },
};

const kept: Readonly<Record<MethodName, unknown>> = {
  passkey: {
    challenge: Buffer.alloc(32, 7).toString("base64url"),
    askedAt: "2026-11-20T01:32:00.000Z",
    rpId: "localhost",
    own: [],
    isRenewed: false,
  },
  // Nobody's seed.
  totp: { seed: "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJA" },
  "mail-otp": { unsent: null },
  "recovery-codes": {
    codes: Array.from({ length: 10 }, (_, i) => `k${i % 10}wmt-hpz${"bcdfghjkmn".charAt(i)}x`),
  },
};

/** The mail that has just gone. */
const mailed = ({ flow, now, policy }: Scene<State>) => {
  const codeUntil = later(now, { minutes: policy.recovery.codeLifetimeMinutes });
  return {
    id: asId("01977420-0000-7000-8000-000000000004"),
    flowId: flow.id,
    step: "verify",
    email: flow.state.owner.email,
    codeMac: "",
    nth: 1,
    wrong: 0,
    sentAt: now,
    ...{ codeUntil, linkUntil: codeUntil, confirmedAt: null, mailState: "sent" },
  };
};

const looked = (method: MethodName): Pick<StepState, "looked"> => {
  if (method === "mail-otp") return { looked: mailed };
  return method === "recovery-codes" ? { looked: () => 9 } : {};
};

const question = (method: MethodName) => ({ method, kept: kept[method] });

const verifying = (method: MethodName): StepState => ({
  step: "verify",
  name: method,
  state: titles[method],
  factor: { asked: question(method), factors: [enrolled(method, 0)] },
  ...looked(method),
});

const withOthers = (method: MethodName): StepState => ({
  ...verifying(method),
  name: `${method}-others`,
  state: { ja: `${titles[method].ja}(ほかにもある)`, en: `${titles[method].en}, and others` },
  factor: { asked: question(method), factors: methods.map(enrolled) },
});

/** Also where a society of the samples only offers it. */
const demanded = (policy: Policy): Policy => ({
  ...policy,
  secondFactor: { ...policy.secondFactor, demand: "required" },
});

const onlyMail = (policy: Policy): Policy => ({
  ...policy,
  secondFactor: { ...policy.secondFactor, demand: "required", methods: ["mail-otp"] },
});

const choosing: StepState = {
  step: "method",
  name: "begun",
  state: states.empty,
  policy: demanded,
};

const refusedBecause = (name: string, code: string, state: InBoth): StepState => ({
  ...choosing,
  name,
  state,
  refused: errorOf("method", code),
});

const enrolling = (method: MethodName): StepState => ({
  step: method === "recovery-codes" ? "recovery-codes" : "enrol",
  name: method,
  state: titles[method],
  policy: demanded,
  factor: { enrolling: question(method) },
  ...looked(method),
});

export const stepStates: readonly StepState[] = [
  ...methods.map(verifying),
  ...methods.map(withOthers),
  {
    ...verifying("totp"),
    name: "gone",
    state: { ja: "選んだ方法がなくなった", en: "The chosen way is gone" },
    refused: { "": refuse("factor-gone") },
  },
  choosing,
  refusedBecause("not-allowed", "method-not-allowed", {
    ja: "使えなくなった方法",
    en: "A way that is allowed no more",
  }),
  refusedBecause("needed", "method-needed", {
    ja: "途中で必要になった",
    en: "It became necessary meanwhile",
  }),
  {
    ...choosing,
    name: "none",
    state: { ja: "登録できる方法がない", en: "Nothing can be set up" },
    policy: onlyMail,
    factor: { factors: [enrolled("mail-otp", 0)] },
  },
  ...methods.map(enrolling),
];
