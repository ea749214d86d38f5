import { Actions, Button, Form, OnLink, Page, type View } from "../../../ui/index.ts";
import { consentWords } from "../text.ts";

type Props = { readonly view: View; readonly readAgainAt: string };

/** What it means not to agree, and every way on. */
export const DeclinedPage = ({ view, readAgainAt }: Props) => {
  const words = consentWords(view.lang);
  return (
    <Page view={view} title={words.declinedTitle} kind="sheet">
      <h1>{words.declinedTitle}</h1>
      <div class="stack lead">
        {words.declined.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <Form view={view} action="/sign-out">
        <Actions>
          <Button main href={readAgainAt}>
            {words.readAgain}
          </Button>
          <Button>{words.signOut}</Button>
        </Actions>
      </Form>
      <p class="gap">
        <OnLink href="/contact">{words.contact}</OnLink>
      </p>
    </Page>
  );
};
