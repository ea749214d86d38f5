import type { Child } from "hono/jsx";
import type { View } from "../view.ts";
import { describedBy, FieldError, fieldClass, Hint, type Need, NeedMark } from "./label.tsx";

type TextAreaProps = {
  readonly view: View;
  /** Also the id, so that the error summary finds it. */
  readonly name: string;
  readonly label: string;
  readonly need: Need;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
  readonly value?: string | undefined;
  readonly hint?: Child;
  readonly error?: string | undefined;
};

/** An answer of several lines. */
export const TextArea = (props: TextAreaProps) => {
  const { view, name, label, need, rows = 6, maxlength, value, hint, error } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="label" for={name}>
        {label}
        <NeedMark lang={view.lang} need={need} />
      </label>
      <Hint id={name}>{hint}</Hint>
      <FieldError lang={view.lang} id={name} error={error} />
      <textarea
        class="input"
        id={name}
        name={name}
        rows={rows}
        maxlength={maxlength}
        required={need === "must"}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby={describedBy(name, hint, error)}
      >
        {/* A browser drops the first line end of a text area: one of ours goes, none of theirs. */}
        {`\n${value ?? ""}`}
      </textarea>
    </div>
  );
};
