import { Actions, Button, Dots, Form, Note, Page, type View } from "../../../ui/index.ts";
import { linkWords } from "../text/link-text.ts";

type LinkProps = {
  readonly view: View;
  readonly action: string;
  /** The address that is back then. */
  readonly masked: string;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  /** As people say it. */
  readonly changedAt: string;
};

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const UndoPage = ({ view, action, masked, initials, changedAt }: LinkProps) => {
  const words = linkWords(view.lang);
  return (
    <Page view={view} title={words.undoTitle} kind="sheet">
      <h1>{words.undoTitle}</h1>
      <p class="lead">{words.undoLead(initials, changedAt)}</p>
      <div class="gap">
        <Note kind="info" title={words.undoOwn} />
      </div>
      <p class="gap">{words.undoBack}</p>
      <p>
        <b class="addr">{masked}</b>
      </p>
      <div class="gap">
        <Dots items={words.undoMeans} />
      </div>
      <Form view={view} action={action}>
        <Actions>
          <Button danger>{words.undoButton}</Button>
        </Actions>
      </Form>
    </Page>
  );
};

type ResultProps = {
  readonly view: View;
  /** open: the press did not work, try again · done: undone, now or before */
  readonly result: keyof ReturnType<typeof linkWords>["undone"];
};

/** What a press came to. */
export const UndoResultPage = ({ view, result }: ResultProps) => {
  const words = linkWords(view.lang);
  const [title, lead] = words.undone[result];
  const isDone = result === "done";
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {isDone ? null : <p class="gap soft">{words.unchanged}</p>}
      {isDone ? (
        <Actions>
          <Button main href="/forgot-password">
            {words.toPassword}
          </Button>
        </Actions>
      ) : null}
    </Page>
  );
};
