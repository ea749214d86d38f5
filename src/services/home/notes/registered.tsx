import { Note } from "../../../ui/index.ts";
import { homeWords } from "../text.ts";
import type { HomeProps } from "../types.ts";

/** The new way of registering ends here. */
export const RegisteredNote = ({ view, hasJustRegistered }: HomeProps) => {
  const words = homeWords(view.lang);
  if (!hasJustRegistered) return null;
  return (
    <div class="home__todo">
      <Note kind="ok" title={words.registeredTitle} status>
        {words.registeredText}
      </Note>
    </div>
  );
};
