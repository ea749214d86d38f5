import type { Child } from "hono/jsx";
import { Icon, type IconName } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { describedBy, FieldError, fieldClass, Hint, type Need, NeedMark } from "./label.tsx";

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** One sentence: makes the choice a card. */
  readonly why?: string | undefined;
  readonly facts?: readonly { readonly icon: IconName; readonly text: string }[] | undefined;
  /** At most one of a group. */
  readonly recommended?: boolean | undefined;
};

type ChoicesProps = {
  readonly view: View;
  readonly name: string;
  readonly label: string;
  readonly need: Need;
  readonly options: readonly Choice[];
  readonly value?: string | undefined;
  readonly hint?: Child;
  readonly error?: string | undefined;
  /** Two short answers side by side on wide screens. */
  readonly pair?: boolean | undefined;
};

const CardText = ({ view, choice }: { readonly view: View; readonly choice: Choice }) => (
  <>
    {choice.recommended ? <span class="recommend">{wordsIn(view.lang).recommended}</span> : null}
    <span class="choice__name">{choice.label}</span>
    <span class="choice__why">{choice.why}</span>
    {choice.facts === undefined ? null : (
      <span class="choice__facts">
        {choice.facts.map(({ icon, text }) => (
          <span>
            <Icon name={icon} />
            {text}
          </span>
        ))}
      </span>
    )}
  </>
);

/** A radio group. The first radio's id is `name`, so that the error summary leads to it. */
export const Choices = (props: ChoicesProps) => {
  const { view, name, label, need, options, value, hint, error, pair } = props;
  return (
    <div class={fieldClass(error)}>
      <fieldset aria-describedby={describedBy(name, hint, error)}>
        <legend class="label">
          {label}
          <NeedMark lang={view.lang} need={need} />
        </legend>
        <Hint id={name}>{hint}</Hint>
        <FieldError lang={view.lang} id={name} error={error} />
        <div class={pair ? "choices choices--pair" : "choices"}>
          {options.map((choice, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`;
            return (
              <div class={choice.why === undefined ? "choice" : "choice choice--card"}>
                <input
                  type="radio"
                  id={id}
                  name={name}
                  value={choice.value}
                  checked={choice.value === value}
                  required={need === "must"}
                />
                <label for={id}>
                  {choice.why === undefined ? (
                    choice.label
                  ) : (
                    <CardText view={view} choice={choice} />
                  )}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
};

type CheckProps = {
  readonly view: View;
  readonly name: string;
  readonly label: string;
  readonly need?: Need | undefined;
  /** What is sent when ticked. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly hint?: Child;
  readonly error?: string | undefined;
};

/** One box to tick. */
export const Check = (props: CheckProps) => {
  const { view, name, label, need = "none", value = "yes", checked, hint, error } = props;
  return (
    <div class={fieldClass(error)}>
      <Hint id={name}>{hint}</Hint>
      <FieldError lang={view.lang} id={name} error={error} />
      <div class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          checked={checked === true}
          required={need === "must"}
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={describedBy(name, hint, error)}
        />
        <label for={name}>
          {label}
          <NeedMark lang={view.lang} need={need} />
        </label>
      </div>
    </div>
  );
};
