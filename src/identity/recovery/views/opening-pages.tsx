import { Actions, Button, EndSheet, Form, Page, type View } from "../../../ui/index.ts";
import type { Opened } from "../rules.ts";
import { openingWords } from "../text/opening-text.ts";
import type { Forgotten } from "../types.ts";

type LinkProps = {
  readonly view: View;
  readonly kind: Forgotten;
  readonly action: string;
};

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const LinkPage = ({ view, kind, action }: LinkProps) => {
  const words = openingWords(view.lang)[kind];
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form view={view} action={action}>
        <Actions>
          <Button main>{words.button}</Button>
        </Actions>
      </Form>
    </Page>
  );
};

type VoidProps = {
  readonly view: View;
  /** Null: nobody knows what it was for. */
  readonly kind: Forgotten | null;
  readonly because: Exclude<Opened, "open">;
};

/** 「URL無効通知画面」 */
export const VoidPage = ({ view, kind, because }: VoidProps) => {
  const words = openingWords(view.lang);
  const isPassword = kind === "forgot-password";
  return (
    <Page view={view} title={words.voidTitle} kind="sheet">
      <h1>{words.voidHeading}</h1>
      <p class="lead">{words.because[because]}</p>
      {because === "refused" || isPassword ? null : <p>{words.voidAgain}</p>}
      <Actions>
        {isPassword ? (
          <Button main href="/forgot-password">
            {words.toPassword}
          </Button>
        ) : (
          <Button main href="/forgot-id/identity">
            {words.toIdentity}
          </Button>
        )}
        <Button href="/recover/closed">{words.close}</Button>
      </Actions>
    </Page>
  );
};

/** What 「閉じる」 can do without a script. */
export const ClosedPage = ({ view }: { readonly view: View }) => {
  const words = openingWords(view.lang);
  const to = { href: "/sign-in", label: words.toSignIn };
  return <EndSheet view={view} title={words.closedTitle} paragraphs={[words.closed]} to={to} />;
};
