import type { Child } from "hono/jsx";
import { BackLink, ErrorSummary, type FieldErrors, Page, type View } from "../../../ui/index.ts";
import { profileWords } from "../text/profile-text.ts";

type Props = {
  readonly view: View;
  readonly title: string;
  readonly errors?: FieldErrors | undefined;
  readonly head?: Child;
  readonly children?: Child;
};

/** A page below the profile: the way back above its heading. */
export const ProfileSheet = ({ view, title, errors, head, children }: Props) => (
  <Page view={view} title={title} kind="sheet" errors={errors} head={head}>
    <ErrorSummary view={view} errors={errors} />
    <BackLink href="/profile">{profileWords(view.lang).toProfile}</BackLink>
    <h1>{title}</h1>
    {children}
  </Page>
);
