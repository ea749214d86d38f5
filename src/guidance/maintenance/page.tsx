import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { Actions, Button, Note, Page, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

type MaintenancePageProps = {
  readonly view: View;
  readonly from: Instant;
  readonly to: Instant;
};

/** While it lasts (503). */
export const MaintenancePage = ({ view, from, to }: MaintenancePageProps) => {
  const words = view.lang === "ja" ? ja : en;
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <div class="gap">
        <Note kind="info" icon="clock" title={words.until(momentIn(view.lang, to, from))}>
          <p>{words.kept}</p>
          <p>{words.unchanged}</p>
        </Note>
      </div>
      <Actions>
        <Button main href="/">
          {words.retry}
        </Button>
      </Actions>
    </Page>
  );
};
