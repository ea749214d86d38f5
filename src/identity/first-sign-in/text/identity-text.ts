import type { Policy } from "../../../society/policy/policy.ts";
import type { Language } from "../../../society/types.ts";
import { proofAsked } from "../rules.ts";
import type { State } from "../types.ts";
import { fieldsWords } from "./fields-text.ts";

type Asked = { readonly label: string; readonly hint: string };

/** What the identity check asks of this person, in words; null where it does not. */
export const proofWords = (
  lang: Language,
  policy: Policy,
  state: State,
): { readonly insurerNumber: Asked | null; readonly birthDate: Asked | null } => {
  const words = fieldsWords(lang);
  const asked = proofAsked(policy, state);
  const insurerNumber = { label: words.insurerNumber, hint: words.insurerNumberHint };
  const birthDate = { label: words.birthDate, hint: words.birthDateHint };
  return {
    insurerNumber: asked.includes("insurer-number") ? insurerNumber : null,
    birthDate: asked.includes("birth-date") ? birthDate : null,
  };
};
