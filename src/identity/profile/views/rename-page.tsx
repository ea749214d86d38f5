import { Actions, Button, Field, type FieldErrors, Form, type View } from "../../../ui/index.ts";
import { pageWords } from "../text/pages-text.ts";
import { ProfileSheet } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly action: string;
  readonly name: string;
  readonly errors: FieldErrors;
};

/** 「名前を変える」 */
export const RenamePage = ({ view, action, name, errors }: Props) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.renameTitle} errors={errors}>
      <p class="lead">{words.renameLead}</p>
      <Form view={view} action={action} keeps>
        <Field
          view={view}
          name="name"
          label={words.name}
          need="must"
          value={name}
          error={errors.name}
          autocomplete="off"
        />
        <Actions>
          <Button main>{words.save}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};
