import type { FinishRule, Scene } from "../../../flow/index.ts";
import { type Held, holdFactors, isFactorLocked } from "../../methods/index.ts";
import { hasChanged } from "../../second-factor/index.ts";
import { askedOf, assurance, isAssured } from "../../step-up/index.ts";
import { changeAddresses } from "../effects.ts";
import { isSamePair, withAddress } from "../rules.ts";
import { type Whole, wholeOf } from "../store.ts";
import type { Done } from "../types.ts";
import { lifetimeMinutes } from "./flow.ts";
import type { State } from "./types.ts";

type Loaded = { readonly held: Held | undefined; readonly whole: Whole };

/** Whether session or account is another one by now, or its owner was known too long ago. */
const isOther = ({ flow, request, society, now }: Scene<State>, { held, whole }: Loaded) => {
  const { accountId, before, passwordChangedAt } = flow.state;
  const { session } = request;
  if (session?.accountId !== accountId || !held) return true;
  // Fresh when it began; a filter may hold the mail back. A browser is not to be left open for more.
  const withinMinutes = society.policy.session.stepUpMinutes + lifetimeMinutes;
  if (!isAssured(assurance(session), { acr: askedOf(session), withinMinutes }, now)) return true;
  if (isFactorLocked(held, now)) return true;
  if (hasChanged({ owner: { email: null }, passwordChangedAt }, held)) return true;
  return !isSamePair(before, whole.addresses);
};

const doneOf = ({ which, before }: State, after: Whole["addresses"]): Done => {
  if (which === "second") return "second-set";
  return isSamePair(before, after) ? "main-confirmed" : "main-changed";
};

/** The address is in force with the end, in one transaction that holds the account. */
export const finish: FinishRule<State, Loaded> = {
  load: async (tx, { flow }) => {
    const { accountId } = flow.state;
    const [held, whole] = await Promise.all([holdFactors(tx, accountId), wholeOf(tx, accountId)]);
    return { held, whole };
  },
  decide: ({ scene, loaded }) => {
    const { flow, request, society, now } = scene;
    const { email, which, provedBy } = flow.state;
    const { session } = request;
    if (email === null || provedBy === null || !session || isOther(scene, loaded))
      return { kind: "end", outcome: "changed" };
    const { whole } = loaded;
    const after = withAddress(whole.addresses, { which, email, at: now });
    const what = which === "main" ? "main" : "second-set";
    const effects = changeAddresses({ society, session, now, request }, { what, whole, after });
    return { kind: "complete", state: { done: doneOf(flow.state, after) }, ...effects };
  },
};
