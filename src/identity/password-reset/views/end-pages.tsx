import { Actions, Button, EndSheet, Note, Page, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";
import { resetWords } from "../text/reset-text.ts";
import type { State } from "../types.ts";

type CompletedProps = {
  readonly view: View;
  /** What is left of the state after the end. */
  readonly state: Partial<Pick<State, "signsOutEverywhere" | "lost">>;
};

/** 「パスワードを更新しました」 */
export const CompletedPage = ({ view, state }: CompletedProps) => {
  const words = resetWords(view.lang);
  return (
    <Page view={view} title={words.doneTitle} kind="sheet">
      <h1>{words.doneTitle}</h1>
      <div class="gap">
        <Note kind="ok" title={words.doneNote} status>
          {words.doneText}
        </Note>
      </div>
      {state.lost ? <p class="gap">{words.doneFactors}</p> : null}
      {state.signsOutEverywhere ? <p class="gap">{words.doneEnded}</p> : null}
      <p class="gap">{words.doneMail}</p>
      <Actions>
        <Button main href="/">
          {words.toHome}
        </Button>
      </Actions>
    </Page>
  );
};

/** Where nothing is gained by asking for another mail. */
const final = ["account-locked", "awaits-letter", "factor-locked"];

/** Why it did not go on, and the way from here. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const to = final.includes(outcome)
    ? { href: "/sign-in", label: words.toSignIn }
    : { href: "/forgot-password", label: words.toBeginning };
  return <EndSheet view={view} title={title} paragraphs={paragraphs} to={to} />;
};
