import type { Shown } from "../../../flow/index.ts";
import { Field, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { joined } from "./frame.tsx";

type Props = { readonly view: View; readonly shown: Shown<State> };

const passwordHint = ({ view, shown }: Props) => {
  const words = fieldsWords(view.lang);
  const { minLength, maxLength, needs, characters, maxAgeDays } = shown.scene.policy.password;
  return joined(view, [
    words.passwordHint(minLength, maxLength),
    needs.length > 0 ? words.passwordMixed : "",
    characters === "ascii" ? words.passwordAscii : words.passwordAny,
    maxAgeDays === null ? "" : words.passwordAge(maxAgeDays),
  ]);
};

/** 「パスワード」「パスワード確認用」, with the policy's rules. */
export const PasswordFields = (props: Props) => {
  const { view, shown } = props;
  const words = fieldsWords(view.lang);
  const { errors } = shown;
  return (
    <>
      <Field
        view={view}
        name="password"
        label={words.password}
        need="must"
        hint={passwordHint(props)}
        error={errors.password}
        type="password"
        autocomplete="new-password"
      />
      <Field
        view={view}
        name="passwordAgain"
        label={words.passwordAgain}
        need="must"
        hint={words.passwordAgainHint}
        error={errors.passwordAgain}
        type="password"
        autocomplete="new-password"
      />
    </>
  );
};
