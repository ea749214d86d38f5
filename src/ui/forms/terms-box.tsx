import type { Child } from "hono/jsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";

type TermsBoxProps = {
  readonly view: View;
  readonly title: string;
  /** The same text on a page of its own. */
  readonly fullHref?: string | undefined;
  /** The page has nothing else, and its heading says the title already. */
  readonly isPage?: boolean | undefined;
  readonly children?: Child;
};

/** The terms in full, in a box that scrolls and takes the keyboard. */
export const TermsBox = ({ view, title, fullHref, isPage, children }: TermsBoxProps) => {
  const words = wordsIn(view.lang);
  return (
    <div class="field">
      <h2 class={isPage ? "sr" : "label"} id="terms-title">
        {title}
      </h2>
      <p class="hint">
        {words.readTerms}
        {fullHref === undefined ? null : (
          <>
            {" "}
            <span class="nowrap">
              <a href={fullHref} target="_blank" rel="noopener">
                {words.readWide}
              </a>
            </span>
          </>
        )}
      </p>
      {/* A region that scrolls must take the keyboard. */}
      <section
        class={isPage ? "terms terms--page" : "terms"}
        tabindex={0}
        aria-labelledby="terms-title"
      >
        {children}
      </section>
    </div>
  );
};
