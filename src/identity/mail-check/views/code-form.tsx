import { Actions, Button, Field, Form } from "../../../ui/index.ts";
import { mailedWords } from "../text/mailed-text.ts";
import type { CodeFormProps } from "./types.ts";

/** 「6桁の番号」 */
export const CodeForm = (props: CodeFormProps) => {
  const { view, action, turn, waiting, errors, name, label, submit } = props;
  const words = mailedWords(view.lang);
  return (
    <Form view={view} action={action} hidden={{ turn, action: "check" }}>
      <Field
        view={view}
        name={name}
        label={label}
        need="none"
        hint={
          <>
            {words.codeHint}
            <span class="nowrap">{words.codeUntil(waiting.codeUntil)}</span>
          </>
        }
        error={errors[name]}
        width="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
      />
      <Actions>
        <Button main>{submit}</Button>
      </Actions>
    </Form>
  );
};
