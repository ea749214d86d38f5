import {
  Actions,
  Button,
  Dots,
  ErrorSummary,
  Facts,
  Field,
  type FieldErrors,
  Form,
  Note,
  OnLink,
  Page,
  Section,
  type View,
} from "../../../ui/index.ts";
import { codeMessages, sentWords } from "../text/sent-text.ts";
import type { PasswordWay } from "./asking-pages.tsx";

export type SentProps = {
  readonly view: View;
  /** Of which asking; of a password also what its mail brings. */
  readonly of: "forgot-id" | PasswordWay;
  /** As typed. */
  readonly email: string;
  /** お問い合わせ番号 */
  readonly reference: string;
  /** Of the senders. */
  readonly mailDomain: string;
  /** How often a code may still be typed. */
  readonly triesLeft: number;
  readonly refused: "unread" | "wrong" | null;
};

type Shown = {
  readonly title: string;
  readonly lead: string;
  readonly next: string;
  readonly path: string;
};

const shownOf = ({ view, of }: SentProps): Shown => {
  const words = sentWords(view.lang);
  const { linkTitle: title, linkLead: lead } = words;
  const path = "/forgot-password";
  const all: Readonly<Record<SentProps["of"], Shown>> = {
    "forgot-id": {
      ...{ title: words.idTitle, lead: words.idLead, next: words.idNext },
      path: "/forgot-id",
    },
    "provisional-by-mail": {
      ...{ title: words.classicTitle, lead: words.classicLead, next: words.classicNext },
      path,
    },
    link: { title, lead, next: words.linkNext, path },
    mixed: { title, lead, next: words.mixedNext, path },
  };
  return all[of];
};

const errorsOf = ({ view, refused, triesLeft }: SentProps): FieldErrors => {
  const messages = codeMessages(view.lang);
  if (refused === null || triesLeft === 0) return {};
  return { code: refused === "unread" ? messages.unread : messages.wrong(triesLeft) };
};

const CodePart = (props: SentProps & { readonly path: string }) => {
  const { view, triesLeft, path } = props;
  const words = sentWords(view.lang);
  if (triesLeft === 0)
    return (
      <div class="gap">
        <Note kind="warn" title={words.codeUsedUp} status>
          {words.codeUsedUpText}
        </Note>
      </div>
    );
  return (
    <Section title={words.codeTitle} id="by-code">
      <Form view={view} action={`${path}/sent`}>
        <Field
          view={view}
          name="code"
          label={words.code}
          need="none"
          hint={words.codeHint}
          error={errorsOf(props).code}
          width="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
        />
        <Actions>
          <Button main>{words.codeButton}</Button>
        </Actions>
      </Form>
    </Section>
  );
};

const Missing = ({ view, mailDomain, path }: SentProps & { readonly path: string }) => {
  const words = sentWords(view.lang);
  const around = ([before, after]: readonly [string, string], inside: string) => (
    <>
      {before}
      <span class="addr">{inside}</span>
      {after}
    </>
  );
  const again = path === "/forgot-id" ? "/forgot-id/identity" : path;
  return (
    <Section title={words.missingTitle} id="missing">
      <Dots
        items={[
          words.missingWait,
          around(words.missingJunk, `no-reply@${mailDomain}`),
          around(words.missingDomain, `@${mailDomain}`),
          words.missingTyped,
          words.missingMost,
          words.missingAsk,
        ]}
      />
      <ul class="gap">
        <li>
          <OnLink href={again}>{words.again}</OnLink>
        </li>
        <li>
          <OnLink href="/contact">{words.inquire}</OnLink>
        </li>
      </ul>
    </Section>
  );
};

/** 「通知メール送信完了画面」 and its like: the same for everybody, whatever was found. */
export const SentPage = (props: SentProps) => {
  const { view, of, email, reference } = props;
  const words = sentWords(view.lang);
  const { title, lead, next, path } = shownOf(props);
  const errors = errorsOf(props);
  const hasCode = of !== "provisional-by-mail";
  return (
    <Page view={view} title={title} kind="sheet" errors={errors}>
      <ErrorSummary view={view} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <div class="gap">
        <Facts
          items={[
            { term: words.yourAddress, value: <span class="addr">{email}</span> },
            { term: words.inquiryNumber, value: <span class="num nowrap">{reference}</span> },
          ]}
        />
      </div>
      <p class="gap">{next}</p>
      {hasCode ? <CodePart {...props} path={path} /> : null}
      <Missing {...props} path={path} />
      <Actions>
        {hasCode ? (
          <Button href={path}>{words.back}</Button>
        ) : (
          <Button main href="/sign-in">
            {words.toSignIn}
          </Button>
        )}
      </Actions>
    </Page>
  );
};
