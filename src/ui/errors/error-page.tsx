import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { Actions, Button } from "../forms/form.tsx";
import { Page } from "../layout.tsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { type ErrorCode, errorWordsIn } from "./text.ts";

type ErrorPageProps = {
  readonly view: View;
  /** HTTP status. */
  readonly code: ErrorCode;
  /** Instead of the standard words of this code. */
  readonly title?: string | undefined;
  /** What happened, and what it means for the member. */
  readonly what?: string | undefined;
  /** What to do now. */
  readonly mend?: string | undefined;
  /** Buttons; by default the way home. */
  readonly actions?: Child;
};

/** A page for 403, 404, 413, 422 without a form, 429, 500 and 503, with the お問い合わせ番号. */
export const ErrorPage = ({ view, code, actions, ...own }: ErrorPageProps) => {
  const words = wordsIn(view.lang);
  const standard = errorWordsIn(view.lang)[code];
  const title = own.title ?? standard.title;
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{own.what ?? standard.what}</p>
      <p>{own.mend ?? standard.mend}</p>
      <Actions>
        {actions ?? (
          <Button main href="/">
            {view.frame.member === null ? words.backToSignIn : words.backToTop}
          </Button>
        )}
      </Actions>
      <p class="gap small soft">
        {words.inquiryNumber} <span class="addr num">{view.requestId}</span>
      </p>
    </Page>
  );
};

/** For a host that is no entrance: names nothing and nobody, and needs no stylesheet. */
export const UnknownHostPage = () => (
  <>
    {raw("<!doctype html>")}
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>ページが見つかりません</title>
      </head>
      <body>
        <main>
          <h1>ページが見つかりません</h1>
          <p>アドレスに間違いがないか、ご確認ください。</p>
          <p lang="en">This page was not found. Please check the address.</p>
        </main>
      </body>
    </html>
  </>
);
