import type { View } from "../../../ui/index.ts";
import { ErrorSummary, Page } from "../../../ui/index.ts";
import type { Framed } from "../../factor-steps/index.ts";
import type { State } from "../types.ts";

/** No progress: most of these are one page. */
export const frame = (view: View, { shown, title, head, children }: Framed<State>) => (
  <Page view={view} title={title} kind="sheet" errors={shown.errors} head={head}>
    <ErrorSummary view={view} errors={shown.errors} />
    <h1>{title}</h1>
    {children}
  </Page>
);
