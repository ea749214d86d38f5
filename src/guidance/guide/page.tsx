import { Dots, Facts, How, OnLink, Page, Section, type View } from "../../ui/index.ts";
import { en, ja } from "./text.ts";

/** One way to register, and whose it is. */
export type Way = {
  readonly style: "classic" | "new";
  /** What the identity check asks. */
  readonly proof: readonly ("insurer-number" | "birth-date")[];
  /** Names of the societies. */
  readonly societies: readonly string[];
};

type GuidePageProps = {
  readonly view: View;
  /** At least one; several where the societies of an entrance differ. */
  readonly ways: readonly Way[];
};
type Words = typeof ja;

const stepsOf = (words: Words, { style, proof }: Way) =>
  words.steps(proof.map((kind) => words.proof[kind]).join(words.and))[style];

const Registration = ({ words, ways }: { words: Words; ways: readonly Way[] }) => {
  const have = [
    words.haveLetter,
    ...(ways.some(({ proof }) => proof.includes("insurer-number"))
      ? [words.haveInsurerNumber]
      : []),
    words.haveAddress,
  ];
  return (
    <Section title={words.first} id="first-sign-in">
      <p>{words.firstTime}</p>
      <h3 class="gap">{words.have}</h3>
      <div class="lead">
        <Dots items={have} />
      </div>
      {ways.map((way) => (
        <>
          {ways.length > 1 ? <h3 class="section">{words.forMembersOf(way.societies)}</h3> : null}
          <div class="gap">
            <How
              items={stepsOf(words, way).map(({ title, body }) => ({
                title,
                body: <p>{body}</p>,
              }))}
            />
          </div>
        </>
      ))}
      <p class="gap">{words.lost}</p>
      <OnLink href="/contact">{words.contact}</OnLink>
    </Section>
  );
};

/** 「ご利用案内」 */
export const GuidePage = ({ view, ways }: GuidePageProps) => {
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
      <Registration words={words} ways={ways} />
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
