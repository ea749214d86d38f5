import { coverDays, coverNow } from "../../../identity/after-cover/index.ts";
import { Note } from "../../../ui/index.ts";
import { homeWords } from "../text.ts";
import type { HomeProps } from "../types.ts";

/** Until when the records may be read, for who is not covered any more. */
export const CoverEndedNote = ({ view, session, society, now }: HomeProps) => {
  const words = homeWords(view.lang);
  const days = coverDays(view.lang, { session, society });
  if (!days || coverNow({ session, society, now }) === "covered") return null;
  return (
    <div class="home__todo">
      <Note kind="info" title={words.coverEndedTitle(days.until)}>
        {words.coverEndedText(days.lostOn)}
      </Note>
    </div>
  );
};
