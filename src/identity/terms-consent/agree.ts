import { actionOf } from "../../flow/index.ts";
import { termsOf } from "../../guidance/index.ts";
import { agreeToTerms, lockAccountOf, memberDid } from "../accounts/index.ts";
import { type Judged, judgeAnswer } from "./rules.ts";

type Input = { readonly answer: string; readonly shown: string };

/** One press of 「同意する」 or 「同意しない」. Two presses of the same page agree once. */
export const answerTerms = actionOf<Input, null, Judged>({
  // Held: of two tabs one writes, and the other finds it written.
  load: async (tx, { session }) => {
    await lockAccountOf(tx, session.memberId);
    return null;
  },
  decide: ({ scene: { session, society, now }, input: { answer, shown } }) => {
    const current = termsOf(society).version;
    const outcome = judgeAnswer({ answer, shown, current });
    const { accountId } = session;
    if (outcome === "agreed" && session.termsVersion !== current)
      return {
        outcome,
        changes: [agreeToTerms({ accountId, version: current, now })],
        facts: [memberDid("account.terms-agreed", session, { version: current })],
      };
    if (outcome === "declined")
      return {
        outcome,
        facts: [memberDid("account.terms-declined", session, { version: current })],
      };
    return { outcome };
  },
});
