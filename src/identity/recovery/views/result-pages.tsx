import { Actions, Button, EndSheet, Form, Page, Section, type View } from "../../../ui/index.ts";
import { openingWords } from "../text/opening-text.ts";

type ResultProps = {
  readonly view: View;
  readonly userId: string;
  /** In words: until when this browser may read it. */
  readonly until: string;
  /** What 「パスワード初期化」 does. */
  readonly way: "provisional-by-mail" | "link";
};

/** 「ログインID再通知画面」 */
export const ResultPage = ({ view, userId, until, way }: ResultProps) => {
  const words = openingWords(view.lang);
  return (
    <Page view={view} title={words.resultTitle} kind="sheet">
      <h1>{words.resultTitle}</h1>
      <p class="lead">{words.resultLead}</p>
      <p class="gap">{words.yourId}</p>
      {/* As it is typed: large, and 0 and O, 1 and l told apart. */}
      <p>
        <b class="key" translate="no">
          {userId}
        </b>
      </p>
      <p class="hint gap">{words.readable(until)}</p>
      <Actions>
        <Button main href="/sign-in">
          {words.toSignIn}
        </Button>
      </Actions>
      <Section title={words.initialiseTitle} id="initialise">
        <p>{way === "link" ? words.initialiseLink : words.initialiseClassic}</p>
        <Form view={view} action="/forgot-id/result">
          <Actions>
            <Button danger={way !== "link"}>{words.initialise}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
};

/** Read before, and now too late, or at another browser. */
export const OverPage = ({ view }: { readonly view: View }) => {
  const words = openingWords(view.lang);
  const to = { href: "/forgot-id/identity", label: words.toIdentity };
  return <EndSheet view={view} title={words.overTitle} paragraphs={[words.over]} to={to} />;
};

/** 「個人アカウント仮パスワード再発行結果画面」 after 「パスワード初期化」 */
export const InitialisedPage = ({ view }: { readonly view: View }) => {
  const words = openingWords(view.lang);
  return (
    <Page view={view} title={words.initialisedTitle} kind="sheet">
      <h1>{words.initialisedTitle}</h1>
      <p class="lead">{words.initialised}</p>
      <p>
        <b>{words.initialisedNext}</b>
      </p>
      <p>{words.initialisedThen}</p>
      <Actions>
        <Button main href="/sign-in">
          {words.toSignIn}
        </Button>
      </Actions>
    </Page>
  );
};
