import type { Child } from "hono/jsx";
import { Note } from "../parts/blocks.tsx";
import { Icon, type IconName } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";

type FormProps = {
  readonly view: View;
  readonly action: string;
  /** Hidden values by name, beside the form token. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Without space above, for a form that is only a button. */
  readonly bare?: boolean | undefined;
  readonly id?: string | undefined;
  /** What is typed waits for its owner when the session ends in between (main/kept-forms). */
  readonly keeps?: boolean | undefined;
  /** `data-` attributes, for the script of its page. */
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly children?: Child;
};

const KeptNote = ({ view }: Pick<FormProps, "view">) => {
  const words = wordsIn(view.lang);
  return (
    <div class="before">
      <Note kind="info" title={words.keptTitle} status>
        {words.keptText}
      </Note>
    </div>
  );
};

/**
 * A POST with the form token. The browser's own validation is off: our messages stand beside the
 * fields and in the summary. With JavaScript a second submit of the same page does nothing.
 */
export const Form = (props: FormProps) => {
  const { view, action, hidden = {}, bare, id, keeps, data = {}, children } = props;
  return (
    <form
      class={bare ? undefined : "form"}
      id={id}
      action={action}
      method="post"
      novalidate
      data-keeps={keeps ? "" : undefined}
      data-sending={wordsIn(view.lang).sending}
      {...Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]))}
    >
      <input type="hidden" name="formToken" value={view.formToken} />
      {keeps && view.isKept ? <KeptNote view={view} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
};

/** Buttons of a form, one under the other on phones. */
export const Actions = ({ children }: { readonly children?: Child }) => (
  <div class="actions">{children}</div>
);

type ButtonProps = {
  /** The one thing that this page is for: at most one a page. */
  readonly main?: boolean | undefined;
  readonly danger?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Full width also on wide screens. */
  readonly wide?: boolean | undefined;
  /** A link that looks like a button; without it a submit button. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: Child;
};

const buttonClass = ({ main, danger, small, wide }: ButtonProps) =>
  ["btn", main && "btn--main", danger && "btn--danger", small && "btn--small", wide && "btn--wide"]
    .filter(Boolean)
    .join(" ");

/** A submit button, or a link with `href`. Never disabled: it answers why not. */
export const Button = (props: ButtonProps) => {
  const { href, name, value, icon, children } = props;
  const inside = (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
  return href === undefined ? (
    <button class={buttonClass(props)} type="submit" name={name} value={value}>
      {inside}
    </button>
  ) : (
    <a class={buttonClass(props)} href={href}>
      {inside}
    </a>
  );
};

type Link = { readonly href: string; readonly children?: Child };

const arrowLink =
  (arrow: "back" | "next") =>
  ({ href, children }: Link) => (
    <a class="back" href={href}>
      <Icon name={arrow} />
      <span>{children}</span>
    </a>
  );

/** 「TOPへ戻る」 and the like: above the heading. */
export const BackLink = arrowLink("back");

/** A link with an arrow, for lists of ways on: 「パスワードを忘れた方はこちら」. */
export const OnLink = arrowLink("next");
