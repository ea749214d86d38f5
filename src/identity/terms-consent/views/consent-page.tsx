import type { Child } from "hono/jsx";
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Note,
  Page,
  TermsBox,
  type View,
} from "../../../ui/index.ts";
import { consentWords } from "../text.ts";

type Props = {
  readonly view: View;
  readonly action: string;
  /** Version that is shown: sent back with the answer. */
  readonly version: string;
  /** 「第2版 …施行」 */
  readonly edition: string;
  /** Where its member wanted to go. */
  readonly goesOnAt: string;
  /** Why the page is shown once more. */
  readonly again?: "others-by-now" | "unclear" | undefined;
  /** The articles of the terms. */
  readonly children?: Child;
};

/** 「利用規約」 of a new version: the answer is one of two buttons. */
export const ConsentPage = (props: Props) => {
  const { view, action, version, edition, goesOnAt, again, children } = props;
  const words = consentWords(view.lang);
  const errors = again === "unclear" ? { terms: words.unclear } : {};
  return (
    <Page view={view} title={words.title} kind="sheet" errors={errors}>
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.title}</h1>
      {again === "others-by-now" ? (
        <div class="gap">
          <Note kind="warn" title={words.changedTitle} status>
            {words.changedText}
          </Note>
        </div>
      ) : null}
      <p class="lead">{words.lead}</p>
      <p class="soft">{edition}</p>
      <TermsBox view={view} title={words.termsTitle} fullHref="/terms" isPage>
        {children}
      </TermsBox>
      <Form view={view} action={action} hidden={{ version, return: goesOnAt }}>
        <h2 class="label" id="terms" tabindex={-1}>
          {words.question}
        </h2>
        <p class="hint">{words.hint}</p>
        <Actions>
          <Button main name="terms" value="agree">
            {words.agree}
          </Button>
          <Button name="terms" value="disagree">
            {words.disagree}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
};
