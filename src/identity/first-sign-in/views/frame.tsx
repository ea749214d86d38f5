import { type FieldRefusals, messagesOf } from "../../../flow/index.ts";
import { type FieldErrors, Steps, type View } from "../../../ui/index.ts";
import { passwordMessages } from "../../passwords/index.ts";
import { userIdMessages } from "../../user-ids/index.ts";
import { firstSignInMessages, firstSignInWords } from "../text.ts";

/** 手順 n / 4, from 0. */
export const Progress = ({ view, current }: { readonly view: View; readonly current: number }) => {
  const words = firstSignInWords(view.lang);
  return <Steps view={view} names={words.steps} current={current} />;
};

/** The messages of a page, in its order. */
export const errorsIn = (view: View, errors: FieldRefusals): FieldErrors => {
  const words = firstSignInWords(view.lang);
  return messagesOf(
    view.lang,
    {
      labels: {
        insurerNumber: words.insurerNumber,
        birthDate: words.birthDate,
        terms: words.termsQuestion,
        userId: words.userId,
        password: words.password,
        passwordAgain: words.passwordAgain,
        email: words.email,
      },
      messages: {
        ...userIdMessages[view.lang],
        ...passwordMessages[view.lang],
        ...firstSignInMessages[view.lang],
      },
    },
    errors,
  );
};
