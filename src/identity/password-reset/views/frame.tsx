import type { Child } from "hono/jsx";
import type { Html, Shown } from "../../../flow/index.ts";
import {
  Button,
  Dots,
  ErrorSummary,
  Form,
  Note,
  Page,
  Section,
  type View,
} from "../../../ui/index.ts";
import { type Framed, verify } from "../../factor-steps/index.ts";
import { canLose } from "../rules.ts";
import { resetWords } from "../text/reset-text.ts";
import type { State } from "../types.ts";

type Own = { readonly view: View; readonly shown: Shown<State> };

/** 「お手続きの途中で、組合の決まりが変わりました」: nearly never. */
const Changed = ({ view, shown: { changed } }: Own) =>
  changed.length === 0 ? null : (
    <div class="before">
      <Note kind="info" title={resetWords(view.lang).changedTitle} status>
        <Dots items={changed} />
      </Note>
    </div>
  );

type SheetProps = Own & {
  readonly title: string;
  readonly head?: Child;
  readonly children?: Child;
};

/** What every page of a reset begins with. No progress: most of these are two pages. */
export const Sheet = ({ view, shown, title, head, children }: SheetProps) => (
  <Page view={view} title={title} kind="sheet" errors={shown.errors} head={head}>
    <ErrorSummary view={view} errors={shown.errors} />
    <Changed view={view} shown={shown} />
    <h1>{title}</h1>
    {children}
  </Page>
);

/** 「認証の機器をなくした方」: what the society's policy has for them. */
const LostDevice = ({ view, shown: { scene, action, turn } }: Own) => {
  const words = resetWords(view.lang);
  return (
    <Section title={words.lostTitle} id="lost">
      {canLose(scene.policy) ? (
        <>
          <p>{words.lostText}</p>
          <div class="gap">
            <Form view={view} action={action} hidden={{ turn, lost: "yes" }} bare>
              <Button>{words.lostButton}</Button>
            </Form>
          </div>
        </>
      ) : (
        <p>{words.lostStaff}</p>
      )}
    </Section>
  );
};

/** 認証方法 as a part of a reset. */
export const factorFrame = (view: View, framed: Framed<State>): Html => {
  const { children, step, shown, title, head } = framed;
  const isAsking = step === verify;
  return (
    <Sheet view={view} shown={shown} title={title} head={head}>
      {isAsking ? <p class="lead">{resetWords(view.lang).verifyLead}</p> : null}
      {children}
      {isAsking ? <LostDevice view={view} shown={shown} /> : null}
    </Sheet>
  );
};
