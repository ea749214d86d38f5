import type { Shown } from "../../../flow/index.ts";
import { Check, Field, NewPassword, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { joined } from "./frame.tsx";

// What the classic way asks on one page and the new way on a page each.

type UserIdProps = {
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
export const UserIdField = ({
  view,
  shown,
  symbols,
  before = "",
  isIssuedRefused,
}: UserIdProps) => {
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

type PasswordProps = { readonly view: View; readonly shown: Shown<State> };

/** 「パスワード」「パスワード確認用」, with the policy's rules. */
export const PasswordFields = ({ view, shown }: PasswordProps) => (
  <NewPassword view={view} rules={shown.scene.policy.password} errors={shown.errors} />
);

type EmailProps = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly isNeeded: boolean;
  readonly isPreferenceAsked: boolean;
};

const emailHint = ({ view, shown, isNeeded }: EmailProps) => {
  const words = fieldsWords(view.lang);
  const isCompanys = shown.scene.policy.email.advice === "company-address";
  return joined(view, [
    words.emailHint,
    isCompanys ? words.emailCompany : "",
    isNeeded ? "" : words.emailOptional,
  ]);
};

/** 「メールアドレス」, and 「通知情報更新時のメール通知」 where it is asked. */
export const EmailFields = (props: EmailProps) => {
  const { view, shown, isNeeded, isPreferenceAsked } = props;
  const words = fieldsWords(view.lang);
  return (
    <>
      <Field
        view={view}
        name="email"
        label={words.email}
        need={isNeeded ? "must" : "may"}
        hint={emailHint(props)}
        error={shown.errors.email}
        value={shown.typed.email}
        type="email"
        inputmode="email"
        autocomplete="email"
      />
      {isPreferenceAsked ? (
        <Check
          view={view}
          name="wantsUpdateMails"
          label={words.preferenceLabel}
          need="may"
          hint={words.preferenceHint}
          checked={(shown.typed.wantsUpdateMails ?? "") !== ""}
        />
      ) : null}
    </>
  );
};
