import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Dots, Form, Note, type View } from "../../../ui/index.ts";
import { newWayWords } from "../text/new-way-text.ts";
import type { State } from "../types.ts";
import { EmailFields } from "./fields.tsx";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly mailDomain: string;
  readonly isNeeded: boolean;
  readonly isPreferenceAsked: boolean;
};

/** Filters that let only known senders in: told before the mail goes. */
const Senders = ({ view, mailDomain }: Pick<Props, "view" | "mailDomain">) => {
  const words = newWayWords(view.lang);
  return (
    <Note kind="info" icon="mail" title={words.addressDomainTitle}>
      <p>{words.addressDomain(mailDomain)}</p>
      <Dots
        items={words.addressSenders(mailDomain).map(([address, what]) => (
          <>
            <b class="addr">{address}</b> <span class="soft small">({what})</span>
          </>
        ))}
      />
    </Note>
  );
};

/** 「メールアドレス確認」: confirm or change. */
export const AddressPage = ({ view, shown, mailDomain, isNeeded, isPreferenceAsked }: Props) => {
  const words = newWayWords(view.lang);
  const { flow, policy } = shown.scene;
  const isChecked = policy.email.atRegistration === "required-verified";
  const { email, former, fileAddress } = flow.state;
  const isOffered = (address: string | null | undefined) =>
    email === null && typeof address === "string" && shown.typed.email === address;
  const whose = isOffered(former?.email)
    ? words.addressOfAccount
    : isOffered(fileAddress)
      ? words.addressOnFile
      : null;
  return (
    <StepPage view={view} shown={shown} step="address" title={words.addressTitle}>
      <p class="lead">{isChecked ? words.addressLead : words.addressLeadUnchecked}</p>
      {flow.state.factor.person.isMailExempt ? <p>{words.addressExempt}</p> : null}
      {whose === null ? null : <p>{whose}</p>}
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }}>
        <EmailFields
          view={view}
          shown={shown}
          isNeeded={isNeeded}
          isPreferenceAsked={isPreferenceAsked}
        />
        <div class="gap">
          <Senders view={view} mailDomain={mailDomain} />
        </div>
        <Actions>
          <Button main icon={isChecked ? "mail" : undefined}>
            {isChecked ? words.sendMail : words.next}
          </Button>
        </Actions>
      </Form>
    </StepPage>
  );
};
