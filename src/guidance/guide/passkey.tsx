import type { Language } from "../../society/types.ts";
import { Dots, Facts, How, More, Section } from "../../ui/index.ts";
import { en, ja } from "./passkey-text.ts";

const stepsOf = (steps: typeof ja.signInSteps) => (
  <div class="gap">
    <How items={steps.map(({ title, body }) => ({ title, body: <p>{body}</p> }))} />
  </div>
);

export const passkeyTitle = (lang: Language): string => (lang === "ja" ? ja : en).title;

/** `#passkey`: to sign in, on another device by QR, phones that can, and what to check. */
export const PasskeyGuide = ({ lang }: { readonly lang: Language }) => {
  const words = lang === "ja" ? ja : en;
  return (
    <Section title={words.title} id="passkey">
      {words.lead.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <h3 class="section">{words.signIn}</h3>
      {stepsOf(words.signInSteps)}
      <h3 class="section">{words.elsewhere}</h3>
      <p>{words.elsewhereLead}</p>
      {stepsOf(words.elsewhereSteps)}
      <h3 class="section">{words.systems}</h3>
      <Facts items={words.systemRows.map(([term, value]) => ({ term, value }))} />
      <h3 class="section">{words.troubles}</h3>
      {words.troubleItems.map(({ title, items }) => (
        <More summary={title}>
          <Dots items={items} />
        </More>
      ))}
    </Section>
  );
};
