import { Dots, Note, type View } from "../../../../ui/index.ts";
import { totpWords } from "../text.ts";

/** What to check when a code was not right. @param which of several devices or entries it may be */
export const Help = ({ view, which }: { readonly view: View; readonly which?: string }) => {
  const words = totpWords(view.lang);
  const items = [words.helpNewest, words.helpClock, which].filter((item) => item !== undefined);
  return (
    <div class="gap">
      <Note kind="info" title={words.helpTitle}>
        <Dots items={items} />
      </Note>
    </div>
  );
};
