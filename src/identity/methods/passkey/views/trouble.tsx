import { Dots, Note, OnLink, Section, type View } from "../../../../ui/index.ts";
import type { WayOn } from "../../rules.ts";
import { type Failure, passkeyWords } from "../text/passkey-text.ts";

type Doing = "create" | "get";
type Props = {
  readonly view: View;
  readonly doing: Doing;
};

/**
 * What the browser could not do: hidden until the script shows the sentence that fits.
 * `shown`: for the gallery.
 */
export const Failed = ({
  view,
  doing,
  shown,
}: Props & { readonly shown?: Failure | undefined }) => {
  const words = passkeyWords(view.lang);
  return (
    <div class="gap" data-passkey-failed role="alert" tabindex={-1} hidden={shown === undefined}>
      <Note kind="stop" title={words.failedTitle[doing]}>
        {Object.entries(words.failures[doing]).map(([name, sentence]) => (
          <p data-passkey-why={name} hidden={name !== shown}>
            {sentence}
          </p>
        ))}
      </Note>
    </div>
  );
};

type AbsentProps = Pick<Props, "view"> & { readonly way: WayOn };

const AbsentNote = ({ view, way }: AbsentProps) => {
  const words = passkeyWords(view.lang);
  return (
    <Note kind="warn" title={words.absentTitle}>
      {[...words.absent, words.absentWay[way]].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Note>
  );
};

/** Where there is no WebAuthn: shown by the script; where there is no JavaScript, by itself. */
export const Absent = ({
  isShown,
  ...props
}: AbsentProps & { readonly isShown?: boolean | undefined }) => (
  <>
    <div class="gap" data-passkey-absent hidden={isShown !== true}>
      <AbsentNote {...props} />
    </div>
    <noscript>
      <div class="gap">
        <AbsentNote {...props} />
      </div>
    </noscript>
  </>
);

type HelpProps = Props & { readonly way: WayOn; readonly canRenew?: boolean | undefined };

/** 「うまくいかないとき」: nobody is left without a next thing to do. */
export const Help = ({ view, doing, way, canRenew }: HelpProps) => {
  const words = passkeyWords(view.lang);
  const last = words.way[doing][way];
  // Where nothing else is left, what helps who has lost it comes first.
  const items = way === "other" ? [...words.check[doing], last] : [last, ...words.check[doing]];
  return (
    <Section title={words.helpTitle} id="passkey-help">
      <Dots items={items} />
      <p class="lead">{canRenew && way === "other" ? words.stuckRenew : words.stuck}</p>
      <OnLink href="/contact">{words.contact}</OnLink>
    </Section>
  );
};

/** The question before was answered too late. */
export const Renewed = ({ view }: Pick<Props, "view">) => {
  const words = passkeyWords(view.lang);
  return (
    <div class="gap">
      <Note kind="info" icon="clock" title={words.renewedTitle} status>
        <p>{words.renewed}</p>
      </Note>
    </div>
  );
};
