import { digits, type Field, form, stepOf } from "../../../flow/index.ts";
import { TermsArticles, termsOf } from "../../../guidance/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import { birthDate } from "../../proofing/index.ts";
import { letterDid } from "../facts.ts";
import { isProved, proofAsked, triesRefused } from "../rules.ts";
import { failedTries, holderOf, holdLetter, noteFailedTry } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { IdentityPage } from "../views/identity-page.tsx";
import { agreementFields, notAsShown } from "./parts/agreement.ts";
import { tryOf } from "./parts/tries.ts";

const notAsked: Field<undefined> = () => ok(undefined);

/** 「本人確認画面」: who holds the letter; in the classic way also whether they agree to the terms. */
export const identityStep = ({ secrets }: FirstSignInServices) =>
  stepOf<State>()({
    name: "identity",
    input: ({ policy, flow, now }) => {
      const asked = proofAsked(policy, flow.state);
      return form({
        insurerNumber: asked.includes("insurer-number") ? digits(8) : notAsked,
        birthDate: asked.includes("birth-date") ? birthDate(todayInTokyo(now)) : notAsked,
        ...(policy.firstSignIn.style === "classic"
          ? agreementFields
          : { terms: notAsked, edition: notAsked }),
      });
    },
    load: async (tx, scene) => {
      holdLetter(tx, scene.flow);
      const [holder, failed] = await Promise.all([
        holderOf(tx, scene.flow.memberId),
        failedTries(tx, tryOf(secrets, scene, "identity-wrong")),
      ]);
      return { bornOn: holder.bornOn, failed };
    },
    decide: ({ scene, input, loaded }) => {
      const { flow, society, policy } = scene;
      if (input.terms === "disagree")
        return {
          kind: "end",
          outcome: "declined",
          facts: [letterDid("first-sign-in.terms-declined", flow)],
        };
      const refused = triesRefused(loaded.failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const { edition } = input;
      const changed = edition === undefined ? null : notAsShown(society, edition);
      if (changed) return { kind: "refuse", errors: { "": changed } };
      const asked = proofAsked(policy, flow.state);
      const onFile = { insurerNumber: society.insurerNumber, bornOn: loaded.bornOn };
      if (!isProved(input, onFile, asked))
        return {
          kind: "refuse",
          isWrongTry: true,
          errors: { "": refuse("identity-wrong") },
          facts: [letterDid("first-sign-in.identity-wrong", flow)],
          changes: [noteFailedTry(tryOf(secrets, scene, "identity-wrong"))],
        };
      const agreed = edition === undefined ? {} : { termsVersion: edition };
      return {
        kind: "done",
        state: { proved: asked, ...agreed },
        facts: [letterDid("first-sign-in.identity-proved", flow)],
      };
    },
    page: (view, shown) => (
      <IdentityPage view={view} shown={shown} edition={termsOf(shown.scene.society).version}>
        <TermsArticles view={view} terms={termsOf(shown.scene.society)} />
      </IdentityPage>
    ),
  });
