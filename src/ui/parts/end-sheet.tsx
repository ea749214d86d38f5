import { Actions, Button } from "../forms/form.tsx";
import { Page } from "../layout.tsx";
import type { View } from "../view.ts";

type Props = {
  readonly view: View;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The one way on. */
  readonly to: { readonly href: string; readonly label: string };
};

/** Where something ends, or does not go on: why, and the way from here. */
export const EndSheet = ({ view, title, paragraphs, to }: Props) => (
  <Page view={view} title={title} kind="sheet">
    <h1>{title}</h1>
    {paragraphs.map((text) => (
      <p class="lead">{text}</p>
    ))}
    <Actions>
      <Button main href={to.href}>
        {to.label}
      </Button>
    </Actions>
  </Page>
);
