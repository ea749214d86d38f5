import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Field, Form, Section, type View } from "../../../ui/index.ts";
import { stepUpWords } from "../text/step-up-text.ts";
import type { State } from "../types.ts";
import { frame } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Pick<Shown<State>, "action" | "turn" | "errors">;
  /** For the browser that keeps the password with its ID. */
  readonly userId: string;
  /** What needs no password, such as a passkey. */
  readonly others: readonly { readonly value: string; readonly title: string }[];
};

const Others = ({ view, shown: { action, turn }, others }: Props) => {
  if (others.length === 0) return null;
  return (
    <Section title={stepUpWords(view.lang).othersTitle} id="others">
      {others.map(({ value, title }) => (
        <Form view={view} action={action} hidden={{ turn, other: value }} bare>
          <Button>{title}</Button>
        </Form>
      ))}
    </Section>
  );
};

/** 「もう一度、ご本人の確認」 */
export const PasswordPage = (props: Props) => {
  const { view, shown, userId } = props;
  const words = stepUpWords(view.lang);
  const children = (
    <>
      <p class="lead">{words.lead}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        {/* Nameless, so never sent. */}
        <input type="text" autocomplete="username" value={userId} readonly hidden />
        <Field
          view={view}
          name="password"
          label={words.password}
          need="must"
          type="password"
          autocomplete="current-password"
          error={shown.errors.password}
        />
        <Actions>
          <Button main>{words.next}</Button>
        </Actions>
      </Form>
      <Others {...props} />
    </>
  );
  return frame(view, { shown, title: words.title, children });
};
