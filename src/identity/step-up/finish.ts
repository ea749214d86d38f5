import { errorOf, type Finish, type FinishRule, type Scene } from "../../flow/index.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import { memberDid } from "../accounts/index.ts";
import { addedMails, againstMade, enrolmentChanges } from "../factor-steps/index.ts";
import { type Held, holdFactors, isFactorLocked, type Methods } from "../methods/index.ts";
import { activation, hasChanged, isStillShown } from "../second-factor/index.ts";
import { renewSession, sessionToken } from "../sessions/index.ts";
import { shownAmr } from "./plan.ts";
import { acrOf, isEnoughAlone, reaches } from "./rules.ts";
import type { State, StepUpServices } from "./types.ts";

type Whole = { readonly scene: Scene<State>; readonly held: Held };

/** Whether session, account or what is enrolled is another one by now, or nobody was known at all. */
const isOther = (methods: Methods, { scene: { flow, request }, held }: Whole): boolean => {
  const { sessionId, factor, isPasswordRight } = flow.state;
  if (request.session?.id !== sessionId || hasChanged(flow.state, held)) return true;
  const { passed } = factor;
  const isAlone = passed !== null && isEnoughAlone(methods.named(passed.method).amr);
  return !(isPasswordRight || isAlone) || !isStillShown(factor, held);
};

/** What was enrolled on the way must be allowed today, and strong enough. */
const objection = (methods: Methods, { scene, held }: Whole): Finish<State> | null => {
  const { flow, society } = scene;
  const { factor, acr } = flow.state;
  const refused = againstMade({ policy: society.policy, factors: held.factors }, factor.made);
  const isWeak = !reaches(acrOf(shownAmr(methods, flow.state)), acr);
  if (refused === null && !isWeak) return null;
  const code = refused ?? "method-needed";
  const state = { isEnrolling: true, factor: { ...factor, enrolling: null, made: [] } };
  return { kind: "reopen", step: "method", errors: errorOf("method", code), state };
};

/** The session is renewed: a new token, and the one before opens nothing from here on. */
export const finish = ({
  secrets,
  methods,
}: StepUpServices): FinishRule<State, Held | undefined> => ({
  load: (tx, { flow }) => holdFactors(tx, flow.state.owner.accountId),
  decide: ({ scene, loaded: held, token }) => {
    if (!held || isOther(methods, { scene, held })) return { kind: "end", outcome: "changed" };
    if (isFactorLocked(held, scene.now)) return { kind: "end", outcome: "factor-locked" };
    const objected = objection(methods, { scene, held });
    if (objected) return objected;
    const { owner, factor, continuation, sessionId: id } = scene.flow.state;
    const place = { scene, owner, factors: held.factors };
    const enrolled = enrolmentChanges(methods, { place, made: factor.made });
    // Enrolled for a service that asks for more: at a sign-in the one that was chosen is asked as before.
    const active = activation(methods, { place, made: factor.made, held, isBeside: true });
    const amr = shownAmr(methods, scene.flow.state);
    const { entranceId } = scene.flow;
    const tokenHash = hashToken(sessionToken(secrets, token));
    return {
      kind: "complete",
      state: { continuation },
      changes: [
        ...enrolled.changes,
        ...active.changes,
        renewSession({ id, entranceId, tokenHash, amr, at: scene.now }),
      ],
      facts: [
        ...enrolled.facts,
        ...active.facts,
        memberDid("account.stepped-up", owner, { amr: amr.join(" ") }),
      ],
      mails: [...addedMails(methods, { place, made: factor.made, held }), ...active.mails],
    };
  },
});
