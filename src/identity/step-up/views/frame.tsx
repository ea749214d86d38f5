import { ErrorSummary, Page, type View } from "../../../ui/index.ts";
import type { Framed } from "../../factor-steps/index.ts";
import type { State } from "../types.ts";

type Inside = Pick<Framed<State>, "title" | "head" | "children"> & {
  readonly shown: Pick<Framed<State>["shown"], "errors">;
};

/** No progress: it is one page, or two. */
export const frame = (view: View, { shown, title, head, children }: Inside) => (
  <Page view={view} title={title} kind="sheet" errors={shown.errors} head={head}>
    <ErrorSummary view={view} errors={shown.errors} />
    <h1>{title}</h1>
    {children}
  </Page>
);
