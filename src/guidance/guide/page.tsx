import { Dots, Facts, How, OnLink, Page, Section, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

type GuidePageProps = {
  readonly view: View;
  /** Whether members can register: their society's first sign-in exists. */
  readonly canRegister: boolean;
};
type Words = typeof ja;

const Registration = ({ words, canRegister }: { words: Words; canRegister: boolean }) => (
  <Section title={words.first} id="first-sign-in">
    {canRegister ? (
      <>
        <p>{words.firstTime}</p>
        <h3 class="gap">{words.have}</h3>
        <div class="lead">
          <Dots items={words.haveItems} />
        </div>
        <div class="gap">
          <How items={words.steps.map(({ title, body }) => ({ title, body: <p>{body}</p> }))} />
        </div>
      </>
    ) : (
      <p>{words.notOpen}</p>
    )}
    <p class="gap">{words.lost}</p>
    <OnLink href="/contact">{words.contact}</OnLink>
  </Section>
);

/** 「ご利用案内」 */
export const GuidePage = ({ view, canRegister }: GuidePageProps) => {
  const words: Words = view.lang === "ja" ? ja : en;
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <nav class="lead" aria-label={words.contents}>
        <ul>
          <li>
            <OnLink href="#functions">{words.functions}</OnLink>
          </li>
          <li>
            <OnLink href="#first-sign-in">{words.first}</OnLink>
          </li>
          <li>
            <OnLink href="#systems">{words.systems}</OnLink>
          </li>
        </ul>
      </nav>
      <Section title={words.functions} id="functions">
        <Dots items={words.functionItems} />
      </Section>
      <Registration words={words} canRegister={canRegister} />
      <Section title={words.systems} id="systems">
        <Facts items={words.systemRows.map(([term, value]) => ({ term, value }))} />
        <p class="lead">{words.systemsNote}</p>
      </Section>
      <div class="section">
        <OnLink href="/help/faq">{words.faq}</OnLink>
      </div>
    </Page>
  );
};
