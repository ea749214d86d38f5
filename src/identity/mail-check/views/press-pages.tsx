import { Actions, Button, Form, Page, type View } from "../../../ui/index.ts";
import type { Pressed } from "../rules.ts";

/** `open`: the press did not work, try again · `already`: confirmed, now or before */
export type PressResult = Pressed | "invalid";

/** What a flow says of its mail's button. */
export type PressWords = {
  readonly title: string;
  /** Whose, by initials; empty: not known. */
  readonly about: (initials: string) => string;
  readonly lead: string;
  readonly button: string;
  readonly stranger: string;
  readonly results: Readonly<Record<PressResult, readonly [title: string, lead: string]>>;
  readonly unchanged: string;
};

type PressProps = {
  readonly view: View;
  readonly words: PressWords;
  readonly action: string;
  readonly masked: string;
  /** 「H.S.」, or empty. */
  readonly initials: string;
};

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const PressPage = ({ view, words, action, masked, initials }: PressProps) => (
  <Page view={view} title={words.title} kind="sheet">
    <h1>{words.title}</h1>
    <p class="lead">{words.about(initials)}</p>
    <p>{words.lead}</p>
    <p class="gap">
      <b class="addr">{masked}</b>
    </p>
    <Form view={view} action={action}>
      <Actions>
        <Button main>{words.button}</Button>
      </Actions>
    </Form>
    <p class="gap soft small">{words.stranger}</p>
  </Page>
);

type ResultProps = Pick<PressProps, "view" | "words"> & { readonly result: PressResult };

/** What a press came to. */
export const PressResultPage = ({ view, words, result }: ResultProps) => {
  const [title, lead] = words.results[result];
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {result === "already" ? null : <p class="gap soft">{words.unchanged}</p>}
    </Page>
  );
};
