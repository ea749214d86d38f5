import { Actions, Button, Form, Note } from "../../../ui/index.ts";
import { homeWords } from "../text.ts";
import type { HomeProps } from "../types.ts";

/** Asked until the button of the mail was pressed. */
export const AddressUnconfirmedNote = ({ view, session, hasJustSent }: HomeProps) => {
  const words = homeWords(view.lang);
  // Sending it again helps nobody where mail comes back.
  if (!session.addressUnconfirmed || session.addressFailed) return null;
  return (
    <div class="home__todo">
      {hasJustSent ? (
        <Note kind="ok" title={words.sentTitle} status>
          {words.sentText}
        </Note>
      ) : (
        <Note kind="warn" title={words.confirmTitle}>
          {words.confirmText}
          <Form view={view} action="/confirm-address/resend" bare>
            <Actions>
              <Button>{words.resend}</Button>
            </Actions>
          </Form>
        </Note>
      )}
    </div>
  );
};
