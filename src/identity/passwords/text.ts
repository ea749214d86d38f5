import type { Facts } from "../../kernel/result.ts";
import type { Language } from "../../society/types.ts";

type Message = (label: string, facts: Facts) => string;

const ja = {
  "password-short": (_, { min = "", length = "" }) =>
    `パスワードは${min}文字以上で入力してください。いまは${length}文字です。`,
  "password-long": (_, { max = "", length = "" }) =>
    `パスワードは${max}文字までで入力してください。いまは${length}文字です。`,
  "password-not-ascii": () =>
    "パスワードに使えるのは、半角の英字・数字・記号です。空白や日本語は使えません。",
  "password-needs-letter": () => "パスワードに、英字を1文字以上入れてください。",
  "password-needs-digit": () => "パスワードに、数字を1文字以上入れてください。",
  "password-is-user-id": () => "パスワードは、ユーザIDと違うものにしてください。",
  "password-holds-own-data": () =>
    "お名前・生年月日・番号・ユーザID・メールアドレスなど、ほかの人が知っているものは、パスワードに使えません。関係のない言葉を加えるか、別のものにしてください。",
  "password-common": () =>
    "よく使われるパスワードのため、見破られるおそれがあります。別のものにしてください。",
  "password-is-provisional": () => "仮パスワードと同じものは使えません。別のものにしてください。",
  "passwords-differ": () => "2つのパスワードが違っています。同じものを2回入力してください。",
} satisfies Record<string, Message>;

const en = {
  "password-short": (_, { min = "", length = "" }) =>
    `The password must have ${min} characters or more. It now has ${length}.`,
  "password-long": (_, { max = "", length = "" }) =>
    `The password may have ${max} characters at most. It now has ${length}.`,
  "password-not-ascii": () =>
    "The password may hold half-width letters, digits and symbols. No spaces, no Japanese.",
  "password-needs-letter": () => "Put at least one letter into the password.",
  "password-needs-digit": () => "Put at least one digit into the password.",
  "password-is-user-id": () => "The password must differ from the user ID.",
  "password-holds-own-data": () =>
    "The password cannot be your name, birth date, number, user ID or e-mail address: others know them. Add words that have nothing to do with you, or choose another one.",
  "password-common": () =>
    "This password is used by many people and easily guessed. Choose another one.",
  "password-is-provisional": () =>
    "The provisional password cannot be used again. Choose another one.",
  "passwords-differ": () => "The two passwords differ. Type the same one twice.",
} satisfies Record<keyof typeof ja, Message>;

/** Messages for what `judgePassword` refuses. */
export const passwordMessages: Readonly<Record<Language, typeof ja>> = { ja, en };
