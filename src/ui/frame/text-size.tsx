import type { Child } from "hono/jsx";
import { wordsIn } from "../text.ts";
import type { TextSize, View } from "../view.ts";

type SizeFormProps = { readonly view: View; readonly class?: string; readonly children?: Child };

/** The client script answers at once and stores by itself, so that nothing typed is lost. */
const SizeForm = ({ view, class: name, children }: SizeFormProps) => (
  <form class={name} action="/preferences/size" method="post" data-text-size>
    <input type="hidden" name="formToken" value={view.formToken} />
    <input type="hidden" name="return" value={view.path} />
    {children}
  </form>
);

const other = (size: TextSize): TextSize => (size === "large" ? "standard" : "large");

const Breakable = ({ parts }: { readonly parts: readonly string[] }) => (
  <>
    {parts.map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </>
);

/** One button in the header that says what it will do. */
export const SizeToggle = ({ view }: { readonly view: View }) => {
  const words = wordsIn(view.lang);
  return (
    <SizeForm view={view} class="head__tool">
      <button class="toggle" type="submit" name="size" value={other(view.size)}>
        <span class="only-standard">
          <Breakable parts={words.makeLarger} />
        </span>
        <span class="only-large">
          <Breakable parts={words.makeStandard} />
        </span>
      </button>
    </SizeForm>
  );
};

/** Both sizes in the footer, the current one pressed. */
export const SizeChoice = ({ view }: { readonly view: View }) => {
  const words = wordsIn(view.lang);
  const choice = (size: TextSize, label: string) => (
    <button
      class="toggle"
      type="submit"
      name="size"
      value={size}
      aria-pressed={view.size === size ? "true" : "false"}
    >
      {label}
    </button>
  );
  return (
    <SizeForm view={view} class="size">
      <span class="size__label" id="size-label">
        {words.textSize}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset */}
      <span role="group" aria-labelledby="size-label">
        {choice("standard", words.sizeStandard)}
        {choice("large", words.sizeLarge)}
      </span>
    </SizeForm>
  );
};
