import { Actions, Button, Note } from "../../../ui/index.ts";
import { homeWords } from "../text.ts";
import type { HomeProps } from "../types.ts";

/** A mail came back: told at the next sign-in, until the address is another one or works again. */
export const AddressFailedNote = ({ view, session }: HomeProps) => {
  const words = homeWords(view.lang);
  if (!session.addressFailed) return null;
  const { hasSecondAddress } = session;
  return (
    <div class="home__todo">
      <Note kind="warn" title={words.failedTitle}>
        {hasSecondAddress ? words.failedTextSecond : words.failedText}
        <Actions>
          <Button href="/profile/email">{words.failedChange}</Button>
          {hasSecondAddress ? (
            <Button href="/profile/second-address/main">{words.failedSwap}</Button>
          ) : null}
        </Actions>
      </Note>
    </div>
  );
};
