import type { Shown } from "../../../flow/index.ts";
import { Field, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { joined } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** The symbols that a user ID may hold, by their names. */
  readonly symbols: string;
  /** Said before the rules. */
  readonly before?: string;
  /** Whether the issued ID is refused. */
  readonly isIssuedRefused: boolean;
};

/** 「ユーザID」, with the policy's rules. */
export const UserIdField = ({ view, shown, symbols, before = "", isIssuedRefused }: Props) => {
  const words = fieldsWords(view.lang);
  const { minLength, maxLength, digitsOnlyMaxLength } = shown.scene.policy.userId;
  return (
    <Field
      view={view}
      name="userId"
      label={words.userId}
      need="must"
      hint={joined(view, [
        before,
        words.userIdHint(minLength, maxLength, symbols),
        words.userIdDigits(digitsOnlyMaxLength),
        isIssuedRefused ? words.userIdIssued : "",
        words.userIdFixed,
      ])}
      error={shown.errors.userId}
      value={shown.typed.userId}
      width="id"
      autocomplete="username"
    />
  );
};
