import { form, oneOf, stepOf } from "../../../flow/index.ts";
import { TermsArticles, termsOf } from "../../../guidance/index.ts";
import { letterDid } from "../facts.ts";
import type { State } from "../types.ts";
import { TermsStepPage } from "../views/terms-page.tsx";

/** 「利用規約」 of the new way: a page of its own. */
export const termsStep = stepOf<State>()({
  name: "terms",
  input: () => form({ terms: oneOf(["agree", "disagree"]) }),
  decide: ({ scene: { flow, society }, input }) =>
    input.terms === "agree"
      ? { kind: "done", state: { termsVersion: termsOf(society).version } }
      : {
          kind: "end",
          outcome: "declined",
          facts: [letterDid("first-sign-in.terms-declined", flow)],
        },
  page: (view, shown) => (
    <TermsStepPage view={view} shown={shown}>
      <TermsArticles view={view} terms={termsOf(shown.scene.society)} />
    </TermsStepPage>
  ),
});
