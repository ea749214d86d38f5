import { type Decision, type Form, form, type Scene, stepOf } from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import { memberDid } from "../../accounts/index.ts";
import { type Claim, ClaimFields, claimFields, isSamePerson } from "../../proofing/index.ts";
import { identity as name } from "../plan.ts";
import { onFileOf } from "../store.ts";
import type { ResetServices, State } from "../types.ts";
import { IdentityPage } from "../views/identity-page.tsx";
import { triesRefused, wrongClaim } from "./tries/claim.ts";
import { resetRefused } from "./tries/facts.ts";
import { failedClaims, noteWrongClaim } from "./tries/store.ts";

type Input =
  | ({ readonly by: "claim" } & Claim)
  /** 「認証の機器がある方」: back to the question. */
  | { readonly by: "found" };

const read = (scene: Scene<State>, found: boolean): Form<Input> =>
  found
    ? form({ by: () => ok("found" as const) })
    : form({ by: () => ok("claim" as const), ...claimFields(todayInTokyo(scene.now)) });

/** What there is, the question reads when the flow gets there; until then something is. */
const foundAgain = ({ flow: { state } }: Scene<State>): Partial<State> => ({
  lost: null,
  factor: { ...state.factor, factors: state.given },
});

/** 本人確認 by what the society has on file, where the mailbox would be all that was shown. */
export const identityStep = ({ secrets }: ResetServices) =>
  stepOf<State>()({
    name,
    input: (scene, typed) =>
      read(scene, typed.found !== undefined && scene.flow.state.lost === "device"),
    load: async (tx, scene) => {
      const [onFile, failed] = await Promise.all([
        onFileOf(tx, scene.flow.memberId),
        failedClaims(tx, wrongClaim(secrets, scene)),
      ]);
      return { onFile, failed };
    },
    decide: ({ scene, input, loaded: { onFile, failed } }): Decision<State> => {
      if (input.by === "found") return { kind: "stay", state: foundAgain(scene) };
      const refused = triesRefused(failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const { owner } = scene.flow.state;
      const { insurerNumber } = scene.society;
      if (isSamePerson(input, { ...onFile, insurerNumber }))
        return {
          kind: "done",
          state: { isIdentityProved: true },
          facts: [memberDid("account.reset-identity-proved", owner)],
        };
      return {
        kind: "refuse",
        isWrongTry: true,
        errors: { "": refuse("identity-wrong") },
        facts: [resetRefused(owner)],
        changes: [noteWrongClaim(wrongClaim(secrets, scene))],
      };
    },
    page: (view, shown) => (
      <IdentityPage view={view} shown={shown}>
        <ClaimFields view={view} errors={shown.errors} typed={shown.typed} />
      </IdentityPage>
    ),
  });
