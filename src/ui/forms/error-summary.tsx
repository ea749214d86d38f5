import type { Child } from "hono/jsx";
import { Icon } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { FieldErrors, View } from "../view.ts";

/** The key of a message that belongs to no field, such as 「無効なユーザIDまたはパスワードです。」 */
export const wholeForm = "";

type ErrorSummaryProps = {
  readonly view: View;
  /** In the order of the page. The key `""` (`wholeForm`) is the heading itself. */
  readonly errors: FieldErrors | undefined;
  /** What to do, when it is more than the fields say. */
  readonly children?: Child;
};

/**
 * First in the sheet, takes the focus (`autofocus` where there is no JavaScript), counts and links
 * every field. Nothing without errors.
 */
export const ErrorSummary = ({ view, errors = {}, children }: ErrorSummaryProps) => {
  const fields = Object.entries(errors).filter(([name]) => name !== wholeForm);
  const title = errors[wholeForm] ?? wordsIn(view.lang).checkPlaces(fields.length);
  if (Object.keys(errors).length === 0) return null;
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">
        <Icon name="error" />
        <span>{title}</span>
      </h2>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(([name, message]) => (
            <li>
              <a href={`#${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
};
