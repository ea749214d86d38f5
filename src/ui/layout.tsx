import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { scriptHref, stylesheetHref } from "./assets.ts";
import { Footer } from "./frame/footer.tsx";
import { Header } from "./frame/header.tsx";
import { Leaving } from "./frame/leaving.tsx";
import { wordsIn } from "./text.ts";
import type { FieldErrors, View } from "./view.ts";

type PageProps = {
  readonly view: View;
  /** Without the society: the frame adds it. */
  readonly title: string;
  /**
   * sheet: one task on white paper · desk: several cards to read ·
   * band: full width, for `Band` and `Desk` (home and sign-in)
   */
  readonly kind: "sheet" | "desk" | "band";
  /** With errors the title begins 「エラー:」. The page itself places `ErrorSummary`. */
  readonly errors?: FieldErrors | undefined;
  /** More for <head>, such as a script of this page alone. */
  readonly head?: Child;
  readonly children?: Child;
};

const doctype = raw("<!doctype html>");

const titleOf = ({ view, title, errors = {} }: PageProps) => {
  const mark = Object.keys(errors).length > 0 ? wordsIn(view.lang).error : "";
  return `${mark}${title}｜${view.frame.name}`;
};

const Head = (props: PageProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <title>{titleOf(props)}</title>
    <link rel="stylesheet" href={stylesheetHref} />
    <link rel="stylesheet" href={props.view.frame.brandHref} />
    <script src={scriptHref("page")} defer></script>
    {props.head}
  </head>
);

const Main = ({ kind, children }: PageProps) => {
  if (kind === "band") return <main id="main">{children}</main>;
  if (kind === "desk")
    return (
      <main class="desk" id="main">
        {children}
      </main>
    );
  return (
    <main class="desk desk--sheet" id="main">
      <div class="sheet">{children}</div>
    </main>
  );
};

/** A whole document. No inline style or script anywhere: the CSP forbids them. */
export const Page = (props: PageProps) => {
  const { view } = props;
  const leaves = view.frame.member?.leaves;
  return (
    <>
      {doctype}
      <html lang={view.lang} data-size={view.size}>
        <Head {...props} />
        <body>
          <a class="skip" href="#main">
            {wordsIn(view.lang).skip}
          </a>
          {leaves ? <Leaving view={view} leaves={leaves} /> : null}
          <Header view={view} />
          <Main {...props} />
          <Footer view={view} />
        </body>
      </html>
    </>
  );
};
