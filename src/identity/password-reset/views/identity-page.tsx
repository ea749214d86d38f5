import type { Child } from "hono/jsx";
import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Form, Note, Section, type View } from "../../../ui/index.ts";
import { resetWords } from "../text/reset-text.ts";
import type { State } from "../types.ts";
import { Sheet } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** The fields. */
  readonly children?: Child;
};

/** Back to the question, for who has the device after all. */
const Found = ({ view, shown: { action, turn } }: Props) => {
  const words = resetWords(view.lang);
  return (
    <Section title={words.foundTitle} id="found">
      <Form view={view} action={action} hidden={{ turn, found: "yes" }} bare>
        <Button>{words.foundButton}</Button>
      </Form>
    </Section>
  );
};

/** 「本人確認」 of a reset. */
export const IdentityPage = ({ view, shown, children }: Props) => {
  const words = resetWords(view.lang);
  const { lost } = shown.scene.flow.state;
  const { action, turn } = shown;
  return (
    <Sheet view={view} shown={shown} title={words.identityTitle}>
      {lost === "locked" ? (
        <div class="gap">
          <Note kind="warn" title={words.identityLockedTitle}>
            {words.identityLocked}
          </Note>
        </div>
      ) : null}
      <p class="lead">{lost === null ? words.identityLead : words.identityLost}</p>
      <Form view={view} action={action} hidden={{ turn }}>
        {children}
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
      {lost === "device" ? <Found view={view} shown={shown} /> : null}
    </Sheet>
  );
};
