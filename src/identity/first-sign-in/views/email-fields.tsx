import type { Shown } from "../../../flow/index.ts";
import { Check, Field, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { joined } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly isNeeded: boolean;
  readonly isPreferenceAsked: boolean;
};

const emailHint = ({ view, shown, isNeeded }: Props) => {
  const words = fieldsWords(view.lang);
  const isCompanys = shown.scene.policy.email.advice === "company-address";
  return joined(view, [
    words.emailHint,
    isCompanys ? words.emailCompany : "",
    isNeeded ? "" : words.emailOptional,
  ]);
};

/** 「メールアドレス」, and 「通知情報更新時のメール通知」 where it is asked. */
export const EmailFields = (props: Props) => {
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
