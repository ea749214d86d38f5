import type { Child } from "hono/jsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { describedBy, FieldError, fieldClass, Hint, type Need, NeedMark } from "./label.tsx";

export type FieldProps = {
  readonly view: View;
  /** Also the id, so that the error summary finds it. */
  readonly name: string;
  readonly label: string;
  readonly need: Need;
  /** Where to find it, or how to write it. */
  readonly hint?: Child;
  readonly error?: string | undefined;
  /** What was typed. Ignored for passwords: they are never sent back. */
  readonly value?: string | undefined;
  readonly type?: "text" | "password" | "email" | "tel" | undefined;
  readonly inputmode?: "numeric" | "email" | "tel" | "text" | undefined;
  readonly autocomplete?: string | undefined;
  /** Tells the length of the answer. */
  readonly width?: "id" | "number" | "code" | "full" | undefined;
  readonly maxlength?: number | undefined;
  /** When the answer is in another language than the page. */
  readonly lang?: string | undefined;
};

const widths = { id: "input input--id", number: "input input--num", code: "input input--code" };

/** Letters and digits that no phone should capitalise or correct. */
const isLiteral = ({ type, width }: FieldProps) =>
  type === "password" || type === "email" || width === "id" || width === "code";

const Input = (props: FieldProps) => {
  const { name, need, hint, error, value, type = "text", width = "full" } = props;
  const literal = isLiteral(props);
  return (
    <input
      class={width === "full" ? "input" : widths[width]}
      id={name}
      name={name}
      type={type}
      lang={props.lang}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      autocapitalize={literal ? "none" : undefined}
      spellcheck={literal ? false : undefined}
      maxlength={props.maxlength}
      value={type === "password" ? undefined : value}
      required={need === "must"}
      aria-invalid={error === undefined ? undefined : "true"}
      aria-describedby={describedBy(name, hint, error)}
    />
  );
};

/** Shown by the client script only: without JavaScript it could do nothing. */
const ShowPassword = ({ view, name }: FieldProps) => {
  const words = wordsIn(view.lang);
  return (
    <button
      class="toggle show"
      type="button"
      hidden
      aria-controls={name}
      data-shows={name}
      data-hide={words.hidePassword}
    >
      {words.showPassword}
    </button>
  );
};

/** Label with mark → hint → error → input, wired for screen readers. */
export const Field = (props: FieldProps) => {
  const { view, name, label, need, hint, error } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="label" for={name}>
        {label}
        <NeedMark lang={view.lang} need={need} />
      </label>
      <Hint id={name}>{hint}</Hint>
      <FieldError lang={view.lang} id={name} error={error} />
      <Input {...props} />
      {props.type === "password" ? <ShowPassword {...props} /> : null}
    </div>
  );
};
