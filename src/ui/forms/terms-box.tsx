import type { Child } from "hono/jsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";

type TermsBoxProps = {
  readonly view: View;
  readonly title: string;
  /** The same text on a page of its own. */
  readonly fullHref?: string | undefined;
  readonly children?: Child;
};

/** The terms in full, in a box that scrolls and takes the keyboard. */
export const TermsBox = ({ view, title, fullHref, children }: TermsBoxProps) => {
  const words = wordsIn(view.lang);
  return (
    <div class="field">
      <h2 class="label" id="terms-title">
        {title}
      </h2>
      <p class="hint">
        {words.readTerms}
        {fullHref === undefined ? null : (
          <>
            {" "}
            <a href={fullHref} target="_blank" rel="noopener">
              {words.readWide}
            </a>
          </>
        )}
      </p>
      {/* A region that scrolls must take the keyboard. */}
      <section class="terms" tabindex={0} aria-labelledby="terms-title">
        {children}
      </section>
    </div>
  );
};
