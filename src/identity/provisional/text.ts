import type { Facts } from "../../kernel/result.ts";
import type { InBoth } from "../../society/types.ts";
import type { FindingKind } from "./recipients/types.ts";
import type { ReturnRule } from "./returned/return.ts";

export type LetterRule = FindingKind | ReturnRule;

/**
 * What can be told of a letter, by its code. Codes never change their meaning: scripts of operators
 * match them.
 */
export const codes: Readonly<Record<LetterRule, string>> = {
  unprintable: "LET-001",
  "standard-form": "LET-002",
  "address-missing": "LET-003",
  returned: "LET-004",
  "reference-form": "LET-010",
  "letter-unknown": "LET-011",
  "letter-used": "LET-012",
  "letter-returned": "LET-013",
  "letter-replaced": "LET-014",
  "member-unknown": "LET-015",
  "member-without-letter": "LET-016",
};

export const ja: Readonly<Record<LetterRule, string>> = {
  unprintable:
    "印刷できない文字があります({characters})。加入者ファイルの{column}を直し、取り込み直してください。",
  "standard-form": "異体字を標準の字形で印刷します({characters})。",
  "address-missing": "住所がありません。宛名の住所は空欄で印刷します。",
  returned:
    "前の通知が宛先不明で戻り、送り先が変わっていません。今回は出しません。加入者ファイルで住所(事業所)を直して取り込み直すか、accounts reissue で出してください。",
  "reference-form":
    "整理番号が正しくありません。12-00345-5 のような番号を、もう一度確かめてください。",
  "letter-unknown": "この整理番号の通知はありません。組合と番号を確かめてください。",
  "letter-used": "本登録に使われた通知です。届いているので、戻りの扱いにはできません。",
  "letter-returned": "すでに戻りの扱いになっています。何もしなくて大丈夫です。",
  "letter-replaced": "この通知は新しいものに替わり、もう使えません。何もしなくて大丈夫です。",
  "member-unknown": "この記号・番号・枝番の加入者がいません。番号を確かめてください。",
  "member-without-letter": "この加入者には、通知を出していません。",
};

export const en: Readonly<Record<LetterRule, string>> = {
  unprintable:
    "A character that cannot be printed ({characters}). Correct {column} in the members file and import it again.",
  "standard-form": "A variant that is printed in its standard form ({characters}).",
  "address-missing": "No address. The letter's address block stays empty.",
  returned:
    "The last letter came back and the destination is still the same: left out. Correct the address (or workplace) in the members file, or use accounts reissue.",
  "reference-form": "Not a right reference. Please check the number, such as 12-00345-5.",
  "letter-unknown": "There is no letter of this reference. Please check society and number.",
  "letter-used": "This letter was used for a registration: it arrived, so it cannot be returned.",
  "letter-returned": "This letter is marked as returned already.",
  "letter-replaced":
    "A newer letter replaced it; it does not work any more. Nothing is to be done.",
  "member-unknown": "There is no member of this 記号, 番号 and 枝番. Please check the numbers.",
  "member-without-letter": "No letter was issued to this member.",
};

const filled = (text: string, facts: Facts) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));

/** What it is and how to mend it, in both languages. */
export const explainLetter = (rule: LetterRule, facts: Facts = {}): InBoth => ({
  ja: filled(ja[rule], facts),
  en: filled(en[rule], facts),
});

/** `U+845B U+E0100`: what a character is made of. */
export const codePointsOf = (character: string): string =>
  [...character]
    .map((one) => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0"))
    .map((hex) => `U+${hex}`)
    .join(" ");
