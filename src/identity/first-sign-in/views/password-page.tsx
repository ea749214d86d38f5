import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Check, Facts, Form, type View } from "../../../ui/index.ts";
import { newWayWords } from "../text/new-way-text.ts";
import type { State } from "../types.ts";
import { PasswordFields } from "./fields.tsx";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly userId: string;
  /** 「いまのユーザID」: the account has it already. */
  readonly isFormer: boolean;
};

/** 「パスワードの更新」 */
export const PasswordPage = ({ view, shown, userId, isFormer }: Props) => {
  const words = newWayWords(view.lang);
  const term = isFormer ? words.passwordForFormer : words.passwordFor;
  return (
    <StepPage view={view} shown={shown} step="password" title={words.passwordTitle}>
      <p class="lead">{words.passwordLead}</p>
      <div class="gap">
        <Facts items={[{ term, value: <b class="addr">{userId}</b> }]} />
      </div>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        {/* Nameless, so never sent: for the browser that keeps the password with its ID. */}
        <input type="text" autocomplete="username" value={userId} readonly hidden />
        <PasswordFields view={view} shown={shown} />
        <Check
          view={view}
          name="signsOutEverywhere"
          label={words.everywhere}
          hint={words.everywhereHint}
          checked={(shown.typed.signsOutEverywhere ?? "") !== ""}
        />
        <Actions>
          <Button main>{words.run}</Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
