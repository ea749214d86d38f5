import {
  Card,
  Dots,
  ErrorSummary,
  type Fact,
  Facts,
  Note,
  OnLink,
  Page,
  Pair,
  QrCode,
  type View,
} from "../../ui/index.ts";
import { ContactForm, type ContactFormProps } from "./form/form-part.tsx";
import { en, ja } from "./text.ts";
import type { Reachable } from "./types.ts";

type ContactPageProps = {
  readonly view: View;
  /** The member's society, or all of a shared entrance whose visitor is not known. */
  readonly societies: readonly Reachable[];
};

const factsOf = (view: View, { contact }: Reachable): readonly Fact[] => {
  const words = view.lang === "ja" ? ja : en;
  const { tel, hours, email, formUrl } = contact;
  return [
    { term: words.tel, value: <a href={`tel:${tel.replaceAll("-", "")}`}>{tel}</a> },
    { term: words.hours, value: hours[view.lang] },
    ...(email ? [{ term: words.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(formUrl
      ? [
          {
            term: words.form,
            value: (
              <a href={formUrl} rel="noopener noreferrer">
                {words.openForm}
              </a>
            ),
          },
        ]
      : []),
  ];
};

/** A card for each society that may be asked. */
const ContactCards = ({ view, societies }: ContactPageProps) => (
  <>
    {societies.map((society) => (
      <Card title={society.name[view.lang]} id={`society-${society.code}`}>
        <Facts items={factsOf(view, society)} />
      </Card>
    ))}
  </>
);

type PageProps = ContactPageProps & {
  /** `https://…` of this entrance: its contact page opens on a phone. */
  readonly origin: string;
  /** Null while the service rests. */
  readonly form: ContactFormProps | null;
};

/** What is opened on a phone: the society's own form, else this page. */
const PhoneQr = ({ view, societies, origin }: PageProps) => {
  const words = view.lang === "ja" ? ja : en;
  const [only] = societies;
  const isOne = societies.length === 1;
  const href = (isOne && only?.contact.formUrl) || `${origin}/contact`;
  return (
    <Card title={words.qrTitle} id="qr">
      <p class="lead">{isOne && only?.contact.formUrl ? words.qrForm : words.qrPage}</p>
      <QrCode text={href} label={words.qrLabel} />
      <p class="small soft">{href}</p>
    </Card>
  );
};

/** Beside the form, or in its place. */
const Beside = (props: PageProps) => {
  const words = props.view.lang === "ja" ? ja : en;
  return (
    <>
      <PhoneQr {...props} />
      <OnLink href="/help/faq">{words.faq}</OnLink>
    </>
  );
};

/** 「お問い合わせ」: whom to ask, and a form to ask with. */
export const ContactPage = (props: PageProps) => {
  const { view, societies, form } = props;
  const words = view.lang === "ja" ? ja : en;
  const isOne = societies.length === 1;
  const withAddress = societies.filter(({ contact }) => contact.email !== null);
  return (
    <Page view={view} title={words.title} kind="desk" errors={form?.errors ?? {}}>
      <ErrorSummary view={view} errors={form?.errors} />
      <h1>{words.title}</h1>
      <p class="lead">{isOne ? words.lead : words.which}</p>
      <div class="stack gap">
        <ContactCards view={view} societies={societies} />
        <Note kind="info" title={words.before}>
          <Dots items={words.beforeItems} />
        </Note>
        {form === null ? (
          <Note kind="info" title={words.restingTitle}>
            {words.resting}
          </Note>
        ) : null}
        {form !== null && withAddress.length > 0 ? (
          <Pair side={<Beside {...props} />}>
            <ContactForm view={view} societies={withAddress} {...form} />
          </Pair>
        ) : (
          <Beside {...props} />
        )}
      </div>
    </Page>
  );
};
