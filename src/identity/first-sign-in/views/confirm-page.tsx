import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Facts, Form, type View } from "../../../ui/index.ts";
import { classicWords } from "../text/classic-text.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly isPreferenceAsked: boolean;
};

/** 「入力確認画面」: only the password is masked. */
export const ConfirmPage = ({ view, shown, isPreferenceAsked }: Props) => {
  const words = classicWords(view.lang);
  const fields = fieldsWords(view.lang);
  const { userId, email, wantsUpdateMails } = shown.scene.flow.state;
  const wanted = wantsUpdateMails ? words.wants : words.wantsNot;
  return (
    <StepPage view={view} shown={shown} step="confirm" title={words.confirmTitle}>
      <p class="lead">{words.confirmLead}</p>
      <div class="gap">
        <Facts
          items={[
            { term: fields.userId, value: <b class="addr">{userId?.shown}</b> },
            {
              term: fields.password,
              value: (
                <>
                  <span aria-hidden="true">●●●●●●●● </span>
                  <span class="soft small">({words.hidden})</span>
                </>
              ),
            },
            { term: fields.email, value: <b class="addr">{email ?? words.none}</b> },
            ...(isPreferenceAsked ? [{ term: fields.preferenceLabel, value: wanted }] : []),
          ]}
        />
      </div>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <Actions>
          <Button main>{words.run}</Button>
          <Button href="/first-sign-in/details">{words.back}</Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
