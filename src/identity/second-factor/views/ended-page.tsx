import { Actions, Button, Page, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

/** Why the sign-in did not go on, and the way back to its beginning. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      {paragraphs.map((text) => (
        <p class="lead">{text}</p>
      ))}
      <Actions>
        <Button main href="/sign-in">
          {words.toSignIn}
        </Button>
      </Actions>
    </Page>
  );
};
