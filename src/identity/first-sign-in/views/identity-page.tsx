import type { Child } from "hono/jsx";
import type { Shown } from "../../../flow/index.ts";
import { parseDate } from "../../../kernel/dates.ts";
import { formatEra } from "../../../kernel/eras.ts";
import { Actions, Button, Choices, Field, Form, TermsBox, type View } from "../../../ui/index.ts";
import { classicWords } from "../text/classic-text.ts";
import { fieldsWords } from "../text/fields-text.ts";
import { proofWords } from "../text/identity-text.ts";
import { newWayWords } from "../text/new-way-text.ts";
import type { State } from "../types.ts";
import { StepPage } from "./frame.tsx";

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

/** What is asked of who holds the letter: one field or two. */
const Proof = ({ view, shown }: Props) => {
  const { errors, typed, scene } = shown;
  const { insurerNumber, birthDate } = proofWords(view.lang, scene.policy, scene.flow.state);
  const said = readBack({ view, shown });
  return (
    <>
      {insurerNumber === null ? null : (
        <Field
          view={view}
          name="insurerNumber"
          label={insurerNumber.label}
          need="must"
          hint={insurerNumber.hint}
          error={errors.insurerNumber}
          value={typed.insurerNumber}
          width="number"
          inputmode="numeric"
          autocomplete="off"
        />
      )}
      {birthDate === null ? null : (
        <Field
          view={view}
          name="birthDate"
          label={birthDate.label}
          need="must"
          hint={
            <>
              {birthDate.hint}
              {said ? <b> {said}</b> : null}
            </>
          }
          error={errors.birthDate}
          value={typed.birthDate}
          width="number"
          autocomplete="bday"
        />
      )}
    </>
  );
};

const Terms = ({ view, shown, children }: Props) => {
  const words = fieldsWords(view.lang);
  return (
    <>
      <TermsBox view={view} title={words.termsTitle} fullHref="/first-sign-in/terms-text">
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
        error={shown.errors.terms}
      />
    </>
  );
};

/** 「本人確認画面」; the new way has a page of its own for the terms. */
export const IdentityPage = ({
  view,
  shown,
  edition,
  children,
}: Props & {
  /** Which terms are shown: sent back with the answer. */
  readonly edition: string;
}) => {
  const words = classicWords(view.lang);
  const isClassic = shown.scene.policy.firstSignIn.style === "classic";
  const title = isClassic ? words.identityTitle : newWayWords(view.lang).identityTitle;
  return (
    <StepPage view={view} shown={shown} step="identity" title={title}>
      <p class="lead">{words.identityLead}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn, edition }}>
        <Proof view={view} shown={shown} />
        {isClassic ? (
          <Terms view={view} shown={shown}>
            {children}
          </Terms>
        ) : null}
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
