import { Actions, Button, EndSheet, Form, Page, type View } from "../../../ui/index.ts";
import { afterCoverWords } from "../text.ts";

/** Days as people say them. */
type Days = { readonly view: View; readonly lostOn: string; readonly until: string };

/** What a member of before may still do, and until when. */
export const ReadOnlyPage = ({ view, lostOn, until }: Days) => {
  const words = afterCoverWords(view.lang);
  const { noPaperwork, settings, ask } = words;
  return (
    <EndSheet
      view={view}
      title={words.readOnlyTitle}
      paragraphs={[words.lost(lostOn), words.readable(until), noPaperwork, settings, ask]}
      to={{ href: "/", label: words.toHome }}
    />
  );
};

/** The gate behind which nothing is left: whom to ask, and the way out. */
export const OverPage = ({ view, lostOn }: Omit<Days, "until">) => {
  const words = afterCoverWords(view.lang);
  return (
    <Page view={view} title={words.overTitle} kind="sheet">
      <h1>{words.overTitle}</h1>
      <p class="lead">{words.lost(lostOn)}</p>
      <p class="lead">{words.over}</p>
      <p class="lead">{words.askOver}</p>
      <Form view={view} action="/sign-out">
        <Actions>
          <Button main href="/contact">
            {words.contact}
          </Button>
          <Button>{words.signOut}</Button>
        </Actions>
      </Form>
    </Page>
  );
};
