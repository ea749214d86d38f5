import type { Child } from "hono/jsx";
import type { Shown } from "../../../flow/index.ts";
import { parseDate } from "../../../kernel/dates.ts";
import { formatEra } from "../../../kernel/eras.ts";
import {
  Actions,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  Page,
  TermsBox,
  type View,
} from "../../../ui/index.ts";
import { firstSignInWords } from "../text.ts";
import type { State } from "../types.ts";
import { Progress } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** The articles of the terms. */
  readonly children?: Child;
};

/** What was understood of a date, said back: 「昭和54年8月22日(1979年8月22日)」. */
const readBack = ({ view, shown }: Props) => {
  const read = parseDate(shown.typed.birthDate ?? "");
  if (!read.ok || shown.errors.birthDate) return null;
  const [year, month, day] = read.value.split("-").map(Number);
  return view.lang === "ja"
    ? `入力された日:${formatEra(read.value)}(西暦${year}年${month}月${day}日)`
    : `Read as ${read.value} (${formatEra(read.value)})`;
};

const BirthDate = ({ view, shown }: Props) => {
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  const said = readBack({ view, shown });
  return (
    <Field
      view={view}
      name="birthDate"
      label={words.birthDate}
      need="must"
      hint={
        <>
          {words.birthDateHint}
          {said ? <b> {said}</b> : null}
        </>
      }
      error={errors.birthDate}
      value={shown.typed.birthDate}
      width="number"
      autocomplete="bday"
    />
  );
};

const Terms = ({ view, shown, children }: Props) => {
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  return (
    <>
      <TermsBox view={view} title={words.termsTitle} fullHref="/first-sign-in/terms">
        {children}
      </TermsBox>
      <Choices
        view={view}
        name="terms"
        label={words.termsQuestion}
        need="must"
        pair
        options={[
          { value: "agree", label: words.agree },
          { value: "disagree", label: words.disagree },
        ]}
        value={shown.typed.terms}
        hint={words.disagreeHint}
        error={errors.terms}
      />
    </>
  );
};

/** 「本人確認画面」. */
export const IdentityPage = ({ view, shown, children }: Props) => {
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  const { proof } = shown.scene.policy.firstSignIn;
  return (
    <Page view={view} title={words.identityTitle} kind="sheet" errors={errors}>
      <Progress view={view} current={0} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.identityTitle}</h1>
      <p class="lead">{words.identityLead}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        {proof.includes("insurer-number") ? (
          <Field
            view={view}
            name="insurerNumber"
            label={words.insurerNumber}
            need="must"
            hint={words.insurerNumberHint}
            error={errors.insurerNumber}
            value={shown.typed.insurerNumber}
            width="number"
            inputmode="numeric"
            autocomplete="off"
          />
        ) : null}
        {proof.includes("birth-date") ? <BirthDate view={view} shown={shown} /> : null}
        <Terms view={view} shown={shown}>
          {children}
        </Terms>
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
    </Page>
  );
};
