import { isSameAddress } from "../../kernel/mail-address.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { State } from "./types.ts";

/**
 * 初回ログイン. Classic way (manuals A to C): 「本人確認画面」 → 「個人情報入力画面」 → 「入力確認画面」 →
 * 「パスワード紛失等の注意事項出力画面」. New way (D, E): birth date → terms → 「メールアドレス確認」 →
 * user ID → 「認証方法」 → 「パスワードの更新」 → home. A registered member with a new letter is asked first
 * for what their account has enrolled (`verify`). docs/flows/first-sign-in.mmd is drawn from this.
 */
export const kind = "first-sign-in";
export const path = "/first-sign-in";

export const isVerified = (email: string, { verified }: Pick<State, "verified">): boolean =>
  verified.some((one) => isSameAddress(one, email));

/** Every step that a way may ask for, in order. */
export const ways: Readonly<Record<Policy["firstSignIn"]["style"], readonly string[]>> = {
  classic: [
    "identity",
    "verify",
    "file-address",
    "file-address-check",
    "details",
    "address-check",
    "method",
    "enrol",
    "recovery-codes",
    "confirm",
  ],
  new: [
    "identity",
    "verify",
    "terms",
    "file-address",
    "file-address-check",
    "address",
    "address-check",
    "user-id",
    "method",
    "enrol",
    "recovery-codes",
    "password",
  ],
};

/** 「戻る」 and the back button lead here, and it may be done again. */
export const revisable: readonly string[] = ["details", "address", "user-id", "method"];

/** Ends that the last step may meet: the letter, its holder or the account changed meanwhile. */
const lateEnds = [
  ...["registered-elsewhere", "letter-replaced", "account-locked", "factor-locked"],
  "cover-ended",
];
export const ends: Readonly<Record<string, readonly string[]>> = {
  // Locked by wrong second factors: nothing is asked then.
  identity: ["declined", "too-many-tries", "factor-locked", "account-locked"],
  verify: ["factor-locked", "account-locked", "too-many-tries"],
  terms: ["declined"],
  details: ["too-many-tries"],
  "user-id": ["too-many-tries"],
  enrol: ["too-many-tries"],
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
