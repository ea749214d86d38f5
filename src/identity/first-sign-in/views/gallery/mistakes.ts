import type { Typed } from "../../../../flow/index.ts";
import type { Society } from "../../../../society/types.ts";
import { address, printed } from "./scene.ts";

/** What people type wrongly; a step's own form says what is wrong with it. */

type Wrong = string | ((society: Society) => string);

/** A character that no field takes, in the middle of something right. */
const faults = ["\u0007", "\u202e", "\u200b", "\ue000", "😀", "\ufffd"];
const spoilt = (text: string) => faults.map((fault) => text.slice(0, 3) + fault + text.slice(3));

const wrong: Readonly<Record<string, readonly Wrong[]>> = {
  insurerNumber: ["", "0699001", "0699001a"],
  birthDate: ["", "1979822", "19790231", "昭和70年8月22日", "17000101", "20301231", "昔のこと"],
  terms: [""],
  userId: [
    ...["", "hana 822", "花子822", "hana", "hanako-suzuki-822", "1234567890123", printed.id],
    ...["h".repeat(101), ...spoilt("hanako822")],
  ],
  password: [
    ...["", "abc123", "x7".repeat(40), "ひみつのことば82", "29471836", "rainyharbor", "hanako822"],
    ...[({ insurerNumber }: Society) => `my-${insurerNumber}-no`, "password1", printed.password],
    "x7".repeat(130),
  ],
  passwordAgain: ["", "harbor82snow"],
  email: [
    ...["", "hanako.example.jp", "hanako @example.jp", "hanako@example"],
    `${"h".repeat(250)}@e.jp`,
  ],
  code: ["", "12345", "12345x"],
};

const right: Typed = {
  insurerNumber: "06990014",
  birthDate: "19790822",
  terms: "agree",
  userId: "hanako822",
  password: "harbor82rain",
  passwordAgain: "harbor82rain",
  email: address,
};

type Mistaken = (society: Society) => Typed;

/**
 * Pages full of mistakes: each page has the next mistake of every field, so that few pages show
 * all. A field that has no more is typed rightly.
 */
export const mistakesIn = (fields: readonly string[]): readonly Mistaken[] => {
  const most = Math.max(...fields.map((field) => wrong[field]?.length ?? 0));
  return Array.from({ length: most }, (_, i) => (society: Society) => {
    const typed = fields.map((field) => {
      const one = wrong[field]?.[i] ?? right[field] ?? "";
      return [field, typeof one === "string" ? one : one(society)] as const;
    });
    const all = Object.fromEntries(typed);
    const isAgain = fields.includes("passwordAgain") && wrong.passwordAgain?.[i] === undefined;
    return isAgain ? { ...all, passwordAgain: all.password ?? "" } : all;
  });
};

export const filledIn = (fields: readonly string[]): Typed =>
  Object.fromEntries(fields.map((field) => [field, right[field] ?? ""]));
