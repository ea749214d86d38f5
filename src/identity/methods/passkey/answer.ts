import { type Field, type Form, form, line, optional } from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { longestName } from "../names.ts";

export type Answer = { readonly response: string };
export type NewAnswer = Answer & { readonly passkeyName: string | null };

/**
 * A name that cannot be taken is as good as none: the device has made the passkey by then, and would
 * keep one that nobody knows. It can be changed later.
 */
const name: Field<string | null> = (typed) => {
  const read = optional(line(longestName))(typed);
  return read.ok ? read : ok(null);
};

const fields = form({ response: (typed) => ok(typed), passkeyName: name });

/** Pressed where no script put an answer in: it concerns no field, but the whole page. */
const answered =
  <T>(read: Form<T>): Form<T> =>
  (typed) =>
    (typed.response ?? "") === ""
      ? { ok: false, errors: { "": refuse("passkey-no-answer") } }
      : read(typed);

export const newAnswer: Form<NewAnswer> = answered(fields);
export const answer: Form<Answer> = answered(form({ response: (typed) => ok(typed) }));
