import { Icon } from "../parts/icons.tsx";
import type { FieldErrors, View } from "../view.ts";
import { Field } from "./field.tsx";
import { newPasswordWords } from "./new-password-text.ts";

/** What a society asks of a password. */
export type PasswordRules = {
  readonly minLength: number;
  readonly maxLength: number;
  readonly needs: readonly ("letter" | "digit")[];
  readonly characters: "any" | "ascii";
  /** Days until it must be changed; null: never. */
  readonly maxAgeDays: number | null;
};

type Props = {
  readonly view: View;
  readonly rules: PasswordRules;
  /** Of `password` and `passwordAgain`. */
  readonly errors: FieldErrors;
};

const hintOf = ({ view, rules }: Props): string => {
  const words = newPasswordWords(view.lang);
  const { minLength, maxLength, needs, characters, maxAgeDays } = rules;
  return [
    words.hint(minLength, maxLength),
    needs.length > 0 ? words.mixed : "",
    characters === "ascii" ? words.ascii : words.any,
    maxAgeDays === null ? "" : words.age(maxAgeDays),
  ]
    .filter((sentence) => sentence !== "")
    .join(view.lang === "ja" ? "" : " ");
};

type RuleName = "length" | "letter" | "digit" | "ascii" | "id" | "again";

const namesOf = ({ needs, characters }: PasswordRules): readonly RuleName[] => [
  "length",
  ...needs,
  ...(characters === "ascii" ? (["ascii"] as const) : []),
  "id",
  "again",
];

/**
 * What is still missing, while somebody types. Told by the script of the page and sent nowhere; the
 * server judges more (common passwords, own data), and says it beside the field. Hidden without
 * JavaScript: the hint says the rules.
 */
const Advice = ({ view, rules }: Props) => {
  const words = newPasswordWords(view.lang);
  const { minLength, maxLength } = rules;
  return (
    <div
      class="advice"
      hidden
      data-advice="password"
      data-min={minLength}
      data-max={maxLength}
      data-met={words.met}
      data-open={words.open}
      data-missing={words.missing}
      data-between={words.between}
      data-complete={words.complete}
    >
      <p class="advice__title">{words.advice}</p>
      <ul>
        {namesOf(rules).map((name) => (
          <li data-rule={name}>
            <Icon name="ok" />
            <span>{words.rules[name](minLength, maxLength)}</span>
            <span class="sr" data-state>
              :{words.open}
            </span>
          </li>
        ))}
      </ul>
      <p class="sr" aria-live="polite" data-says />
    </div>
  );
};

/** 「パスワード」「パスワード確認用」, wherever a new one is chosen: with the society's rules. */
export const NewPassword = (props: Props) => {
  const { view, errors } = props;
  const words = newPasswordWords(view.lang);
  return (
    <>
      <Field
        view={view}
        name="password"
        label={words.password}
        need="must"
        hint={hintOf(props)}
        error={errors.password}
        type="password"
        autocomplete="new-password"
      />
      <Advice {...props} />
      <Field
        view={view}
        name="passwordAgain"
        label={words.again}
        need="must"
        hint={words.againHint}
        error={errors.passwordAgain}
        type="password"
        autocomplete="new-password"
      />
    </>
  );
};
