import type { Facts } from "../../../kernel/result.ts";
import { symbolsIn } from "../../user-ids/index.ts";

type Message = (label: string, facts: Facts) => string;

const names = (words: Readonly<Record<string, string>>, listed: Facts[string]) =>
  String(listed)
    .split(",")
    .map((name) => words[name] ?? name);
const peopleJa = { "insured-person": "被保険者", dependent: "被扶養者" };
const peopleEn = { "insured-person": "insured persons", dependent: "dependents" };
const methodsJa = { passkey: "生体認証", totp: "OTPアプリ認証", "mail-otp": "OTPメール認証" };
const methodsEn = {
  passkey: "passkey",
  totp: "one-time password app",
  "mail-otp": "one-time password by e-mail",
};

const ja = {
  "changed-proof": (_, { proof = "" }) => {
    const names = String(proof)
      .split(",")
      .map((kind) => (kind === "birth-date" ? "「生年月日」" : "「保険者番号」"));
    return `本人確認でお聞きするものが、${names.join("と")}になりました。`;
  },
  "changed-email-need": (_, { need }) =>
    need === "required"
      ? "メールアドレスの登録が、必要になりました。"
      : "メールアドレスは、登録しなくてもよいことになりました。",
  "changed-email-check": (_, { checked }) =>
    checked === "true"
      ? "登録の前に、メールアドレスを確認することになりました。"
      : "メールアドレスは、登録のあとで確認することになりました。",
  "changed-user-id-length": (_, { min = "", max = "" }) =>
    `ユーザIDの長さは、${min}文字から${max}文字までになりました。`,
  "changed-user-id-digits": (_, { max = "" }) =>
    max === 0
      ? "数字だけのユーザIDは、使えないことになりました。"
      : `数字だけのユーザIDは、${max}文字までになりました。`,
  "changed-user-id-symbols": (_, { symbols = "" }) =>
    symbols === ""
      ? "ユーザIDに、記号は使えないことになりました。"
      : `ユーザIDに使える記号は、${symbolsIn("ja", String(symbols))}になりました。`,
  "changed-user-id-issued": (_, { stays }) =>
    stays === "true"
      ? "ご案内のユーザIDを、そのまま使えることになりました。"
      : "ご案内のユーザIDは、そのままでは使えないことになりました。別のIDを決めてください。",
  "changed-factor-need": (_, { of = "" }) =>
    of === ""
      ? "認証方法の登録は、任意になりました。"
      : `認証方法の登録が、${names(peopleJa, of).join("と")}の方に必要になりました。`,
  "changed-factor-methods": (_, { methods = "" }) =>
    `使える認証方法が、${names(methodsJa, methods).join("と")}になりました。`,
  "changed-password-length": (_, { min = "", max = "" }) =>
    `パスワードの長さは、${min}文字から${max}文字までになりました。`,
  "changed-password-needs": (_, { needs = "" }) => {
    const kinds = String(needs)
      .split(",")
      .map((kind) => (kind === "digit" ? "数字" : "英字"));
    return needs === ""
      ? "パスワードに入れる文字の種類は、決まりがなくなりました。"
      : `パスワードには、${kinds.join("と")}を1文字以上入れることになりました。`;
  },
  "changed-password-characters": (_, { characters }) =>
    characters === "ascii"
      ? "パスワードに使えるのは、半角の英字・数字・記号になりました。"
      : "パスワードに、半角の英字・数字・記号のほかの文字も使えることになりました。",
} satisfies Record<string, Message>;

const en = {
  "changed-proof": (_, { proof = "" }) => {
    const names = String(proof)
      .split(",")
      .map((kind) => (kind === "birth-date" ? "the birth date" : "the insurer number"));
    return `The identity check now asks for ${names.join(" and ")}.`;
  },
  "changed-email-need": (_, { need }) =>
    need === "required" ? "An e-mail address is now needed." : "An e-mail address is now optional.",
  "changed-email-check": (_, { checked }) =>
    checked === "true"
      ? "The e-mail address must now be confirmed before the registration ends."
      : "The e-mail address is now confirmed after the registration.",
  "changed-user-id-length": (_, { min = "", max = "" }) =>
    `A user ID now has ${min} to ${max} characters.`,
  "changed-user-id-digits": (_, { max = "" }) =>
    max === 0
      ? "A user ID of digits only can no longer be used."
      : `A user ID of digits only may now have ${max} characters at most.`,
  "changed-user-id-symbols": (_, { symbols = "" }) =>
    symbols === ""
      ? "A user ID can no longer hold symbols."
      : `The symbols that a user ID may hold are now: ${symbolsIn("en", String(symbols))}.`,
  "changed-user-id-issued": (_, { stays }) =>
    stays === "true"
      ? "You may now keep the user ID of your letter."
      : "The user ID of your letter can no longer be kept. Please choose another one.",
  "changed-factor-need": (_, { of = "" }) =>
    of === ""
      ? "A second step is now optional."
      : `A second step is now needed of ${names(peopleEn, of).join(" and ")}.`,
  "changed-factor-methods": (_, { methods = "" }) =>
    `The second steps that can be used are now: ${names(methodsEn, methods).join(", ")}.`,
  "changed-password-length": (_, { min = "", max = "" }) =>
    `A password now has ${min} to ${max} characters.`,
  "changed-password-needs": (_, { needs = "" }) => {
    const kinds = String(needs)
      .split(",")
      .map((kind) => `one ${kind}`);
    return needs === ""
      ? "A password no longer needs certain kinds of characters."
      : `A password now needs at least ${kinds.join(" and ")}.`;
  },
  "changed-password-characters": (_, { characters }) =>
    characters === "ascii"
      ? "A password may now hold half-width letters, digits and symbols only."
      : "A password may now hold other characters than half-width ones too.",
} satisfies Record<keyof typeof ja, Message>;

/** What the society changed meanwhile (`changes.ts`). */
export const changedMessages = { ja, en } as const;
