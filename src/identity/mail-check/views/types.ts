import type { FieldErrors, View } from "../../../ui/index.ts";
import type { Waiting } from "../text/waiting-text.ts";

/** A page that waits for a mail with digits: where its forms go, and how the mail stands. */
export type MailedProps = {
  readonly view: View;
  readonly action: string;
  readonly turn: string;
  readonly waiting: Waiting;
};

export type CodeFormProps = MailedProps & {
  readonly errors: FieldErrors;
  /** Of the field. */
  readonly name: string;
  readonly label: string;
  /** On the button. */
  readonly submit: string;
};

export type MissingProps = MailedProps & {
  readonly mailDomain: string;
  /** What stands in the subject of the newest mail. */
  readonly mark: string;
  /** One more thing that may help. */
  readonly more?: string | undefined;
};
