import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Check, Facts, Form, NewPassword, type View } from "../../../ui/index.ts";
import { resetWords } from "../text/reset-text.ts";
import type { State } from "../types.ts";
import { Sheet } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** Whether other devices may stay signed in. */
  readonly mayStay: boolean;
};

const Everywhere = ({ view, shown, mayStay }: Props) => {
  const words = resetWords(view.lang);
  if (!mayStay) return <p class="gap">{words.everywhereAlways}</p>;
  return (
    <Check
      view={view}
      name="signsOutEverywhere"
      label={words.everywhere}
      hint={words.everywhereHint}
      checked={(shown.typed.signsOutEverywhere ?? "") !== ""}
    />
  );
};

/** 「パスワードの更新」 */
export const PasswordPage = (props: Props) => {
  const { view, shown } = props;
  const words = resetWords(view.lang);
  const { policy, flow } = shown.scene;
  const { userId } = flow.state.owner;
  return (
    <Sheet view={view} shown={shown} title={words.passwordTitle}>
      <p class="lead">{words.passwordLead}</p>
      <div class="gap">
        <Facts items={[{ term: words.userId, value: <b class="addr">{userId}</b> }]} />
      </div>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        {/* Nameless, so never sent: for the browser that keeps the password with its ID. */}
        <input type="text" autocomplete="username" value={userId} readonly hidden />
        <NewPassword view={view} rules={policy.password} errors={shown.errors} />
        <Everywhere {...props} />
        <Actions>
          <Button main>{words.run}</Button>
        </Actions>
      </Form>
    </Sheet>
  );
};
