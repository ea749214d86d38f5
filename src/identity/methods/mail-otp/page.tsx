import { maskAddress } from "../../../kernel/mail-address.ts";
import { Actions, Button, Form, Note, type View } from "../../../ui/index.ts";
import {
  CodeForm,
  type KeptCheck,
  Missing,
  NotYet,
  Resend,
  type Waiting,
  waitingIn,
} from "../../mail-check/index.ts";
import type { DoorPage, DoorShown } from "../method.ts";
import { hasOthers } from "../rules.ts";
import { field } from "./judge.ts";
import { type MailStep, markOf, type Unsent } from "./rules.ts";
import type { Kept } from "./send.ts";
import { mailOtpWords } from "./text/mail-otp-text.ts";

type Props = {
  readonly view: View;
  readonly shown: DoorShown<Kept, KeptCheck | null>;
  readonly step: MailStep;
  readonly mailDomain: string;
};

/** Where else one can go from here. */
const otherIn = ({ shown: { place }, step }: Props): "verify" | "enrol" | "none" => {
  if (step === "enrol") return "enrol";
  return hasOthers(place.factors, "mail-otp") ? "verify" : "none";
};

const Address = ({ shown }: Pick<Props, "shown">) => (
  <b class="addr">{maskAddress(shown.place.owner.email ?? "")}</b>
);

/** Why no mail went; that one has just gone is no longer said when the next one may go. */
const NotSent = ({ unsent, ...props }: Props & { readonly unsent: Unsent }) => {
  const words = mailOtpWords(props.view.lang);
  const { title, next } = words.unsent[unsent];
  return (
    <div class="gap">
      <Note kind={unsent === "too-soon" ? "info" : "warn"} title={title} status>
        <p>{next}</p>
        {unsent === "too-soon" ? null : <p>{words.other[otherIn(props)]}</p>}
      </Note>
    </div>
  );
};

type TroubleProps = Props & { readonly trouble: NonNullable<Waiting["trouble"]> };

/** A mail that cannot arrive, or not yet, with the other ways. */
const Trouble = ({ trouble, ...props }: TroubleProps) => {
  const words = mailOtpWords(props.view.lang);
  const other = words.other[otherIn(props)];
  if (trouble !== "undeliverable")
    return <NotYet view={props.view} trouble={trouble} more={other} />;
  return (
    <div class="gap">
      <Note kind="stop" title={words.undelivered}>
        <p>{words.undeliveredNext}</p>
        <p>{other}</p>
      </Note>
    </div>
  );
};

const Sent = ({ newest, ...props }: Props & { readonly newest: KeptCheck }) => {
  const { view, shown, mailDomain } = props;
  const { action, turn, errors, kept, place } = shown;
  const words = mailOtpWords(view.lang);
  const waiting = waitingIn(view.lang, newest, place.scene.now);
  const [before, after] = words.sentTo(waiting.sentAt);
  const mailed = { view, action, turn, waiting };
  const isPast = kept.unsent === "too-soon" && waiting.resendFrom === null;
  return (
    <>
      <p class="lead">
        {before}
        <Address shown={shown} />
        {after}
      </p>
      {kept.unsent === null || isPast ? null : <NotSent {...props} unsent={kept.unsent} />}
      {waiting.trouble ? <Trouble {...props} trouble={waiting.trouble} /> : null}
      {waiting.code === "open" ? (
        <CodeForm
          {...mailed}
          errors={errors}
          name={field}
          label={words.codeLabel}
          submit={words.check}
        />
      ) : (
        <Resend {...mailed} first={{ fieldName: field, isSaid: errors[field] !== undefined }} />
      )}
      <Missing
        {...mailed}
        mailDomain={mailDomain}
        mark={markOf(newest.sentAt, newest.nth)}
        more={words.lost}
      />
    </>
  );
};

/** No mail went in this attempt: the button is there, and says again why not. */
const Unsendable = (props: Props) => {
  const { view, shown } = props;
  const { action, turn, kept } = shown;
  const words = mailOtpWords(view.lang);
  return (
    <>
      {kept.unsent === null ? null : <NotSent {...props} unsent={kept.unsent} />}
      {kept.unsent === "no-address" ? null : (
        <Form view={view} action={action} hidden={{ turn, action: "resend" }} id={field}>
          <Actions>
            <Button main icon="mail">
              {words.send}
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
};

/** 「メールに届いた番号を入力してください」 */
export const MailOtpPage = (props: Props): DoorPage => {
  const { view, shown } = props;
  const words = mailOtpWords(view.lang);
  // One whose code was taken is no mail to wait for.
  const newest = shown.looked?.confirmedAt === null ? shown.looked : null;
  return newest
    ? { title: words.pageTitle, body: <Sent {...props} newest={newest} /> }
    : { title: words.pageTitleUnsent, body: <Unsendable {...props} /> };
};
