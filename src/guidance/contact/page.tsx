import type { Contact, InBoth } from "../../society/types.ts";
import { Card, Dots, type Fact, Facts, Note, OnLink, Page, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

export type Reachable = { readonly code: string; readonly name: InBoth; readonly contact: Contact };

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
export const ContactCards = ({ view, societies }: ContactPageProps) => (
  <>
    {societies.map((society) => (
      <Card title={society.name[view.lang]} id={`society-${society.code}`}>
        <Facts items={factsOf(view, society)} />
      </Card>
    ))}
  </>
);

/** 「お問い合わせ」 */
export const ContactPage = ({ view, societies }: ContactPageProps) => {
  const words = view.lang === "ja" ? ja : en;
  const isOne = societies.length === 1;
  return (
    <Page view={view} title={words.title} kind="desk">
      <h1>{words.title}</h1>
      <p class="lead">{isOne ? words.lead : words.which}</p>
      <div class="stack gap">
        <ContactCards view={view} societies={societies} />
        <Note kind="info" title={words.before}>
          <Dots items={words.beforeItems} />
        </Note>
        <OnLink href="/help/faq">{words.faq}</OnLink>
      </div>
    </Page>
  );
};
