import type { Shown } from "../../../../flow/index.ts";
import { Actions, Button, Form, type View } from "../../../../ui/index.ts";
import { CodeForm, Missing, Resend, type Waiting, waitingIn } from "../../../mail-check/index.ts";
import { checkWords } from "../../text/check-text.ts";
import { tooSoon } from "../../text/messages-text.ts";
import type { State } from "../../types.ts";
import { StepPage } from "../frame.tsx";
import { Pressed, Trouble, WrongAddress } from "./sections.tsx";
import type { CheckProps, WaitingProps } from "./types.ts";

const NotSent = ({ view, shown, address }: CheckProps) => {
  const words = checkWords(view.lang);
  const [before, after] = words.notSentTo;
  return (
    <>
      <p class="lead">
        {before}
        <b class="addr">{address}</b>
        {after}
      </p>
      <Form
        view={view}
        action={shown.action}
        hidden={{ turn: shown.turn, action: "resend" }}
        id="code"
      >
        <Actions>
          <Button main icon="mail">
            {words.sendMail}
          </Button>
        </Actions>
      </Form>
    </>
  );
};

const Sent = (props: WaitingProps) => {
  const { view, shown, address, isOnFile, mailDomain, waiting } = props;
  const { action, turn, errors } = shown;
  const words = checkWords(view.lang);
  const [before, after] = words.sentTo(waiting.sentAt);
  const mailed = { view, action, turn, waiting };
  const first = { fieldName: "code", isSaid: errors.code !== undefined };
  return (
    <>
      <p class="lead">
        {before}
        <b class="addr">{address}</b>
        {after}
      </p>
      {waiting.trouble ? <Trouble {...props} trouble={waiting.trouble} /> : null}
      {waiting.code === "open" ? (
        <CodeForm {...mailed} errors={errors} name="code" label={words.code} submit={words.check} />
      ) : (
        <Resend {...mailed} first={first} />
      )}
      {/* The mail to the address on file has no button. */}
      {isOnFile ? null : <Pressed {...props} />}
      <Missing
        {...mailed}
        mailDomain={mailDomain}
        mark={waiting.newest}
        more={isOnFile ? words.lostOnFile : undefined}
      />
      {isOnFile || waiting.trouble === "undeliverable" ? null : <WrongAddress {...props} />}
    </>
  );
};

/** That a mail has just gone is no longer said when the next one may go. */
const withoutPast = (view: View, shown: Shown<State>, waiting: Waiting | null): Shown<State> => {
  const { "": said, ...errors } = shown.errors;
  const isPast = waiting?.resendFrom === null && said === tooSoon(view.lang);
  return isPast ? { ...shown, errors } : shown;
};

/** A button that is not there has no place on the page: the message stands above it. */
const withPlace = (shown: Shown<State>): Shown<State> => {
  const { action, ...errors } = shown.errors;
  return action === undefined ? shown : { ...shown, errors: { ...errors, "": action } };
};

/** Waits for the number of a mail, or for its button on whatever device. */
export const AddressCheckPage = (given: CheckProps) => {
  const { view, check, isOnFile } = given;
  const words = checkWords(view.lang);
  const waiting = check && waitingIn(view.lang, check, given.shown.scene.now);
  const shown = withPlace(withoutPast(view, given.shown, waiting));
  const props = { ...given, shown };
  return (
    <StepPage
      view={view}
      shown={shown}
      step={isOnFile ? "file-address" : "address-check"}
      title={waiting ? words.title : words.titleNotSent}
    >
      {waiting ? <Sent {...props} waiting={waiting} /> : <NotSent {...props} />}
    </StepPage>
  );
};
