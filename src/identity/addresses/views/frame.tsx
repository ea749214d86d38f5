import type { Child } from "hono/jsx";
import { BackLink, ErrorSummary, type FieldErrors, Page, type View } from "../../../ui/index.ts";

type Props = {
  readonly view: View;
  readonly title: string;
  /** Above the heading. */
  readonly back: { readonly href: string; readonly label: string };
  readonly errors?: FieldErrors | undefined;
  readonly children?: Child;
};

/** A page of addresses, with the way back above its heading. */
export const Sheet = ({ view, title, back, errors, children }: Props) => (
  <Page view={view} title={title} kind="sheet" errors={errors}>
    <ErrorSummary view={view} errors={errors} />
    <BackLink href={back.href}>{back.label}</BackLink>
    <h1>{title}</h1>
    {children}
  </Page>
);
