import type { Child } from "hono/jsx";
import {
  Actions,
  Band,
  Button,
  Card,
  Desk,
  ErrorSummary,
  Field,
  type FieldErrors,
  Form,
  Note,
  OnLink,
  Page,
  Pair,
  type View,
} from "../../../ui/index.ts";
import { signInWords } from "../text.ts";
import { type PasskeyAsk, PasskeyPart } from "./passkey-part.tsx";

export type SignInPageProps = {
  readonly view: View;
  /** Which words the links have: the shared entrance's are those of the classic manuals. */
  readonly style: "classic" | "new";
  /** What is announced. */
  readonly maintenance?: Child;
  readonly continuation: string;
  /** What was typed; the password never comes back. */
  readonly userId?: string | undefined;
  /** 「お問い合わせ番号」 of the try that was just refused. */
  readonly refusedUnder: string | null;
  readonly refusedWay?: "password" | "passkey" | undefined;
  /** Null where no society of the entrance allows passkeys. */
  readonly passkey: PasskeyAsk | null;
  /** The script that asks for one. */
  readonly passkeyScript?: Child;
  /** For the gallery: as the script shows it. */
  readonly passkeyShown?: { readonly hasFailed?: boolean } | undefined;
  /** Why there is nobody signed in any more. */
  readonly ended?: "by-limit" | "by-member" | null;
  /** What was typed when the session had ended waits for its owner. */
  readonly isKeeping?: boolean;
  /** A begun registration of this browser. */
  readonly isResumable?: boolean;
};

const Side = ({ view, maintenance }: SignInPageProps) => {
  const words = signInWords(view.lang);
  return (
    <>
      {maintenance}
      <Card title={words.firstTitle} id="first">
        <p class="lead">{words.firstText}</p>
        <OnLink href="/help/guide#first-sign-in">{words.firstLink}</OnLink>
      </Card>
    </>
  );
};

const Ended = ({ view, ended, isKeeping }: SignInPageProps) => {
  const words = signInWords(view.lang);
  if (!ended && !isKeeping) return null;
  return (
    <div class="before">
      <Note kind={ended === "by-member" ? "ok" : "info"} title={words.ended} status>
        {ended === "by-member" ? words.endedByMember : words.endedByLimit}
        {isKeeping && ended !== "by-member" ? <p>{words.inputKept}</p> : null}
      </Note>
    </div>
  );
};

/** Before the form: who comes back in the middle would else type what opens nothing yet. */
const Resume = ({ view, isResumable }: SignInPageProps) => {
  const words = signInWords(view.lang);
  if (!isResumable) return null;
  return (
    <div class="before">
      <Note kind="info" title={words.resumeTitle}>
        {words.resumeText}
        <br />
        <OnLink href="/first-sign-in">{words.resumeLink}</OnLink>
      </Note>
    </div>
  );
};

const failureOf = ({ view, refusedWay }: SignInPageProps) => {
  const words = signInWords(view.lang);
  return refusedWay === "passkey"
    ? { title: words.passkeyFailed, what: words.passkeyFailedWhat, help: words.passkeyHelp }
    : { title: words.failed, what: words.failedWhat, help: null };
};

const Failure = (props: SignInPageProps & { errors: FieldErrors }) => {
  const { view, refusedUnder, errors } = props;
  const words = signInWords(view.lang);
  const { what, help } = failureOf(props);
  if (refusedUnder === null) return null;
  return (
    <ErrorSummary view={view} errors={errors}>
      {what.map((sentence) => (
        <p class="small">{sentence}</p>
      ))}
      {help === null ? null : <OnLink href="/help/guide#passkey">{help}</OnLink>}
      <p class="small soft">
        {words.inquiry} {words.inquiryNumber} <b class="num nowrap">{refusedUnder}</b>
      </p>
    </ErrorSummary>
  );
};

const PasswordForm = ({ view, continuation, userId, passkey }: SignInPageProps) => {
  const words = signInWords(view.lang);
  return (
    <Form view={view} action="/sign-in" hidden={{ continuation }}>
      <Field
        view={view}
        name="userId"
        label={words.userId}
        need="none"
        hint={words.userIdHint}
        value={userId}
        width="id"
        autocomplete={passkey ? "username webauthn" : "username"}
      />
      <Field
        view={view}
        name="password"
        label={words.password}
        need="none"
        hint={words.passwordHint}
        type="password"
        autocomplete="current-password"
      />
      <Actions>
        <Button main wide>
          {words.button}
        </Button>
      </Actions>
    </Form>
  );
};

/** 「ログイン画面」. */
export const SignInPage = (props: SignInPageProps) => {
  const { view, style, continuation, refusedUnder, passkey, passkeyScript, passkeyShown } = props;
  const words = signInWords(view.lang);
  const errors: FieldErrors = refusedUnder !== null ? { "": failureOf(props).title } : {};
  return (
    <Page view={view} title={words.title} kind="band" errors={errors} head={passkeyScript}>
      <Band>
        <p class="hello__name hello--small">{words.greeting}</p>
        <p class="hello__last">{words.greetingSub}</p>
      </Band>
      <Desk>
        <Pair side={<Side {...props} />}>
          <Failure {...props} errors={errors} />
          <Ended {...props} />
          <Resume {...props} />
          <h1>{words.title}</h1>
          <PasswordForm {...props} />
          {passkey ? (
            <PasskeyPart
              view={view}
              ask={passkey}
              continuation={continuation}
              shown={passkeyShown}
            />
          ) : null}
          <ul class="gap">
            <li>
              <OnLink href="/forgot-id">{words.forgotId[style]}</OnLink>
            </li>
            <li>
              <OnLink href="/forgot-password">{words.forgotPassword}</OnLink>
            </li>
          </ul>
        </Pair>
      </Desk>
    </Page>
  );
};
