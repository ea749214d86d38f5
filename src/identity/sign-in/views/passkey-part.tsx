import { Actions, Button, Form, Note, OnLink, type View } from "../../../ui/index.ts";
import { signInWords } from "../text.ts";

/** What a browser needs to be asked for a passkey before anybody is known. */
export type PasskeyAsk = {
  /** For `navigator.credentials.get`, as JSON. */
  readonly options: string;
  /** The challenge, sealed to this browser. */
  readonly challenge: string;
};

type PasskeyPartProps = {
  readonly view: View;
  readonly ask: PasskeyAsk;
  readonly continuation: string;
  /** For the gallery: what the script would show. */
  readonly shown?: { readonly hasFailed?: boolean } | undefined;
};

const Failed = ({ view, shown }: Pick<PasskeyPartProps, "view" | "shown">) => {
  const words = signInWords(view.lang);
  return (
    <div class="gap" data-passkey-failed role="alert" tabindex={-1} hidden={!shown?.hasFailed}>
      <Note kind="stop" title={words.passkeyFailed}>
        <p>{words.passkeyAgain}</p>
        <OnLink href="/help/guide#passkey">{words.passkeyHelp}</OnLink>
      </Note>
    </div>
  );
};

/**
 * 「パスキーでログイン」, shown by the script where the browser knows passkeys: without it there is
 * nothing to press. The same form also takes what the field of the user ID offers.
 */
export const PasskeyPart = ({ view, ask, continuation, shown }: PasskeyPartProps) => {
  const words = signInWords(view.lang);
  const { options, challenge } = ask;
  return (
    <div class="gap" data-passkey-present hidden={shown === undefined}>
      <Failed view={view} shown={shown} />
      <Form
        view={view}
        action="/sign-in/passkey"
        hidden={{ continuation, challenge, response: "" }}
        data={{ passkey: "autofill", options }}
      >
        <Actions>
          <Button wide icon="fingerprint">
            {words.passkeyButton}
          </Button>
        </Actions>
        <p class="hint">{words.passkeyHint}</p>
      </Form>
    </div>
  );
};
