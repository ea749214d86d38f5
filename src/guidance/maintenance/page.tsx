import { endIn } from "../../kernel/moments.ts";
import type { Told } from "../../society/index.ts";
import { Actions, Button, Note, OnLink, Page, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

type MaintenancePageProps = {
  readonly view: View;
  readonly window: Told;
  /** A form met it: what was typed went nowhere. */
  readonly isSubmit: boolean;
};

/** While it lasts (503). */
export const MaintenancePage = ({ view, window, isSubmit }: MaintenancePageProps) => {
  const words = view.lang === "ja" ? ja : en;
  const { from, to, reason } = window;
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <div class="gap stack">
        <Note kind="info" icon="clock" title={words.until(endIn(view.lang, to, from))}>
          {reason ? <p>{reason[view.lang]}</p> : null}
          <p>{words.kept}</p>
          <p>{words.unchanged}</p>
        </Note>
        {isSubmit ? (
          <Note kind="warn" title={words.notSent}>
            {words.sendAgain}
          </Note>
        ) : null}
      </div>
      <Actions>
        <Button main href="/">
          {words.retry}
        </Button>
      </Actions>
      <p class="gap">
        <OnLink href="/contact">{words.contact}</OnLink>
      </p>
    </Page>
  );
};
