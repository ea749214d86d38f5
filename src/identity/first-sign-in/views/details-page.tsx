import type { Shown } from "../../../flow/index.ts";
import {
  Actions,
  Button,
  Check,
  ErrorSummary,
  Field,
  Form,
  Note,
  Page,
  type View,
} from "../../../ui/index.ts";
import { firstSignInWords } from "../text.ts";
import type { State } from "../types.ts";
import { Progress } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly mailDomain: string;
  readonly isEmailNeeded: boolean;
  readonly isPreferenceAsked: boolean;
  /** The symbols that a user ID may hold, by their names. */
  readonly symbols: string;
};

const join = ({ lang }: View, sentences: readonly string[]) =>
  sentences.filter((sentence) => sentence !== "").join(lang === "ja" ? "" : " ");

const userIdHint = ({ view, shown, symbols }: Props) => {
  const words = firstSignInWords(view.lang);
  const { minLength, maxLength, digitsOnlyMaxLength } = shown.scene.policy.userId;
  return join(view, [
    words.userIdHint(minLength, maxLength, symbols),
    words.userIdDigits(digitsOnlyMaxLength),
    words.userIdIssued,
    words.userIdFixed,
  ]);
};

const passwordHint = ({ view, shown }: Props) => {
  const words = firstSignInWords(view.lang);
  const { minLength, maxLength, needs, characters, maxAgeDays } = shown.scene.policy.password;
  return join(view, [
    words.passwordHint(minLength, maxLength),
    needs.length > 0 ? words.passwordMixed : "",
    characters === "ascii" ? words.passwordAscii : words.passwordAny,
    maxAgeDays === null ? "" : words.passwordAge(maxAgeDays),
  ]);
};

const emailHint = ({ view, shown, isEmailNeeded }: Props) => {
  const words = firstSignInWords(view.lang);
  const isCompanys = shown.scene.policy.email.advice === "company-address";
  return join(view, [
    words.emailHint,
    isCompanys ? words.emailCompany : "",
    isEmailNeeded ? "" : words.emailOptional,
  ]);
};

const Passwords = (props: Props) => {
  const { view, shown } = props;
  const words = firstSignInWords(view.lang);
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

const Email = (props: Props) => {
  const { view, shown, mailDomain, isEmailNeeded, isPreferenceAsked } = props;
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  return (
    <>
      <Field
        view={view}
        name="email"
        label={words.email}
        need={isEmailNeeded ? "must" : "may"}
        hint={emailHint(props)}
        error={errors.email}
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
      <div class="gap">
        <Note kind="info" icon="mail" title={words.emailDomainTitle}>
          {words.emailDomain(mailDomain)}
        </Note>
      </div>
    </>
  );
};

/** 「個人情報入力画面」. */
export const DetailsPage = (props: Props) => {
  const { view, shown } = props;
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  return (
    <Page view={view} title={words.detailsTitle} kind="sheet" errors={errors}>
      <Progress view={view} current={1} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.detailsTitle}</h1>
      <p class="lead">{words.detailsLead}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <Field
          view={view}
          name="userId"
          label={words.userId}
          need="must"
          hint={userIdHint(props)}
          error={errors.userId}
          value={shown.typed.userId}
          width="id"
          autocomplete="username"
        />
        <Passwords {...props} />
        <Email {...props} />
        <Actions>
          <Button main>{words.toConfirm}</Button>
        </Actions>
      </Form>
    </Page>
  );
};
