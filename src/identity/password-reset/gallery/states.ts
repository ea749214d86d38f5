import { errorOf, type FieldRefusals, type Typed } from "../../../flow/index.ts";
import { type Refusal, refuse } from "../../../kernel/result.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { InBoth } from "../../../society/types.ts";
import { errorsState, states } from "../../../ui/gallery/states.ts";
import { noFactorYet } from "../../factor-steps/index.ts";
import { app, type Told } from "./scene.ts";

/** In what state a step's page is shown. The steps of 認証方法 have galleries of their own. */
export type StepState = Told & {
  readonly step: string;
  readonly name: string;
  readonly state: InBoth;
  readonly typed?: Typed;
  readonly refused?: FieldRefusals;
  readonly changed?: readonly Refusal[];
};

const person = { isInsuredPerson: true, isMailExempt: false };
const asked = {
  ...noFactorYet,
  person,
  factors: [app],
  asked: { method: "totp" as const, kept: { isRenewed: false } },
};

const lostBy =
  (lostAuthenticator: Policy["recovery"]["lostAuthenticator"]) =>
  (policy: Policy): Policy => ({
    ...policy,
    recovery: { ...policy.recovery, lostAuthenticator },
  });

const typed: Typed = {
  insurerNumber: "06139992",
  symbol: "123",
  memberNumber: "0045",
  nameKana: "スズキ ハナコ",
  birthDate: "昭和54年8月22日",
};

const atIdentity = { step: "identity" } as const;
const atPassword = { step: "password" } as const;

export const stepStates: readonly StepState[] = [
  {
    step: "verify",
    name: "lost-by-staff",
    state: { ja: "なくした方は組合へ", en: "Lost ones: the society sees to it" },
    own: { factor: asked },
    policy: lostBy("staff"),
  },
  {
    step: "verify",
    name: "lost-by-itself",
    state: { ja: "なくした方は登録し直せる", en: "Lost ones can be set up anew" },
    own: { factor: asked },
    policy: lostBy("proofed-reset"),
  },
  {
    step: "verify",
    name: "not-lost",
    state: { ja: "途中で組合が受け付けることになった", en: "Meanwhile the society sees to it" },
    own: { factor: asked },
    policy: lostBy("staff"),
    refused: { "": refuse("reset-not-lost") },
  },
  { ...atIdentity, name: "empty", state: states.empty },
  {
    ...atIdentity,
    name: "lost",
    state: { ja: "認証の機器をなくした", en: "The device was lost" },
    own: { lost: "device" },
  },
  {
    ...atIdentity,
    name: "locked",
    state: { ja: "認証の間違いが続いたあと", en: "After several wrong second steps" },
    own: { lost: "locked" },
  },
  {
    ...atIdentity,
    name: "mistakes",
    state: errorsState(5),
    typed: { symbol: "", birthDate: "822" },
    refused: {
      insurerNumber: refuse("digit-count", { count: 8, length: 6 }),
      symbol: refuse("empty"),
      memberNumber: refuse("empty"),
      nameKana: refuse("name-kana"),
      birthDate: refuse("birth-date-digits", { length: 3 }),
    },
  },
  ...(["identity-wrong", "reset-refused", "source-refused"] as const).map(
    (code): StepState => ({
      ...atIdentity,
      name: code,
      state: {
        "identity-wrong": { ja: "一致しない", en: "It does not match" },
        "reset-refused": { ja: "間違いが多すぎる", en: "Too many wrong ones" },
        "source-refused": { ja: "回線からの間違いが多すぎる", en: "Too many of this network" },
      }[code],
      typed,
      refused: { "": refuse(code) },
    }),
  ),
  { ...atPassword, name: "empty", state: states.empty },
  {
    ...atPassword,
    name: "always-everywhere",
    state: { ja: "ほかの機器は必ずログアウト", en: "Other devices are always signed out" },
    policy: (policy) => ({ ...policy, session: { ...policy.session, onPasswordChange: "end" } }),
  },
  {
    ...atPassword,
    name: "mistakes",
    state: errorsState(2),
    refused: { password: refuse("password-common"), passwordAgain: refuse("passwords-differ") },
  },
  {
    ...atPassword,
    name: "provisional",
    state: { ja: "仮パスワードと同じ", en: "The provisional one again" },
    refused: errorOf("password", "password-is-provisional"),
  },
  {
    ...atPassword,
    name: "busy",
    state: { ja: "混み合っている", en: "Busy" },
    refused: { "": refuse("busy") },
  },
  {
    ...atPassword,
    name: "changed",
    state: { ja: "途中で決まりが変わった", en: "The rules changed meanwhile" },
    refused: errorOf("password", "password-short", { min: 12, length: 10 }),
    changed: [refuse("changed-password-length", { min: 12, max: 64 })],
  },
];
