import { endIn, momentIn } from "../../kernel/moments.ts";
import type { MaintenanceState } from "../../society/index.ts";
import { Note, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

type Props = { readonly view: View; readonly state: MaintenanceState };

/** What is coming, for sign-in and home: a note for each window; null where nothing is announced. */
export const AnnouncedMaintenance = ({ view, state }: Props) => {
  const words = view.lang === "ja" ? ja : en;
  if (state.kind !== "announced") return null;
  return (
    <>
      {state.windows.map(({ from, to, reason }) => (
        <Note
          kind="info"
          icon="clock"
          title={words.announced(momentIn(view.lang, from), endIn(view.lang, to, from))}
        >
          {reason?.[view.lang] || words.announcedText}
        </Note>
      ))}
    </>
  );
};
