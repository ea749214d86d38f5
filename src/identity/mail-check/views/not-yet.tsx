import { Note, type View } from "../../../ui/index.ts";
import { mailedWords } from "../text/mailed-text.ts";

type Props = {
  readonly view: View;
  readonly trouble: "failed" | "late";
  /** What else may be done. */
  readonly more?: string;
};

/** A mail that could not be sent, or not yet: nothing that its owner did. */
export const NotYet = ({ view, trouble, more }: Props) => {
  const words = mailedWords(view.lang);
  const [kind, title, next] =
    trouble === "failed"
      ? (["warn", words.failed, words.failedNext] as const)
      : (["info", words.late, words.lateNext] as const);
  return (
    <div class="gap">
      <Note kind={kind} title={title}>
        <p>{next}</p>
        {more === undefined ? null : <p>{more}</p>}
      </Note>
    </div>
  );
};
