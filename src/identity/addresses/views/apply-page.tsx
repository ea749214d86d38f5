import { Actions, Button, Form, type View } from "../../../ui/index.ts";
import type { Which } from "../rules.ts";
import { addressesWords } from "../text/addresses-text.ts";
import { stepsWords } from "../text/steps-text.ts";
import { Sheet } from "./frame.tsx";
import type { StepForm } from "./types.ts";

type Props = {
  readonly view: View;
  readonly which: Which;
  readonly form: StepForm;
  readonly address: string;
};

/** The mail's button was pressed: the last word is said here. */
export const ApplyPage = ({ view, which, form, address }: Props) => {
  const words = stepsWords(view.lang);
  const back = { href: "/profile/email", label: addressesWords(view.lang).toAddresses };
  return (
    <Sheet view={view} title={words.applyTitle} back={back}>
      <p class="lead">
        <b class="addr">{address}</b>
      </p>
      <p>{words.applyLead[which]}</p>
      <Form view={view} action={form.action} hidden={{ turn: form.turn }}>
        <Actions>
          <Button main>{words.apply}</Button>
          <Button href="/profile/email">{words.cancel}</Button>
        </Actions>
      </Form>
    </Sheet>
  );
};
