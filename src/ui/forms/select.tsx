import type { View } from "../view.ts";
import { describedBy, FieldError, fieldClass, Hint, type Need, NeedMark } from "./label.tsx";

type SelectProps = {
  readonly view: View;
  /** Also the id, so that the error summary finds it. */
  readonly name: string;
  readonly label: string;
  readonly need: Need;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** A pulldown: one of few short answers that people know by this form; else `Choices`. */
export const Select = (props: SelectProps) => {
  const { view, name, label, need, options, value, hint, error } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="label" for={name}>
        {label}
        <NeedMark lang={view.lang} need={need} />
      </label>
      <Hint id={name}>{hint}</Hint>
      <FieldError lang={view.lang} id={name} error={error} />
      <select
        class="input"
        id={name}
        name={name}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby={describedBy(name, hint, error)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
