import { isSameAddress } from "../../kernel/mail-address.ts";
import type { Policy } from "../../society/policy.ts";
import type { State } from "./types.ts";

/**
 * 初回ログイン. Classic way (manuals A to C): 「本人確認画面」 → 「個人情報入力画面」 → 「入力確認画面」 →
 * 「パスワード紛失等の注意事項出力画面」. New way (D, E): birth date → terms → 「メールアドレス確認」 →
 * user ID → 「パスワードの更新」 → home. docs/flows/first-sign-in.mmd is drawn from this.
 */
export const kind = "first-sign-in";
export const path = "/first-sign-in";

export const isVerified = (email: string, { verified }: Pick<State, "verified">): boolean =>
  verified.some((one) => isSameAddress(one, email));

/** Every step that a way may ask for, in order. */
export const ways: Readonly<Record<Policy["firstSignIn"]["style"], readonly string[]>> = {
  classic: [
    "identity",
    "file-address",
    "file-address-check",
    "details",
    "address-check",
    "confirm",
  ],
  new: [
    "identity",
    "terms",
    "file-address",
    "file-address-check",
    "address",
    "address-check",
    "user-id",
    "password",
  ],
};

/**
 * A password that may be guessed does not replace an address on file: whoever wants another one
 * shows first that the mail of the old one reaches them.
 */
const asksOwner = (_: Policy, state: State): boolean =>
  state.isWeak && state.fileAddress !== null && !isVerified(state.fileAddress, state);

/** Steps that are not asked of everybody: what is known already is not asked again. */
const isAsked: Readonly<Record<string, (policy: Policy, state: State) => boolean>> = {
  terms: (_, { termsVersion }) => termsVersion === null,
  "file-address": asksOwner,
  "file-address-check": asksOwner,
  "address-check": ({ email: { atRegistration } }, state) =>
    atRegistration === "required-verified" &&
    state.email !== null &&
    !isVerified(state.email, state),
  "user-id": ({ userId }) => userId.changeable !== "never",
};

/** Steps in order, by the policy's way. */
export const plan = (policy: Policy, state: State): readonly string[] =>
  ways[policy.firstSignIn.style].filter((step) => isAsked[step]?.(policy, state) ?? true);

/** 「戻る」 and the back button lead here, and it may be done again. */
export const revisable: readonly string[] = ["details", "address", "user-id"];

/** Ends that the last step may meet: the letter, its holder or the account changed meanwhile. */
const lateEnds = ["registered-elsewhere", "letter-replaced", "account-locked", "cover-ended"];
export const ends: Readonly<Record<string, readonly string[]>> = {
  identity: ["declined", "too-many-tries"],
  terms: ["declined"],
  details: ["too-many-tries"],
  "user-id": ["too-many-tries"],
  confirm: ["complete", ...lateEnds],
  password: ["complete", ...lateEnds],
};

const all = [...new Set(Object.values(ways).flat())];
const isLast = (step: string) => Object.values(ways).some((way) => way.at(-1) === step);
const after = (step: string) =>
  Object.values(ways).flatMap((way) =>
    way.includes(step) ? way.slice(way.indexOf(step) + 1) : [],
  );

/**
 * From each step, where it may lead: a later step of a way (what is known is skipped), an end, and
 * from the last one, under a policy that changed meanwhile, any step. The runner allows nothing else.
 */
export const moves: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  all.map((step) => [
    step,
    [...new Set([...(isLast(step) ? all : after(step)), ...(ends[step] ?? [])])],
  ]),
);
