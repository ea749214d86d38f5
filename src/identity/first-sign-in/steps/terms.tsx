import { form, stepOf } from "../../../flow/index.ts";
import { TermsArticles, termsOf } from "../../../guidance/index.ts";
import { letterDid } from "../facts.ts";
import type { State } from "../types.ts";
import { TermsStepPage } from "../views/terms-page.tsx";
import { agreementFields, notAsShown } from "./parts/agreement.ts";

/** 「利用規約」 of the new way: a page of its own. */
export const termsStep = stepOf<State>()({
  name: "terms",
  input: () => form(agreementFields),
  decide: ({ scene: { flow, society }, input: { terms, edition } }) => {
    if (terms === "disagree")
      return {
        kind: "end",
        outcome: "declined",
        facts: [letterDid("first-sign-in.terms-declined", flow)],
      };
    const changed = notAsShown(society, edition);
    if (changed) return { kind: "refuse", errors: { "": changed } };
    return { kind: "done", state: { termsVersion: edition } };
  },
  page: (view, shown) => (
    <TermsStepPage view={view} shown={shown} edition={termsOf(shown.scene.society).version}>
      <TermsArticles view={view} terms={termsOf(shown.scene.society)} />
    </TermsStepPage>
  ),
});
