import { type Form, form, line, optional } from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";

export type Answer = { readonly response: string };
export type NewAnswer = Answer & { readonly passkeyName: string | null };

/** As long as a line of a list of devices. */
const longestName = 30;

const fields = form({
  response: (typed) => ok(typed),
  passkeyName: optional(line(longestName)),
});

/** Pressed where no script put an answer in: it concerns no field, but the whole page. */
const answered =
  <T>(read: Form<T>): Form<T> =>
  (typed) =>
    (typed.response ?? "") === ""
      ? { ok: false, errors: { "": refuse("passkey-no-answer") } }
      : read(typed);

export const newAnswer: Form<NewAnswer> = answered(fields);
export const answer: Form<Answer> = answered(form({ response: (typed) => ok(typed) }));
