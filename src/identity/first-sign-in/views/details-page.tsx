import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Form, Note, type View } from "../../../ui/index.ts";
import { classicWords } from "../text/classic-text.ts";
import { fieldsWords } from "../text/fields-text.ts";
import type { State } from "../types.ts";
import { EmailFields, PasswordFields, UserIdField } from "./fields.tsx";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly mailDomain: string;
  readonly isEmailNeeded: boolean;
  readonly isPreferenceAsked: boolean;
  /** The symbols that a user ID may hold, by their names. */
  readonly symbols: string;
};

/** 「個人情報入力画面」. */
export const DetailsPage = (props: Props) => {
  const { view, shown, mailDomain, isEmailNeeded, isPreferenceAsked, symbols } = props;
  const words = classicWords(view.lang);
  const isFormer = (shown.scene.flow.state.former ?? null) !== null;
  return (
    <StepPage view={view} shown={shown} step="details" title={words.detailsTitle}>
      <p class="lead">{isFormer ? words.detailsLeadFormer : words.detailsLead}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <UserIdField
          view={view}
          shown={shown}
          symbols={symbols}
          before={isFormer ? fieldsWords(view.lang).userIdRules : ""}
          isIssuedRefused
        />
        <PasswordFields view={view} shown={shown} />
        <EmailFields
          view={view}
          shown={shown}
          isNeeded={isEmailNeeded}
          isPreferenceAsked={isPreferenceAsked}
        />
        <div class="gap">
          <Note kind="info" icon="mail" title={words.emailDomainTitle}>
            {words.emailDomain(mailDomain)}
          </Note>
        </div>
        <Actions>
          <Button main>{words.toConfirm}</Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
