import type { Scene } from "../../../../flow/index.ts";
import { asId, type FactorId } from "../../../../kernel/ids.ts";
import { refuse } from "../../../../kernel/result.ts";
import { later } from "../../../../kernel/time.ts";
import type { Policy } from "../../../../society/policy/policy.ts";
import { states } from "../../../../ui/gallery/states.ts";
import { noFactorYet, type Question } from "../../../factor-steps/index.ts";
import type { MethodName } from "../../../methods/index.ts";
import type { State } from "../../types.ts";
import { address } from "./scene.ts";
import type { StepState } from "./step-states.ts";

// 認証方法 on the way: which method it is shows its own gallery in every state; here, its frame.

const person = { isInsuredPerson: true, isMailExempt: false };
const factor = { ...noFactorYet, person, factors: [] };

/** Also where a society of the samples only offers it. */
const demanded = (policy: Policy): Policy => ({
  ...policy,
  secondFactor: { ...policy.secondFactor, demand: "required" },
});

const enrolled = (method: MethodName) => ({
  id: asId<"factor">("01977420-0000-7000-8000-000000000030") as FactorId,
  method,
  name: "iPhone",
  addedAt: later("2026-11-20T01:00:00.000Z" as Scene<State>["now"], { days: -200 }),
  usedAt: null,
});

const titles = {
  passkey: { ja: "生体認証", en: "Passkey" },
  totp: { ja: "OTPアプリ", en: "OTP app" },
  "mail-otp": { ja: "OTPメール", en: "OTP by mail" },
  "recovery-codes": { ja: "リカバリーコード", en: "Recovery codes" },
} as const;

/** The mail that has just gone. */
const mailed = ({ flow, now, policy }: Scene<State>) => ({
  id: asId("01977420-0000-7000-8000-000000000004"),
  flowId: flow.id,
  step: "verify",
  ...{ email: address, codeMac: "", wrong: 0, nth: 1, sentAt: now },
  codeUntil: later(now, { minutes: policy.recovery.codeLifetimeMinutes }),
  linkUntil: later(now, { minutes: policy.recovery.codeLifetimeMinutes }),
  confirmedAt: null,
  mailState: "sent" as const,
});

const keptOf: Readonly<Record<MethodName, unknown>> = {
  passkey: {
    challenge: Buffer.alloc(32, 7).toString("base64url"),
    askedAt: "2026-11-20T01:00:00.000Z",
    rpId: "localhost",
    own: [],
    isRenewed: false,
  },
  totp: { seed: "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJA" },
  "mail-otp": { unsent: null },
  "recovery-codes": {
    codes: Array.from({ length: 10 }, (_, i) => `k${i + 2}wmt-hpz${"bcdfghjkmn".charAt(i)}x`),
  },
};

const lookedAt = (method: MethodName): Pick<StepState, "looked"> => {
  if (method === "mail-otp") return { looked: mailed };
  return method === "recovery-codes" ? { looked: () => 9 } : {};
};

const former = {
  userId: { shown: "hanako822", key: "hanako822" },
  email: address,
  isEmailConfirmed: true,
};
const asked = (method: MethodName): Question => ({
  method,
  kept: method === "totp" ? null : keptOf[method],
});

const verifying = (method: MethodName): StepState => ({
  name: method,
  state: titles[method],
  ...lookedAt(method),
  learnt: {
    former,
    factor: {
      ...factor,
      asked: asked(method),
      factors: [...new Set([method, "totp" as const])].map(enrolled),
    },
  },
});

const enrolling = (method: MethodName): StepState => ({
  name: method,
  state: titles[method],
  ...lookedAt(method),
  policy: demanded,
  learnt: { factor: { ...factor, enrolling: { method, kept: keptOf[method] } } },
});

const verified = { email: address, verified: [address] };
const chosen: StepState = {
  name: "begun",
  state: states.empty,
  policy: demanded,
  learnt: { ...verified, factor },
};

/** The states of the steps that ask for what is enrolled, and that enrol. */
export const factorStates: Readonly<Record<string, readonly StepState[]>> = {
  verify: [
    ...(["mail-otp", "totp", "passkey", "recovery-codes"] as const).map(verifying),
    {
      ...verifying("totp"),
      name: "factor-changed",
      state: { ja: "登録済みの認証方法が変わった", en: "What is enrolled has changed" },
      refused: { "": refuse("factor-changed") },
    },
  ],
  method: [
    chosen,
    {
      ...chosen,
      name: "without-address",
      state: { ja: "確認済みのアドレスなし", en: "No confirmed address" },
      learnt: { email: null, factor: { ...factor, person: { ...person, isMailExempt: true } } },
    },
    {
      ...chosen,
      name: "not-allowed",
      state: { ja: "使えなくなった方法", en: "A way that is allowed no more" },
      refused: { method: refuse("method-not-allowed") },
    },
    {
      ...chosen,
      name: "codes-needed",
      state: { ja: "リカバリーコードが必要", en: "Recovery codes are needed" },
      refused: { method: refuse("recovery-codes-needed") },
    },
  ],
  enrol: (["passkey", "totp", "mail-otp"] as const).map(enrolling),
  "recovery-codes": [
    enrolling("recovery-codes"),
    {
      ...enrolling("recovery-codes"),
      name: "needed",
      state: { ja: "「あとで」にできない", en: "Not to be left for later" },
      refused: { "": refuse("recovery-codes-needed") },
    },
  ],
};
