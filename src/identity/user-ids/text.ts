import type { Facts } from "../../kernel/result.ts";
import type { Language } from "../../society/types.ts";

type Message = (label: string, facts: Facts) => string;

/** Small marks need their names: on many screens an underscore alone is hardly seen. */
const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: { "-": "ハイフン(-)", _: "アンダーバー(_)", ".": "ピリオド(.)" },
  en: { "-": "hyphen (-)", _: "underscore (_)", ".": "full stop (.)" },
};

/** The symbols that may be used, as a list for people. */
export const symbolsIn = (lang: Language, symbols: string): string =>
  [...symbols].map((symbol) => names[lang][symbol] ?? symbol).join(lang === "ja" ? "・" : ", ");

const ja = {
  "user-id-space": () => "ユーザIDに空白は使えません。空白を消してください。",
  "user-id-character": (_, { character = "", symbols = "" }) =>
    `ユーザIDに「${character}」は使えません。使えるのは、半角の英字・数字${symbols === "" ? "" : `・${symbolsIn("ja", String(symbols))}`}です。`,
  "user-id-short": (_, { min = "", length = "" }) =>
    `ユーザIDは${min}文字以上で入力してください。いまは${length}文字です。`,
  "user-id-long": (_, { max = "", length = "" }) =>
    `ユーザIDは${max}文字までで入力してください。いまは${length}文字です。`,
  "user-id-digits-long": (_, { max = "", length = "" }) =>
    `数字だけのユーザIDは${max}文字までです。いまは${length}文字です。英字を入れるか、短くしてください。`,
  "user-id-no-digits-only": () => "数字だけのユーザIDは使えません。英字を入れてください。",
  "user-id-issued": () => "仮のユーザIDと同じものは使えません。別のIDにしてください。",
  "user-id-taken": () => "このユーザIDは使えません。別のIDにしてください。",
} satisfies Record<string, Message>;

const en = {
  "user-id-space": () => "A user ID cannot hold spaces. Remove the space.",
  "user-id-character": (_, { character = "", symbols = "" }) =>
    `“${character}” cannot stand in a user ID. Use half-width letters, digits${symbols === "" ? "" : `, ${symbolsIn("en", String(symbols))}`}.`,
  "user-id-short": (_, { min = "", length = "" }) =>
    `The user ID must have ${min} characters or more. It now has ${length}.`,
  "user-id-long": (_, { max = "", length = "" }) =>
    `The user ID may have ${max} characters at most. It now has ${length}.`,
  "user-id-digits-long": (_, { max = "", length = "" }) =>
    `A user ID of digits only may have ${max} characters at most. It now has ${length}. Add a letter or make it shorter.`,
  "user-id-no-digits-only": () => "A user ID of digits only cannot be used. Add a letter.",
  "user-id-issued": () => "The provisional user ID cannot be used again. Choose another one.",
  "user-id-taken": () => "This user ID cannot be used. Choose another one.",
} satisfies Record<keyof typeof ja, Message>;

/** Messages for what `judgeUserId` refuses. */
export const userIdMessages: Readonly<Record<Language, typeof ja>> = { ja, en };
