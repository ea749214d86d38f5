import { digits, type Field, form, oneOf, stepOf } from "../../../flow/index.ts";
import { TermsArticles, termsOf } from "../../../guidance/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import { birthDate } from "../fields.ts";
import { isProved, triesRefused } from "../rules.ts";
import { failedTries, noteFailedTry, proofOnFile } from "../store.ts";
import { tryOf } from "../tries.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { IdentityPage } from "../views/identity-page.tsx";

const notAsked: Field<undefined> = () => ok(undefined);

/** 「本人確認画面」: who holds the letter, and whether they agree to the terms. */
export const identityStep = ({ secrets }: FirstSignInServices) =>
  stepOf<State>()({
    name: "identity",
    input: ({ policy: { firstSignIn }, now }) =>
      form({
        insurerNumber: firstSignIn.proof.includes("insurer-number") ? digits(8) : notAsked,
        birthDate: firstSignIn.proof.includes("birth-date")
          ? birthDate(todayInTokyo(now))
          : notAsked,
        terms: oneOf(["agree", "disagree"]),
      }),
    load: async (tx, scene) => {
      const [bornOn, failed] = await Promise.all([
        proofOnFile(tx, scene.flow.memberId),
        failedTries(tx, tryOf(secrets, scene, "identity-wrong")),
      ]);
      return { bornOn, failed };
    },
    decide: ({ scene, input, loaded }) => {
      const { flow, society, policy } = scene;
      const fact = {
        actor: { kind: "stranger" },
        subject: { kind: "credential", id: flow.subjectId },
        memberId: flow.memberId,
      } as const;
      if (input.terms === "disagree")
        return {
          kind: "end",
          outcome: "declined",
          facts: [{ ...fact, action: "first-sign-in.terms-declined" }],
        };
      const refused = triesRefused(loaded.failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const onFile = { insurerNumber: society.insurerNumber, bornOn: loaded.bornOn };
      if (!isProved(input, onFile, policy.firstSignIn.proof))
        return {
          kind: "refuse",
          isWrongTry: true,
          errors: { "": refuse("identity-wrong") },
          facts: [{ ...fact, action: "first-sign-in.identity-wrong" }],
          changes: [noteFailedTry(tryOf(secrets, scene, "identity-wrong"))],
        };
      return {
        kind: "done",
        state: { termsVersion: termsOf(society).version },
        facts: [{ ...fact, action: "first-sign-in.identity-proved" }],
      };
    },
    page: (view, shown) => (
      <IdentityPage view={view} shown={shown}>
        <TermsArticles view={view} terms={termsOf(shown.scene.society)} />
      </IdentityPage>
    ),
  });
