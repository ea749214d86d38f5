import type { Policy } from "../../society/index.ts";

/* ユーザID・パスワードの条件 and the lock, as one society's policy has them, in sentences. */

type Say = (policy: Policy) => readonly string[];

const or = <T>(condition: boolean, value: T): readonly T[] => (condition ? [value] : []);
const hours = (minutes: number) => minutes % 60 === 0 && minutes >= 60;

export const ja: Readonly<Record<"userId" | "password" | "lock" | "email", Say>> = {
  userId: ({ userId, firstSignIn }) => [
    ...or(
      firstSignIn.style === "new" && userId.issuedMayStay,
      "ご案内のユーザIDを、そのまま使えます。変えるときは、次の決まりがあります。",
    ),
    `${userId.minLength}文字以上、${userId.maxLength}文字以下です。半角の英字と数字${userId.symbols ? `、記号(${[...userId.symbols].join(" ")})` : ""}が使えます。`,
    userId.digitsOnlyMaxLength >= userId.minLength
      ? `数字だけのときは、${userId.digitsOnlyMaxLength}文字以下です。`
      : "数字だけにはできません。",
    ...or(!userId.issuedMayStay, "仮のユーザIDと同じものは使えません。"),
    "登録したあとは、変更できません。",
  ],
  password: ({ password }) => [
    `${password.minLength}文字以上、${password.maxLength}文字以下です。`,
    ...or(password.needs.includes("letter"), "英字を1文字以上入れてください。"),
    ...or(password.needs.includes("digit"), "数字を1文字以上入れてください。"),
    ...or(password.characters === "ascii", "半角の英字、数字、記号が使えます。"),
    "ユーザIDや仮パスワードと同じもの、よく使われるものは使えません。",
  ],
  lock: ({ lock }) => [
    `続けて${lock.passwordTries}回間違えると、ログインできなくなります。`,
    lock.release === "timed"
      ? `${hours(lock.minutes) ? `${lock.minutes / 60}時間` : `${lock.minutes}分`}たつと、自動で元に戻ります。`
      : `${lock.latestHours}時間たつと、自動で元に戻ります。組合にお問い合わせいただくと、早く戻せます。`,
  ],
  email: ({ email }) =>
    email.atRegistration === "optional"
      ? [
          "登録しなくても、ご利用いただけます。登録しておくと、ユーザIDやパスワードを忘れたときに、ご自身で手続きできます。",
        ]
      : ["登録には、メールアドレスが必要です。お持ちでないときは、組合にお問い合わせください。"],
};

export const en: typeof ja = {
  userId: ({ userId, firstSignIn }) => [
    ...or(
      firstSignIn.style === "new" && userId.issuedMayStay,
      "You may keep the user ID of your letter. For another one these rules apply.",
    ),
    `${userId.minLength} to ${userId.maxLength} half-width letters and digits${userId.symbols ? ` (and ${[...userId.symbols].join(" ")})` : ""}.`,
    userId.digitsOnlyMaxLength >= userId.minLength
      ? `Of digits only: ${userId.digitsOnlyMaxLength} at most.`
      : "It cannot be digits only.",
    ...or(!userId.issuedMayStay, "It cannot be the provisional user ID."),
    "It cannot be changed after registration.",
  ],
  password: ({ password }) => [
    `${password.minLength} to ${password.maxLength} characters.`,
    ...or(password.needs.includes("letter"), "At least one letter."),
    ...or(password.needs.includes("digit"), "At least one digit."),
    ...or(password.characters === "ascii", "Half-width letters, digits and symbols."),
    "It cannot equal the user ID or the provisional password, nor be one that many people use.",
  ],
  lock: ({ lock }) => [
    `After ${lock.passwordTries} wrong passwords in a row you cannot sign in.`,
    lock.release === "timed"
      ? `It opens again by itself after ${hours(lock.minutes) ? `${lock.minutes / 60} hours` : `${lock.minutes} minutes`}.`
      : `It opens again by itself after ${lock.latestHours} hours, or sooner when your society opens it.`,
  ],
  email: ({ email }) =>
    email.atRegistration === "optional"
      ? [
          "You do not need one. With an address you can help yourself when you forget your user ID or password.",
        ]
      : ["An address is needed to register. If you have none, please ask your society."],
};
