import { errorOf, type Finish, type FinishRule, type Scene } from "../../flow/index.ts";
import { memberDid } from "../accounts/index.ts";
import { addedMails, againstMade, amrOf, enrolmentChanges } from "../factor-steps/index.ts";
import { type Held, holdFactors, isFactorLocked, type Made, mustEnrol } from "../methods/index.ts";
import { beginSession, sessionToken } from "../sessions/index.ts";
import { activation } from "./ends/activation.ts";
import { hasChanged, isStillShown } from "./ends/changed.ts";
import type { SecondFactorServices, State } from "./types.ts";

type Whole = { readonly scene: Scene<State>; readonly held: Held };

/**
 * Whether the account is still the one whose password was right: the same password and address, no
 * lock, and nothing enrolled by others meanwhile that was not asked for here.
 */
const isOther = ({ scene, held }: Whole): boolean => {
  const { state } = scene.flow;
  if (isFactorLocked(held, scene.now) || hasChanged(state, held)) return true;
  return !isStillShown(state.factor, held);
};

/** What was enrolled here and may be today: codes on paper go with what they stand in for. */
const madeIn = ({ scene: { flow, society }, held }: Whole): readonly Made[] => {
  const { made } = flow.state.factor;
  const today = { policy: society.policy, factors: held.factors };
  return againstMade(today, made) === null ? made : [];
};

/** What today's policy still wants of what was enrolled. */
const objection = ({ scene, held }: Whole, made: readonly Made[]): Finish<State> | null => {
  const { flow, society } = scene;
  const { factor } = flow.state;
  if (!mustEnrol(society.policy, factor.person, [...held.factors, ...made])) return null;
  const code = made === factor.made ? "method-needed" : "method-not-allowed";
  // As they are now: by those that there were, the plan may not ask for the step that is wanted.
  const { factors } = held;
  const state = { factor: { ...factor, factors, enrolling: null, made: [] } };
  return { kind: "reopen", step: "method", errors: errorOf("method", code), state };
};

/** The session, with what was enrolled on the way, in one transaction; or nothing of it. */
export const finish = ({
  secrets,
  methods,
}: SecondFactorServices): FinishRule<State, Held | undefined> => ({
  load: (tx, { flow }) => holdFactors(tx, flow.state.owner.accountId),
  decide: ({ scene, loaded: held, token }) => {
    if (!held || isOther({ scene, held })) return { kind: "end", outcome: "changed" };
    const made = madeIn({ scene, held });
    const objected = objection({ scene, held }, made);
    if (objected) return objected;
    const { flow, society, request } = scene;
    const { owner, factor, continuation } = flow.state;
    const place = { scene, owner, factors: held.factors };
    const enrolled = enrolmentChanges(methods, { place, made });
    const active = activation(methods, { place, made, held, isBeside: false });
    const amr = amrOf(methods, { ...factor, made });
    return {
      kind: "complete",
      state: { continuation },
      changes: [
        ...enrolled.changes,
        ...active.changes,
        beginSession({
          accountId: owner.accountId,
          token: sessionToken(secrets, token),
          policy: society.policy.session,
          request,
          amr,
        }),
      ],
      facts: [
        ...enrolled.facts,
        ...active.facts,
        memberDid("account.signed-in", owner, { amr: amr.join(" ") }),
      ],
      mails: [...addedMails(methods, { place, made, held }), ...active.mails],
    };
  },
});
