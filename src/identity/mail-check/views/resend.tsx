import { Button, Form, Note, type View } from "../../../ui/index.ts";
import { mailedWords } from "../text/mailed-text.ts";
import type { Waiting } from "../text/waiting-text.ts";
import type { MailedProps } from "./types.ts";

type WaitProps = {
  readonly view: View;
  readonly waiting: Pick<Waiting, "resendFrom" | "now">;
};

/** The clock time from which on, not a countdown; the button answers also before. */
const Wait = ({ view, waiting: { resendFrom, now } }: WaitProps) => {
  const words = mailedWords(view.lang);
  if (resendFrom === null) return null;
  return (
    <p class="hint">
      {words.wait}
      <b class="nowrap">{words.waitUntil(resendFrom)}</b>
      {words.waitThen(now)}
    </p>
  );
};

type ResendProps = MailedProps & {
  /** The main thing, where the number no longer works; `fieldName` is where an error leads to. */
  readonly first?: { readonly fieldName: string; readonly isSaid: boolean };
};

/** 「再送信」 */
export const Resend = ({ view, action, turn, waiting, first }: ResendProps) => {
  const words = mailedWords(view.lang);
  const { code } = waiting;
  return (
    <>
      {code !== "open" && first && !first.isSaid ? (
        <div class="gap">
          <Note kind="warn" title={words.spent[code]}>
            {words.spentNext}
          </Note>
        </div>
      ) : null}
      <div class="gap" id={first?.fieldName} tabindex={first ? -1 : undefined}>
        <Form view={view} action={action} hidden={{ turn, action: "resend" }} bare>
          <Button main={first !== undefined} icon="mail">
            {words.resend}
          </Button>
          <Wait view={view} waiting={waiting} />
        </Form>
      </div>
    </>
  );
};
