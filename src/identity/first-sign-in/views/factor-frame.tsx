import type { Html } from "../../../flow/index.ts";
import { Section, type View } from "../../../ui/index.ts";
import type { Framed } from "../../factor-steps/index.ts";
import { factorWords } from "../text/factor-text.ts";
import type { State } from "../types.ts";
import { Setting, StepPage } from "./frame.tsx";

/** Who has a new letter may have lost what they signed in with until now. */
const Lost = ({ view }: { readonly view: View }) => {
  const words = factorWords(view.lang);
  return (
    <Section title={words.lostTitle} id="lost">
      <p>{words.lost}</p>
    </Section>
  );
};

/** 「認証方法」 as a part of the first sign-in. */
export const factorFrame = (view: View, framed: Framed<State>): Html => {
  const { children, step, ...page } = framed;
  return (
    <StepPage view={view} step={step} {...page}>
      {step === "method" ? <Setting view={view} shown={page.shown} /> : null}
      {step === "verify" ? <p class="lead">{factorWords(view.lang).verifyLead}</p> : null}
      {children}
      {step === "verify" ? <Lost view={view} /> : null}
    </StepPage>
  );
};
