import { Actions, Button, Form, More, OnLink } from "../../../../ui/index.ts";
import { passkeyWords } from "../text/passkey-text.ts";
import type { PasskeyPageProps } from "./enrol-page.tsx";
import { Absent, Failed, Help, Renewed } from "./trouble.tsx";

/** 「パスキーでログイン」 as the second factor: begins with the press, never by itself. */
export const ChallengePage = ({
  view,
  action,
  turn,
  options,
  isRenewed,
  way,
  canRenew,
  shown,
}: Omit<PasskeyPageProps, "errors">) => {
  const words = passkeyWords(view.lang);
  return (
    <>
      <p class="lead">{words.ask}</p>
      {isRenewed ? <Renewed view={view} /> : null}
      <Failed view={view} doing="get" shown={shown?.failure} />
      <Absent view={view} way={way} isShown={shown?.isAbsent} />
      <Form
        view={view}
        action={action}
        hidden={{ turn, response: "" }}
        data={{ passkey: "get", options }}
      >
        <Actions>
          <Button main icon="fingerprint">
            {words.signIn}
          </Button>
        </Actions>
      </Form>
      <div class="section">
        <More summary={words.elsewhereTitle}>
          <p>{words.elsewhere}</p>
          <OnLink href="/help/guide#passkey">{words.elsewhereLink}</OnLink>
        </More>
      </div>
      <Help view={view} doing="get" way={way} canRenew={canRenew} />
    </>
  );
};
