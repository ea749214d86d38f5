import { Actions, Button, Page, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

/** Why it did not go on. */
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
        <Button main href="/">
          {words.toHome}
        </Button>
      </Actions>
    </Page>
  );
};
