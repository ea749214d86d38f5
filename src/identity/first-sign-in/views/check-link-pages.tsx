import { Actions, Button, Form, Page, type View } from "../../../ui/index.ts";
import type { Pressed } from "../../mail-check/index.ts";
import { checkWords } from "../text/check-text.ts";

type LinkProps = {
  readonly view: View;
  readonly action: string;
  readonly masked: string;
  /** 「H.S.」, or empty. */
  readonly initials: string;
};

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const CheckLinkPage = ({ view, action, masked, initials }: LinkProps) => {
  const words = checkWords(view.lang);
  return (
    <Page view={view} title={words.linkTitle} kind="sheet">
      <h1>{words.linkTitle}</h1>
      <p class="lead">{initials === "" ? words.linkForSomeone : words.linkFor(initials)}</p>
      <p>{words.linkLead}</p>
      <p class="gap">
        <b class="addr">{masked}</b>
      </p>
      <Form view={view} action={action}>
        <Actions>
          <Button main>{words.linkButton}</Button>
        </Actions>
      </Form>
      <p class="gap soft small">{words.linkStranger}</p>
    </Page>
  );
};

type ResultProps = {
  readonly view: View;
  /** open: the press did not work, try again · already: confirmed, now or before */
  readonly result: Pressed | "invalid";
};

/** What a press came to. */
export const CheckLinkResultPage = ({ view, result }: ResultProps) => {
  const words = checkWords(view.lang);
  const { title, lead } = words.results[result];
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {result === "already" ? null : <p class="gap soft">{words.unchanged}</p>}
    </Page>
  );
};
