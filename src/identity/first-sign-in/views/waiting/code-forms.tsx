import { Actions, Button, Field, Form, Note } from "../../../../ui/index.ts";
import { checkWords } from "../../text/check-text.ts";
import type { WaitingProps } from "./types.ts";

/** 「6桁の番号」 */
export const CodeForm = ({ view, shown, waiting }: WaitingProps) => {
  const words = checkWords(view.lang);
  return (
    <Form view={view} action={shown.action} hidden={{ turn: shown.turn, action: "check" }}>
      <Field
        view={view}
        name="code"
        label={words.code}
        need="none"
        hint={
          <>
            {words.codeHint}
            <span class="nowrap">{words.codeUntil(waiting.codeUntil)}</span>
          </>
        }
        error={shown.errors.code}
        width="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
      />
      <Actions>
        <Button main>{words.check}</Button>
      </Actions>
    </Form>
  );
};

/** The clock time from which on, not a countdown; the button answers also before. */
const Wait = ({ view, waiting }: Pick<WaitingProps, "view" | "waiting">) => {
  const words = checkWords(view.lang);
  if (waiting.resendFrom === null) return null;
  return (
    <p class="hint">
      {words.wait}
      <b class="nowrap">{words.waitUntil(waiting.resendFrom)}</b>
      {words.waitThen(waiting.now)}
    </p>
  );
};

/** 「再送信」: the main thing where the number no longer works. */
export const Resend = (props: WaitingProps & { readonly isFirst?: boolean }) => {
  const { view, shown, waiting, isFirst = false } = props;
  const words = checkWords(view.lang);
  const isSaid = shown.errors.code !== undefined;
  return (
    <>
      {waiting.code !== "open" && isFirst && !isSaid ? (
        <div class="gap">
          <Note kind="warn" title={words.spent[waiting.code]}>
            {words.spentNext}
          </Note>
        </div>
      ) : null}
      <div class="gap" id={isFirst ? "code" : undefined} tabindex={isFirst ? -1 : undefined}>
        <Form
          view={view}
          action={shown.action}
          hidden={{ turn: shown.turn, action: "resend" }}
          bare
        >
          <Button main={isFirst} icon="mail">
            {words.resend}
          </Button>
          <Wait view={view} waiting={waiting} />
        </Form>
      </div>
    </>
  );
};
