import { Actions, Button, Form, Page, type View } from "../../../ui/index.ts";
import { linkWords } from "../text/link-text.ts";

type LinkProps = {
  readonly view: View;
  readonly action: string;
  readonly masked: string;
  /** 「H.S.」, or empty. */
  readonly initials: string;
};

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const CheckLinkPage = ({ view, action, masked, initials }: LinkProps) => {
  const words = linkWords(view.lang);
  return (
    <Page view={view} title={words.checkTitle} kind="sheet">
      <h1>{words.checkTitle}</h1>
      <p class="lead">{initials === "" ? words.checkForSomeone : words.checkFor(initials)}</p>
      <p>{words.checkLead}</p>
      <p class="gap">
        <b class="addr">{masked}</b>
      </p>
      <Form view={view} action={action}>
        <Actions>
          <Button main>{words.checkButton}</Button>
        </Actions>
      </Form>
      <p class="gap soft small">{words.checkStranger}</p>
    </Page>
  );
};

type ResultProps = {
  readonly view: View;
  /** open: the press did not work, try again · already: confirmed, now or before */
  readonly result: keyof ReturnType<typeof linkWords>["checked"];
};

/** What a press came to. */
export const CheckLinkResultPage = ({ view, result }: ResultProps) => {
  const words = linkWords(view.lang);
  const [title, lead] = words.checked[result];
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {result === "already" ? null : <p class="gap soft">{words.unchanged}</p>}
    </Page>
  );
};
