import { Actions, Button, Facts, Field, Form, Note, type View } from "../../../ui/index.ts";
import type { Addresses, Which } from "../rules.ts";
import { addressesWords } from "../text/addresses-text.ts";
import { stepsWords } from "../text/steps-text.ts";
import { Sheet } from "./frame.tsx";
import type { StepErrors, StepForm } from "./types.ts";

type Props = {
  readonly view: View;
  readonly which: Which;
  readonly form: StepForm & StepErrors & { readonly email: string };
  readonly current: Pick<Addresses, "email" | "second">;
  readonly mailDomain: string;
};

/** Typing an address: the mail goes out with it. */
export const AddressPage = ({ view, which, form, current, mailDomain }: Props) => {
  const words = stepsWords(view.lang);
  const { title, lead, label } = words.address[which];
  const now = which === "main" ? current.email : current.second;
  const term = which === "main" ? words.current : words.currentSecond;
  const back = { href: "/profile/email", label: addressesWords(view.lang).toAddresses };
  const isFirst = which === "main" && now === null;
  return (
    <Sheet view={view} title={isFirst ? words.first : title} back={back} errors={form.errors}>
      <p class="lead">{lead}</p>
      {now === null ? null : (
        <div class="gap">
          <Facts items={[{ term, value: <span class="addr">{now}</span> }]} />
        </div>
      )}
      <Form view={view} action={form.action} hidden={{ turn: form.turn }} keeps>
        <Field
          view={view}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          label={label}
          need="must"
          hint={words.hint}
          value={form.email}
          error={form.errors.email}
        />
        <div class="gap">
          <Note kind="info" icon="mail" title={words.domainTitle}>
            {words.domain(mailDomain)}
          </Note>
        </div>
        <Actions>
          <Button main icon="mail">
            {words.send}
          </Button>
          <Button href="/profile/email">{words.cancel}</Button>
        </Actions>
      </Form>
    </Sheet>
  );
};
