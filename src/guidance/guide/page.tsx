import type { Policy } from "../../society/index.ts";
import { Dots, Facts, How, OnLink, Page, Section, type View } from "../../ui/index.ts";
import { PasskeyGuide, passkeyTitle } from "./passkey.tsx";
import { en, ja } from "./text.ts";

/** One way to register, and whose it is. */
export type Way = {
  readonly style: "classic" | "new";
  /** What the identity check asks. */
  readonly proof: readonly ("insurer-number" | "birth-date")[];
  /** Of whom a second factor is demanded, and what they may choose. */
  readonly factor: {
    readonly of: "all" | "some" | "nobody";
    readonly methods: readonly FactorMethod[];
  };
  /** Names of the societies. */
  readonly societies: readonly string[];
};
type FactorMethod = Policy["secondFactor"]["methods"][number];

type GuidePageProps = {
  readonly view: View;
  /** At least one; several where the societies of an entrance differ. */
  readonly ways: readonly Way[];
  /** Whether any of the societies allows passkeys. */
  readonly hasPasskeys: boolean;
  /** Our senders' domain, and whether updates of records are mailed by any of the societies. */
  readonly mail: { readonly domain: string; readonly hasUpdates: boolean };
};
type Words = typeof ja;

const factorStep = (words: Words, { factor }: Way) =>
  factor.of === "nobody"
    ? []
    : [
        words.factor(
          factor.methods.map((method) => words.methods[method]),
          factor.of === "all",
        ),
      ];

const stepsOf = (words: Words, way: Way) =>
  words.steps(way.proof.map((kind) => words.proof[kind]).join(words.and), factorStep(words, way))[
    way.style
  ];

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

const Senders = ({ words, mail }: { words: Words; mail: GuidePageProps["mail"] }) => (
  <Section title={words.senders} id="senders">
    <p>{words.sendersLead}</p>
    <Facts
      items={(["no-reply", "info", "webmaster"] as const)
        .filter((role) => role !== "info" || mail.hasUpdates)
        .map((role) => ({ term: `${role}@${mail.domain}`, value: words.senderRows[role] }))}
    />
    <p class="lead">{words.sendersNote}</p>
  </Section>
);

/** 「ご利用案内」 */
export const GuidePage = ({ view, ways, hasPasskeys, mail }: GuidePageProps) => {
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
          {hasPasskeys ? (
            <li>
              <OnLink href="#passkey">{passkeyTitle(view.lang)}</OnLink>
            </li>
          ) : null}
          <li>
            <OnLink href="#senders">{words.senders}</OnLink>
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
      {hasPasskeys ? <PasskeyGuide lang={view.lang} /> : null}
      <Senders words={words} mail={mail} />
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
