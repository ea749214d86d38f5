import type { Child } from "hono/jsx";
import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Form, TermsBox, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import { newWayWords } from "../text/new-way-text.ts";
import type { State } from "../types.ts";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** Which terms are shown: sent back with the answer. */
  readonly edition: string;
  /** The articles of the terms. */
  readonly children?: Child;
};

/** 「利用規約」 of the new way: the answer is one of two buttons. */
export const TermsStepPage = ({ view, shown, edition, children }: Props) => {
  const words = fieldsWords(view.lang);
  return (
    <StepPage view={view} shown={shown} step="terms" title={words.termsTitle}>
      <p class="lead">{newWayWords(view.lang).termsLead}</p>
      <TermsBox view={view} title={words.termsTitle} fullHref="/first-sign-in/terms-text" isPage>
        {children}
      </TermsBox>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn, edition }}>
        <h2 class="label" id="terms" tabindex={-1}>
          {words.termsQuestion}
        </h2>
        <p class="hint">{words.disagreeHint}</p>
        <Actions>
          <Button main name="terms" value="agree">
            {words.agree}
          </Button>
          <Button name="terms" value="disagree">
            {words.disagree}
          </Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
