import { type Facts, ok, type Refusal, type Result, refuse } from "../kernel/result.ts";

/** Reads one field as it was typed. A refusal's code and facts become the message beside it. */
export type Field<T> = (typed: string) => Result<T>;

/** What was typed, by the field's name. A missing field counts as empty. */
export type Typed = Readonly<Record<string, string>>;
export type FieldRefusals = Readonly<Record<string, Refusal>>;

export type Read<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly errors: FieldRefusals };

export type Form<T> = (typed: Typed) => Read<T>;

type Fields = Readonly<Record<string, Field<unknown>>>;
type InputOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** Reads all fields at once, so that a person is told everything that is wrong in one go. */
export const form =
  <F extends Fields>(fields: F): Form<InputOf<F>> =>
  (typed) => {
    const errors: Record<string, Refusal> = {};
    const input: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const read = field(typed[name] ?? "");
      if (read.ok) input[name] = read.value;
      else errors[name] = read;
    }
    return Object.keys(errors).length > 0
      ? { ok: false, errors }
      : { ok: true, input: input as InputOf<F> };
  };

/** Read by the first, then judged by the second. */
export const andThen =
  <A, B>(field: Field<A>, judge: (value: A) => Result<B>): Field<B> =>
  (typed) => {
    const read = field(typed);
    return read.ok ? judge(read.value) : read;
  };

/** One of the given words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Field<T> =>
  (typed) =>
    words.includes(typed as T) ? ok(typed as T) : refuse("choose");

/** A checkbox: present or not. */
export const ticked: Field<boolean> = (typed) => ok(typed !== "");

/** Empty is null; anything else is read by `field`. */
export const optional =
  <T>(field: Field<T>): Field<T | null> =>
  (typed) =>
    typed.trim() === "" ? ok(null) : field(typed);

/** Empty is refused; anything else is read by `field`. Spaces alone are empty. */
export const needed =
  <T>(field: Field<T>): Field<T> =>
  (typed) =>
    typed.trim() === "" ? refuse("empty") : field(typed);

/** A refusal of the rules as the error of one field. */
export const errorOf = (name: string, code: string, facts: Facts = {}): FieldRefusals => ({
  [name]: refuse(code, facts),
});
