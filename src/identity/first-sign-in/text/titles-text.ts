import type { Language } from "../../../society/types.ts";
import { factorTitles } from "../../factor-steps/index.ts";
import { checkWords } from "./check-text.ts";
import { classicWords } from "./classic-text.ts";
import { endedWords } from "./ended-text.ts";
import { fieldsWords } from "./fields-text.ts";
import { newWayWords } from "./new-way-text.ts";

/** With what it begins, in the drawing. */
export const beginning = "仮ID・仮パスワード";

/** Titles of the pages, by step and by end: for the drawing of the flow. */
export const titlesOf = (lang: Language): Readonly<Record<string, string>> => {
  const classic = classicWords(lang);
  const newWay = newWayWords(lang);
  const check = checkWords(lang);
  const factor = factorTitles(lang);
  return {
    identity: classic.identityTitle,
    verify: factor.verify,
    method: factor.method,
    enrol: factor.enrol,
    "recovery-codes": factor["recovery-codes"],
    terms: fieldsWords(lang).termsTitle,
    "file-address": check.fileTitle,
    "file-address-check": check.title,
    details: classic.detailsTitle,
    address: newWay.addressTitle,
    "address-check": check.title,
    "user-id": newWay.userIdTitle,
    confirm: classic.confirmTitle,
    password: newWay.passwordTitle,
    complete: classic.completedTitle,
    ...endedWords(lang).endedTitles,
  };
};
