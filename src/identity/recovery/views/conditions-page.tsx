import {
  Actions,
  BackLink,
  Button,
  Dots,
  OnLink,
  Page,
  Section,
  type View,
} from "../../../ui/index.ts";
import { askingWords } from "../text/asking-text.ts";

/** 「ログインIDの再確認」: for whom it is, and where the others go. */
export const ConditionsPage = ({ view }: { readonly view: View }) => {
  const words = askingWords(view.lang);
  return (
    <Page view={view} title={words.conditionsTitle} kind="sheet">
      <BackLink href="/sign-in">{words.toSignIn}</BackLink>
      <h1>{words.conditionsTitle}</h1>
      <p class="lead">{words.conditionsLead}</p>
      <div class="gap">
        <Dots items={words.conditions} />
      </div>
      <Actions>
        <Button main href="/forgot-id/identity">
          {words.goOn}
        </Button>
      </Actions>
      <Section title={words.others} id="others">
        <h3 class="gap">{words.never}</h3>
        <p>{words.neverText}</p>
        <OnLink href="/sign-in">{words.toSignIn}</OnLink>
        <h3 class="gap">{words.lostLetter}</h3>
        <p>{words.lostLetterText}</p>
        <OnLink href="/contact">{words.toContact}</OnLink>
      </Section>
    </Page>
  );
};
