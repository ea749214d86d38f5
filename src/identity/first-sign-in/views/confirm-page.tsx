import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, ErrorSummary, Facts, Form, Page, type View } from "../../../ui/index.ts";
import { firstSignInWords } from "../text.ts";
import type { State } from "../types.ts";
import { Progress } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly isPreferenceAsked: boolean;
};

/** 「入力確認画面」: only the password is masked. */
export const ConfirmPage = ({ view, shown, isPreferenceAsked }: Props) => {
  const words = firstSignInWords(view.lang);
  const { errors } = shown;
  const { details } = shown.scene.flow.state;
  return (
    <Page view={view} title={words.confirmTitle} kind="sheet" errors={errors}>
      <Progress view={view} current={2} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.confirmTitle}</h1>
      <p class="lead">{words.confirmLead}</p>
      <div class="gap">
        <Facts
          items={[
            { term: words.userId, value: <b class="addr">{details?.userId.shown}</b> },
            {
              term: words.password,
              value: (
                <>
                  <span aria-hidden="true">●●●●●●●● </span>
                  <span class="soft small">({words.hidden})</span>
                </>
              ),
            },
            { term: words.email, value: <b class="addr">{details?.email ?? words.none}</b> },
            ...(isPreferenceAsked
              ? [
                  {
                    term: words.preferenceLabel,
                    value: details?.wantsUpdateMails ? words.wants : words.wantsNot,
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <Actions>
          <Button main>{words.run}</Button>
          <Button href="/first-sign-in/details">{words.back}</Button>
        </Actions>
      </Form>
    </Page>
  );
};
