import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Dots, Form, More, type View } from "../../../ui/index.ts";
import { fieldsWords } from "../text/fields-text.ts";
import { newWayWords } from "../text/new-way-text.ts";
import { forbiddenSymbols } from "../text/symbols-text.ts";
import type { State } from "../types.ts";
import { UserIdField } from "./fields.tsx";
import { Setting, StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** The symbols that a user ID may hold, by their names. */
  readonly symbols: string;
  readonly mayKeep: boolean;
};

/** 「利用不可文字一覧を見る」 */
const Forbidden = ({ view, shown, symbols }: Props) => {
  const words = newWayWords(view.lang);
  const named = forbiddenSymbols(view.lang, shown.scene.policy.userId.symbols);
  return (
    <More summary={words.forbiddenTitle}>
      <h2 class="label">{words.allowedHeading}</h2>
      <div class="lead">
        <Dots items={words.allowed(symbols)} />
      </div>
      <h2 class="label gap">{words.forbiddenHeading}</h2>
      <div class="lead">
        <Dots items={words.forbidden} />
      </div>
      <ul class="glyphs">
        {named.map(({ symbol, name }) => (
          <li>
            <b class="glyph">{symbol}</b>
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </More>
  );
};

/** 「ユーザIDの変更」: kept as it is, or another one. */
export const UserIdPage = (props: Props) => {
  const { view, shown, symbols } = props;
  const isFormer = (shown.scene.flow.state.former ?? null) !== null;
  const mayKeep = props.mayKeep || isFormer;
  const lead = props.mayKeep ? "userIdLeadKeep" : "userIdLeadChoose";
  const words = newWayWords(view.lang);
  return (
    <StepPage view={view} shown={shown} step="user-id" title={words.userIdTitle}>
      <Setting view={view} shown={shown} />
      <p class="lead">{words[isFormer ? "userIdLeadFormer" : lead]}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <UserIdField
          view={view}
          shown={shown}
          symbols={symbols}
          before={mayKeep ? fieldsWords(view.lang).userIdRules : ""}
          isIssuedRefused={!props.mayKeep}
        />
        <div class="gap">
          <Forbidden {...props} />
        </div>
        <Actions>
          <Button main>{words.next}</Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
