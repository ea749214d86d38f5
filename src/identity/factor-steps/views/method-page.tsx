import type { Shown } from "../../../flow/index.ts";
import {
  Actions,
  Button,
  type Choice,
  Choices,
  Dots,
  Form,
  More,
  Note,
  type View,
} from "../../../ui/index.ts";
import { factorWords } from "../text/factor-text.ts";

type Props<State> = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly choices: readonly Choice[];
  /** Of what is offered: whom it suits, and what it is called. */
  readonly suits: readonly { readonly whom: string; readonly title: string }[];
};

/** 「認証方法」: one card a method. */
export const MethodPage = <State,>({ view, shown, choices, suits }: Props<State>) => {
  const words = factorWords(view.lang);
  const { action, turn, typed, errors } = shown;
  const advice = suits.map(({ whom, title }) => words.unsure(whom, title));
  const children =
    choices.length === 0 ? (
      <Note kind="info" title={words.noneTitle}>
        {words.none}
      </Note>
    ) : (
      <>
        <p class="lead">{words.methodLead}</p>
        <Form view={view} action={action} hidden={{ turn }}>
          <Choices
            view={view}
            name="method"
            label={words.methodLegend}
            need="must"
            options={choices}
            value={typed.method}
            error={errors.method}
          />
          <Actions>
            <Button main>{words.next}</Button>
          </Actions>
        </Form>
        {advice.length < 2 ? null : (
          <div class="section">
            <More summary={words.unsureTitle}>
              <Dots items={advice} />
            </More>
          </div>
        )}
      </>
    );
  return { title: words.methodTitle, children };
};
