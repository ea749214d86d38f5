import { type SocietyDocument, societyDocument } from "./document.ts";
import { type Problem, problemsFrom } from "./problems.ts";

export type ReadDocument =
  | { readonly ok: true; readonly document: SocietyDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what a file holds and fills in the defaults. */
export const checkDocument = (given: unknown): ReadDocument => {
  const read = societyDocument.safeParse(given);
  return read.success
    ? { ok: true, document: read.data }
    : { ok: false, problems: problemsFrom(read.error.issues, given) };
};

// In the parser's own words: the place, or what it met there. The file is the operator's own.
const placeOf = (error: SyntaxError) => error.message.replace(/\s+/g, " ");

/** Reads a society's file. @param text its text, with or without a byte order mark */
export const readDocument = (text: string): ReadDocument => {
  try {
    return checkDocument(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const problem: Problem = {
      path: "",
      value: null,
      code: "not-json",
      facts: { at: placeOf(error) },
    };
    return { ok: false, problems: [problem] };
  }
};
