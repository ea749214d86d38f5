import { Check, Choices } from "../forms/choices.tsx";
import { ErrorSummary } from "../forms/error-summary.tsx";
import { Field } from "../forms/field.tsx";
import { Actions, BackLink, Button, Form } from "../forms/form.tsx";
import { Steps } from "../forms/steps.tsx";
import { TermsBox } from "../forms/terms-box.tsx";
import { Page } from "../layout.tsx";
import type { FieldErrors, View } from "../view.ts";
import { samplesIn } from "./text.ts";

type Part = { readonly view: View; readonly errors: FieldErrors };

const TextFields = ({ view, errors }: Part) => {
  const words = samplesIn(view.lang);
  const digits = { inputmode: "numeric", width: "number", need: "must", maxlength: 16 } as const;
  return (
    <>
      <Field
        view={view}
        name="insurerNumber"
        label={words.insurer}
        hint={words.insurerHint}
        error={errors.insurerNumber}
        value="06990014"
        autocomplete="off"
        {...digits}
      />
      <Field
        view={view}
        name="birthDate"
        label={words.birth}
        hint={words.birthHint}
        error={errors.birthDate}
        value={errors.birthDate === undefined ? "" : "1979822"}
        autocomplete="bday"
        {...digits}
      />
      <Field
        view={view}
        name="userId"
        label={words.userId}
        need="must"
        hint={words.userIdHint}
        width="id"
        autocomplete="username"
      />
      <Field
        view={view}
        name="password"
        label={words.password}
        need="must"
        hint={words.passwordHint}
        error={errors.password}
        type="password"
        autocomplete="new-password"
      />
      <Field view={view} name="email" label={words.email} need="may" type="email" />
      <Field
        view={view}
        name="code"
        label={words.code}
        need="none"
        width="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
      />
    </>
  );
};

const ChoiceFields = ({ view, errors }: Part) => {
  const words = samplesIn(view.lang);
  return (
    <>
      <TermsBox view={view} title={words.termsTitle} fullHref="/terms">
        {[1, 2, 3, 4, 5, 6].map((number) => (
          <>
            <h3>{number}</h3>
            <p>{words.terms}</p>
          </>
        ))}
      </TermsBox>
      <Choices
        view={view}
        name="terms"
        label={words.agree}
        need="must"
        pair
        error={errors.terms}
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
      />
      <Choices
        view={view}
        name="method"
        label={words.method}
        need="must"
        value="passkey"
        options={[
          {
            value: "passkey",
            label: words.passkey,
            why: words.passkeyWhy,
            recommended: true,
            facts: [{ icon: "fingerprint", text: words.passkeyFact }],
          },
          { value: "mail", label: words.mail, why: words.mailWhy },
        ]}
      />
      <Check view={view} name="notify" label={words.notify} checked />
    </>
  );
};

/** A step of a flow with every form part; with errors, as it comes back. */
export const FormSample = ({ view, errors }: Part) => {
  const words = samplesIn(view.lang);
  return (
    <Page view={view} title={words.formTitle} kind="sheet" errors={errors}>
      <Steps view={view} names={words.steps} current={1} />
      <ErrorSummary view={view} errors={errors} />
      <BackLink href="/gallery">{words.second}</BackLink>
      <h1>{words.formTitle}</h1>
      <p class="lead">{words.formLead}</p>
      <Form view={view} action="/gallery">
        <TextFields view={view} errors={errors} />
        <ChoiceFields view={view} errors={errors} />
        <Actions>
          <Button main>{words.main}</Button>
          <Button name="back" value="yes">
            {words.second}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
};
