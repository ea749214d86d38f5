import { errorOf, type Finish, type FinishRule, type Scene } from "../../../flow/index.ts";
import { termsOf } from "../../../guidance/index.ts";
import { type Refusal, refuse } from "../../../kernel/result.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import { foldId } from "../../../kernel/width.ts";
import { isUserIdTaken } from "../../accounts/index.ts";
import { judgeTraits } from "../../passwords/index.ts";
import { judgeUserId } from "../../user-ids/index.ts";
import { isVerified } from "../flow.ts";
import { endOf, isEmailNeeded, proofAsked } from "../rules.ts";
import { holderOf, type LetterStanding, lockLetter } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { completed } from "./completed.ts";
import { isLockedByFactors, known, method, withFactorsNow } from "./factors.ts";
import { givenUserId, isIdFixed, isOwnId, userIdOf } from "./user-id-of.ts";

type Loaded = LetterStanding & {
  readonly nameKana: string;
  readonly isTaken: boolean;
};

type Whole = { readonly scene: Scene<State>; readonly loaded: Loaded };
type Objection = Omit<Extract<Finish<State>, { kind: "reopen" }>, "kind">;

/** Classic asks for everything on one page, the new way on a page each. */
const stepFor = ({ scene }: Whole, own: string): string =>
  scene.society.policy.firstSignIn.style === "classic" ? "details" : own;

const proof = ({ scene: { flow, society } }: Whole): Objection | null =>
  proofAsked(society.policy, flow.state).every((asked) => flow.state.proved.includes(asked))
    ? null
    : { step: "identity", errors: {} };

const terms = ({ scene: { flow, society } }: Whole): Objection | null => {
  if (flow.state.termsVersion === termsOf(society).version) return null;
  const isClassic = society.policy.firstSignIn.style === "classic";
  return {
    step: isClassic ? "identity" : "terms",
    errors: { "": refuse("terms-changed") },
    state: { termsVersion: null },
  };
};

/** The address on file that a guessed password must not replace: also one that came meanwhile. */
const owner = ({ scene: { flow }, loaded: { fileAddress } }: Whole): Objection | null => {
  const { isWeak } = flow.state;
  if (!isWeak || fileAddress === null || isVerified(fileAddress, flow.state)) return null;
  return {
    step: "file-address",
    errors: { "": refuse("file-address-changed") },
    state: { fileAddress },
  };
};

const email = (whole: Whole): Objection | null => {
  const { flow, society } = whole.scene;
  const isMissing = flow.state.email === null && isEmailNeeded(society.policy, flow.state);
  return isMissing ? { step: stepFor(whole, "address"), errors: errorOf("email", "empty") } : null;
};

const refusedUserId = ({ scene: { flow, society }, loaded }: Whole): Refusal | null => {
  const { issuedId } = flow.state;
  const { userId: dials } = society.policy;
  const userId = userIdOf(society.policy, flow.state);
  if (loaded.isTaken) return refuse("user-id-taken");
  // What somebody has stays theirs, whatever is asked of those who choose.
  if (userId.key === flow.state.former?.userId.key) return null;
  if (userId.key === foldId(issuedId))
    return dials.issuedMayStay || dials.changeable === "never" ? null : refuse("user-id-issued");
  const judged = judgeUserId(userId.shown, dials, issuedId);
  return judged.ok ? null : judged;
};

/** An ID that was chosen is not dropped in silence: its owner would sign in with it in vain. */
const chosenInVain = ({ scene: { flow, society } }: Whole): boolean => {
  const { userId: chosen } = flow.state;
  return isIdFixed(society.policy) && chosen !== null && chosen.key !== givenUserId(flow.state).key;
};

const userId = (whole: Whole): Objection | null => {
  if (chosenInVain(whole))
    return {
      step: "password",
      errors: { "": refuse(whole.scene.flow.state.former ? "user-id-stays" : "user-id-fixed") },
      state: { userId: null },
    };
  const refused = refusedUserId(whole);
  return refused && { step: stepFor(whole, "user-id"), errors: { userId: refused } };
};

const password = (whole: Whole): Objection | null => {
  const { flow, society } = whole.scene;
  if (!flow.state.password) throw new Error("the plan is done, but there is no password");
  const judged = judgeTraits(flow.state.password.traits, society.policy.password);
  return judged.ok ? null : { step: stepFor(whole, "password"), errors: { password: judged } };
};

/** In the order of the steps, so that one objection leads back as far as needed. */
const judgesOf = ({ methods }: FirstSignInServices) => {
  const factor = ({ scene }: Whole) => known(scene);
  const enrolled = ({ scene }: Whole) => method(methods)(scene);
  return [proof, factor, terms, owner, email, userId, enrolled, password] as const;
};

/**
 * What a first sign-in comes to under today's policy, in one transaction: the account, the consent,
 * the used letter, the session, the facts and the mail, or nothing of it.
 */
export const finish = (services: FirstSignInServices): FinishRule<State, Loaded> => ({
  load: async (tx, { flow, society }) => {
    const standing = await lockLetter(tx, flow);
    const { key } = userIdOf(society.policy, flow.state);
    const [holder, isTaken] = await Promise.all([
      holderOf(tx, flow.memberId),
      isOwnId(key, flow.state) ? false : isUserIdTaken(tx, flow.entranceId, key),
    ]);
    return { ...standing, nameKana: holder.nameKana, isTaken };
  },
  decide: ({ scene: begun, loaded, token }) => {
    const end = endOf(loaded, todayInTokyo(begun.now));
    if (end) return { kind: "end", outcome: end };
    if (isLockedByFactors(loaded, begun)) return { kind: "end", outcome: "factor-locked" };
    const scene = withFactorsNow(begun, loaded);
    for (const judge of judgesOf(services)) {
      const { factor } = scene.flow.state;
      const objection = judge({ scene, loaded });
      if (objection) return { kind: "reopen", ...objection, state: { factor, ...objection.state } };
    }
    return completed(services, { scene, loaded, token });
  },
});
