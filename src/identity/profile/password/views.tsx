import {
  Actions,
  Button,
  Check,
  EndSheet,
  ErrorSummary,
  Facts,
  type FieldErrors,
  Form,
  NewPassword,
  Page,
  type PasswordRules,
  type View,
} from "../../../ui/index.ts";
import { ProfileSheet } from "../views/frame.tsx";
import { passwordWords } from "./text.ts";

type FormProps = {
  readonly view: View;
  readonly userId: string;
  readonly rules: PasswordRules;
  readonly errors: FieldErrors;
  /** Null: other devices are signed out in any case. */
  readonly signsOutEverywhere: boolean | null;
};

type Sent = { readonly action: string; readonly hidden?: Readonly<Record<string, string>> };

const Everywhere = ({ view, signsOutEverywhere }: FormProps) => {
  const words = passwordWords(view.lang);
  if (signsOutEverywhere === null) return <p class="small">{words.everywhereAlways}</p>;
  return (
    <Check
      view={view}
      name="signsOutEverywhere"
      label={words.everywhere}
      hint={words.everywhereHint}
      checked={signsOutEverywhere}
    />
  );
};

const PasswordForm = (props: FormProps & Sent & { readonly canCancel: boolean }) => {
  const { view, userId, rules, errors, action, hidden, canCancel } = props;
  const words = passwordWords(view.lang);
  return (
    <>
      <div class="gap">
        <Facts items={[{ term: words.userId, value: <b class="addr">{userId}</b> }]} />
      </div>
      <Form view={view} action={action} hidden={hidden}>
        {/* Nameless, so never sent: for the browser that keeps the password with its ID. */}
        <input type="text" autocomplete="username" value={userId} readonly hidden />
        <NewPassword view={view} rules={rules} errors={errors} />
        <Everywhere {...props} />
        <Actions>
          <Button main>{words.save}</Button>
          {canCancel ? <Button href="/profile">{words.cancel}</Button> : null}
        </Actions>
      </Form>
    </>
  );
};

/** 「パスワードの変更」 */
export const PasswordPage = (props: FormProps) => {
  const { view, errors } = props;
  const words = passwordWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.title} errors={errors}>
      <p class="lead">{words.lead}</p>
      <PasswordForm {...props} action="/profile/password" canCancel />
    </ProfileSheet>
  );
};

type ExpiredProps = FormProps & { readonly wayBack: string };

/** Before everything else, once the password's time is over. */
export const ExpiredPage = (props: ExpiredProps) => {
  const { view, errors, rules, wayBack } = props;
  const words = passwordWords(view.lang);
  return (
    <Page view={view} title={words.expiredTitle} kind="sheet" errors={errors}>
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.expiredTitle}</h1>
      <p class="lead">{words.expiredLead(rules.maxAgeDays ?? 0)}</p>
      <p class="gap">{words.expiredCalm}</p>
      <PasswordForm
        {...props}
        action="/password-expired"
        hidden={{ return: wayBack }}
        canCancel={false}
      />
    </Page>
  );
};

/** After that, with the way to where its owner wanted to go. */
export const RenewedPage = ({
  view,
  wayBack,
}: {
  readonly view: View;
  readonly wayBack: string;
}) => {
  const words = passwordWords(view.lang);
  const to = { href: wayBack, label: words.goOn };
  return <EndSheet view={view} title={words.doneTitle} paragraphs={[words.done]} to={to} />;
};
