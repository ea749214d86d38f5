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
import type { Framed } from "../../factor-steps/index.ts";
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

type LostProps = Own & {
  /** Whether the society's policy lets them enrol anew here. */
  readonly isHere: boolean;
};

/** 「認証の機器をなくした方」 */
const LostDevice = ({ view, shown: { action, turn }, isHere }: LostProps) => {
  const words = resetWords(view.lang);
  return (
    <Section title={words.lostTitle} id="lost">
      {isHere ? (
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
export const factorFrame = (view: View, framed: Framed<State>, isHere: boolean): Html => {
  const { children, step, shown, title, head } = framed;
  const isAsking = step === "verify";
  return (
    <Sheet view={view} shown={shown} title={title} head={head}>
      {isAsking ? <p class="lead">{resetWords(view.lang).verifyLead}</p> : null}
      {children}
      {isAsking ? <LostDevice view={view} shown={shown} isHere={isHere} /> : null}
    </Sheet>
  );
};
