import type { Instant } from "../../../../kernel/time.ts";
import {
  Actions,
  Button,
  Form,
  Icon,
  Note,
  OnLink,
  Section,
  type View,
} from "../../../../ui/index.ts";
import {
  CodeForm,
  type KeptCheck,
  Missing,
  NotYet,
  Resend,
  type Waiting,
  waitingIn,
} from "../../../mail-check/index.ts";
import { addressesWords } from "../../text/addresses-text.ts";
import { stepsWords } from "../../text/steps-text.ts";
import { Sheet } from "../frame.tsx";
import type { StepErrors, StepForm } from "../types.ts";

export type CheckProps = {
  readonly view: View;
  readonly form: StepForm & StepErrors;
  /** The newest mail to the address; null: none went out of this flow. */
  readonly check: KeptCheck | null;
  readonly address: string;
  readonly now: Instant;
  readonly mailDomain: string;
};

type WaitingProps = CheckProps & { readonly waiting: Waiting };

const To = ({ words, address }: { words: readonly [string, string]; address: string }) => (
  <p class="lead">
    {words[0]}
    <b class="addr">{address}</b>
    {words[1]}
  </p>
);

const AgainLink = ({ view }: Pick<CheckProps, "view">) => (
  <OnLink href="/profile/address/address">{stepsWords(view.lang).again}</OnLink>
);

const Unsent = ({ view, form: { action, turn }, address }: CheckProps) => {
  const words = stepsWords(view.lang);
  return (
    <>
      <To words={words.unsentTo} address={address} />
      <Form view={view} action={action} hidden={{ turn, action: "resend" }} id="code">
        <Actions>
          <Button main icon="mail">
            {words.send}
          </Button>
        </Actions>
      </Form>
    </>
  );
};

/** A mail that cannot arrive, or not yet: whose doing it is, and what to do. */
const Trouble = ({ view, waiting: { trouble } }: WaitingProps) => {
  const words = stepsWords(view.lang);
  if (trouble === null) return null;
  if (trouble !== "undeliverable") return <NotYet view={view} trouble={trouble} />;
  return (
    <div class="gap">
      <Note kind="stop" title={words.undelivered}>
        <p>{words.undeliveredNext}</p>
        <AgainLink view={view} />
      </Note>
    </div>
  );
};

/** Who pressed the mail's button: by itself with JavaScript, by 「更新」 without. */
const Pressed = ({ view, form }: CheckProps) => {
  const words = stepsWords(view.lang);
  return (
    <Section title={words.pressedTitle} id="pressed">
      <p>{words.pressed}</p>
      <p
        class="waits"
        role="status"
        hidden
        data-standing="/profile/address/standing"
        data-turn={form.turn}
        data-next="/profile/address"
      >
        <Icon name="clock" />
        <span>{words.waiting}</span>
      </p>
      <div class="gap">
        <Button href={form.action}>{words.refresh}</Button>
      </div>
    </Section>
  );
};

const Sent = (props: WaitingProps) => {
  const { view, form, address, mailDomain, waiting } = props;
  const { action, turn, errors } = form;
  const words = stepsWords(view.lang);
  const mailed = { view, action, turn, waiting };
  const first = { fieldName: "code", isSaid: errors.code !== undefined };
  return (
    <>
      <To words={words.sentTo(waiting.sentAt)} address={address} />
      <p class="soft">{words.unchanged}</p>
      <Trouble {...props} />
      {waiting.code === "open" ? (
        <CodeForm {...mailed} errors={errors} name="code" label={words.code} submit={words.check} />
      ) : (
        <Resend {...mailed} first={first} />
      )}
      <Pressed {...props} />
      <Missing {...mailed} mailDomain={mailDomain} mark={waiting.newest} />
      {waiting.trouble === "undeliverable" ? null : (
        <Section title={words.wrongTitle} id="wrong">
          <AgainLink view={view} />
        </Section>
      )}
    </>
  );
};

/** That a mail has just gone is no longer said when the next one may go. */
const timely = ({ errors }: StepErrors, waiting: Waiting | null) => {
  const { "": said, ...others } = errors;
  return said === undefined || waiting?.resendFrom === null ? others : errors;
};

/** Waits for the number of a mail, or for its button on whatever device. */
export const CheckPage = (given: CheckProps) => {
  const { view, check, form } = given;
  const words = stepsWords(view.lang);
  const waiting = check && waitingIn(view.lang, check, given.now);
  const errors = timely(form, waiting);
  const props = { ...given, form: { ...form, errors } };
  const back = { href: "/profile/email", label: addressesWords(view.lang).toAddresses };
  const title = waiting ? words.checkTitle : words.checkTitleUnsent;
  return (
    <Sheet view={view} title={title} back={back} errors={errors}>
      {waiting ? <Sent {...props} waiting={waiting} /> : <Unsent {...props} />}
    </Sheet>
  );
};
