import type { FieldRefusals, Scene, Typed } from "../../../../flow/index.ts";
import { errorOf } from "../../../../flow/index.ts";
import { refuse } from "../../../../kernel/result.ts";
import type { Policy } from "../../../../society/policy/policy.ts";
import type { InBoth, Society } from "../../../../society/types.ts";
import { errorsState, states } from "../../../../ui/gallery/states.ts";
import { noFactorYet } from "../../../factor-steps/index.ts";
import type { State } from "../../types.ts";
import { factorStates } from "./factor-states.ts";
import { filledIn, mistakesIn } from "./mistakes.ts";
import { addressOnFile } from "./scene.ts";
import { checkStates } from "./waiting-states.ts";

/** In what state a step's page is shown. */
export type StepState = {
  readonly name: string;
  readonly state: InBoth;
  /** Without it, what the step itself begins with. */
  readonly typed?: Typed | ((society: Society) => Typed);
  /** The step's own form says what is wrong with it. */
  readonly isJudged?: boolean;
  /** What the rules refuse. */
  readonly refused?: FieldRefusals;
  readonly learnt?: Partial<State>;
  /** A society's dials that none of the samples has. */
  readonly policy?: (policy: Policy) => Policy;
  /** What the page looks up beside the flow. */
  readonly looked?: (scene: Scene<State>) => unknown;
  /** Seconds since what was looked up. */
  readonly after?: number;
};

const whole = (code: string, state: InBoth, facts = {}): StepState => ({
  name: code,
  state,
  refused: { "": refuse(code, facts) },
});

const refusedByTries: readonly StepState[] = [
  whole("letter-refused", { ja: "間違いの上限(ご案内)", en: "Too many tries of the letter" }),
  whole("source-refused", { ja: "間違いの上限(回線)", en: "Too many tries of the network" }),
];
const termsChanged = whole("terms-changed", { ja: "規約が変わった", en: "The terms changed" });
const mailsUsedUp = { most: 10 };
const busy = whole("busy", states.busy);

const wrongIn = (...fields: readonly string[]): readonly StepState[] =>
  mistakesIn(fields).map((typed, i) => ({
    name: `errors-${i + 1}`,
    state: errorsState(i + 1),
    typed,
    isJudged: true,
  }));

const empty: StepState = { name: "empty", state: states.empty };
const filled = (...fields: readonly string[]): StepState => ({
  name: "filled",
  state: states.filled,
  typed: filledIn(fields),
});
const nothing = { email: null, userId: null } satisfies Partial<State>;
const none = (state: StepState): StepState => ({
  ...state,
  learnt: { ...nothing, ...state.learnt },
});

const taken: StepState = {
  name: "taken",
  state: { ja: "IDが使われている", en: "The ID is taken" },
  typed: { userId: "hanako822" },
  refused: errorOf("userId", "user-id-taken"),
};
const mailsOut: StepState = {
  name: "mails-used-up",
  state: { ja: "メールの上限", en: "Too many mails" },
  refused: errorOf("email", "mails-used-up", mailsUsedUp),
};
/** A registered member with a new letter: what they have is offered. */
const former = {
  userId: { shown: "hanako822", key: "hanako822" },
  email: "hanako.suzuki@example.jp",
  isEmailConfirmed: true,
};
const renewed: StepState = {
  name: "renewed",
  state: { ja: "登録済みの方の新しいご案内", en: "A new letter for a registered member" },
  learnt: { former, ...nothing },
};

const birthDateInside: StepState = {
  name: "holds-birth-date",
  state: { ja: "生年月日の入ったパスワード", en: "A password with the birth date" },
  refused: errorOf("password", "password-holds-own-data"),
};

const exempt: State["factor"] = {
  ...noFactorYet,
  person: { isInsuredPerson: true, isMailExempt: true },
  factors: [],
};

const proof = ["insurerNumber", "birthDate", "terms"];
const details = ["userId", "password", "passwordAgain", "email"];

/** The states of each step; a step without a line is shown as it begins. */
export const statesOfStep: Readonly<Record<string, readonly StepState[]>> = {
  identity: [
    empty,
    filled(...proof),
    { ...whole("identity-wrong", { ja: "一致しない", en: "No match" }), typed: filledIn(proof) },
    ...wrongIn(...proof),
    ...refusedByTries,
    termsChanged,
    {
      name: "weak",
      state: { ja: "旧システムの仮パスワード", en: "A password of an older system" },
      learnt: { isWeak: true },
    },
    {
      name: "insurer-number-only",
      state: { ja: "保険者番号だけ", en: "Insurer number only" },
      policy: ({ firstSignIn, ...others }) => ({
        ...others,
        firstSignIn: { ...firstSignIn, proof: ["insurer-number"] },
      }),
    },
    {
      name: "fixed-id",
      state: { ja: "IDを選べない組合", en: "A society whose IDs are fixed" },
      policy: ({ userId, ...others }) => ({
        ...others,
        userId: { ...userId, changeable: "never" },
      }),
    },
  ],
  terms: [empty, ...wrongIn("terms"), termsChanged],
  "file-address": [
    empty,
    { ...whole("mails-used-up", mailsOut.state, mailsUsedUp) },
    whole("file-address-changed", { ja: "届け出が変わった", en: "The address on file changed" }),
  ].map((state) => ({ ...state, learnt: { isWeak: true, fileAddress: addressOnFile } })),
  "file-address-check": checkStates("file-address-check"),
  details: [
    none(empty),
    renewed,
    filled(...details),
    ...wrongIn(...details),
    taken,
    birthDateInside,
    mailsOut,
    busy,
    ...refusedByTries,
  ],
  address: [
    none(empty),
    none({
      name: "on-file",
      state: { ja: "届け出のアドレス", en: "The address on file" },
      learnt: { fileAddress: addressOnFile },
    }),
    none({
      name: "exempt",
      state: { ja: "アドレスを登録しなくてよい方", en: "Who need not give an address" },
      learnt: { factor: exempt },
    }),
    renewed,
    filled("email"),
    ...wrongIn("email"),
    mailsOut,
  ],
  "address-check": checkStates("address-check"),
  "user-id": [
    none(empty),
    renewed,
    filled("userId"),
    ...wrongIn("userId"),
    taken,
    ...refusedByTries,
  ],
  password: [
    empty,
    { ...renewed, learnt: { former, userId: former.userId } },
    ...wrongIn("password", "passwordAgain"),
    birthDateInside,
    busy,
    whole("method-not-needed", { ja: "認証方法が不要になった", en: "No second step any more" }),
    whole("user-id-fixed", { ja: "IDを選べなくなった", en: "IDs can no longer be chosen" }),
    {
      ...whole("user-id-stays", { ja: "いまのIDのまま", en: "The present ID stays" }),
      learnt: { former, userId: null },
    },
  ],
  ...factorStates,
  confirm: [
    { name: "filled", state: states.filled, learnt: { wantsUpdateMails: true } },
    {
      name: "without-address",
      state: { ja: "メールアドレスなし", en: "Without an e-mail address" },
      learnt: { email: null },
    },
  ],
};
