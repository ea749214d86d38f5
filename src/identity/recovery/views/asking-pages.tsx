import type { Child } from "hono/jsx";
import {
  Actions,
  BackLink,
  Button,
  ErrorSummary,
  Field,
  type FieldErrors,
  Form,
  OnLink,
  Page,
  Section,
  type View,
} from "../../../ui/index.ts";
import { askingWords } from "../text/asking-text.ts";

type Props = {
  readonly view: View;
  readonly errors: FieldErrors;
  readonly typed: Readonly<Record<string, string>>;
};

const EmailField = ({ view, errors, typed, label, hint }: Props & Named) => (
  <Field
    view={view}
    name="email"
    label={label}
    need="must"
    hint={hint}
    error={errors.email}
    value={typed.email}
    type="email"
    inputmode="email"
    autocomplete="email"
  />
);
type Named = { readonly label: string; readonly hint?: string };

/** 「本人確認情報入力画面」. Its children are the fields of 本人確認. */
export const IdentityPage = (props: Props & { readonly children?: Child }) => {
  const { view, errors, children } = props;
  const words = askingWords(view.lang);
  return (
    <Page view={view} title={words.identityTitle} kind="sheet" errors={errors}>
      <BackLink href="/forgot-id">{words.back}</BackLink>
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.identityTitle}</h1>
      <p class="lead">{words.identityLead}</p>
      <Form view={view} action="/forgot-id/identity">
        {children}
        <EmailField {...props} label={words.email} hint={words.emailHint} />
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
    </Page>
  );
};

/** What a mail will bring: `mixed` where the societies of an entrance differ. */
export type PasswordWay = "provisional-by-mail" | "link" | "mixed";

const leads = {
  "provisional-by-mail": "classicLead",
  link: "linkLead",
  mixed: "mixedLead",
} as const;

/** 「個人アカウント仮パスワード再発行入力画面」, and the same where the mail has a link. */
export const PasswordRequestPage = (props: Props & { readonly way: PasswordWay }) => {
  const { view, errors, typed, way } = props;
  const words = askingWords(view.lang);
  const title = way === "provisional-by-mail" ? words.classicTitle : words.linkTitle;
  return (
    <Page view={view} title={title} kind="sheet" errors={errors}>
      <ErrorSummary view={view} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{words[leads[way]]}</p>
      <Form view={view} action="/forgot-password">
        <Field
          view={view}
          name="userId"
          label={words.userId}
          need="must"
          error={errors.userId}
          value={typed.userId}
          width="id"
          autocomplete="username"
        />
        <EmailField {...props} label={words.accountEmail} hint={words.emailHint} />
        <Actions>
          <Button main>{words.execute}</Button>
          <Button href="/sign-in">{words.back}</Button>
        </Actions>
      </Form>
      <Section title={words.idToo} id="id-too">
        <OnLink href="/forgot-id">{words.conditionsTitle}</OnLink>
      </Section>
      <Section title={words.noAddress} id="no-address">
        <p>{words.noAddressText}</p>
        <OnLink href="/contact">{words.toContact}</OnLink>
      </Section>
    </Page>
  );
};

/** The refused source: whatever was typed. */
export const BusyPage = ({ view }: { readonly view: View }) => {
  const words = askingWords(view.lang);
  return (
    <Page view={view} title={words.busyTitle} kind="sheet">
      <h1>{words.busyTitle}</h1>
      <p class="lead">{words.busy}</p>
      <Actions>
        <Button main href="/sign-in">
          {words.toSignIn}
        </Button>
      </Actions>
      <p class="gap small soft">
        {words.inquiryNumber} <span class="num nowrap">{view.requestId}</span>
      </p>
    </Page>
  );
};
