import { Actions, Button, Page, type View } from "../../../ui/index.ts";
import { endedWords } from "../adding/text/ended-text.ts";

/** Why nothing was added. */
export const AddingEndedPage = ({
  view,
  outcome,
}: {
  readonly view: View;
  readonly outcome: string;
}) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      {paragraphs.map((text) => (
        <p class="lead">{text}</p>
      ))}
      <Actions>
        <Button main href="/profile">
          {words.toProfile}
        </Button>
      </Actions>
    </Page>
  );
};
