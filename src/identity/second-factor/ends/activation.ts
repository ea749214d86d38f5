import type { Effects } from "../../../flow/index.ts";
import { factorChangeMails, factorDid, factorLabel, madeFactor } from "../../factor-steps/index.ts";
import {
  activate,
  type Held,
  type Made,
  type Methods,
  type Place,
  satisfying,
} from "../../methods/index.ts";

type Enrolled = {
  readonly place: Place;
  readonly made: readonly Made[];
  readonly held: Held;
  /** Added beside what is active, which stays so where today's policy allows it. */
  readonly isBeside: boolean;
};

/**
 * What becomes of the active 認証方法 when another one was enrolled, which activates itself. To stand
 * after `enrolmentChanges`. Another one is never asked for from now on without its owner being told.
 */
export const activation = (
  methods: Methods,
  { place: { scene, owner }, made, held, isBeside }: Enrolled,
): Required<Effects> => {
  const none = { changes: [], facts: [], mails: [] };
  const chosen = madeFactor({ made });
  if (!chosen || chosen.method === held.active) return none;
  const { society, now: at } = scene;
  const allowed = satisfying(society.policy, held.factors);
  if (isBeside && allowed.some(({ method }) => method === held.active))
    return { ...none, changes: [activate(owner.accountId, held.active)] };
  const facts = [factorDid("factor.activated", owner, { method: chosen.method })];
  // The first of all is told by the mail that it was added.
  if (held.active === null) return { ...none, facts };
  const which = factorLabel(methods, held.language, chosen);
  const mails = factorChangeMails({ what: "active", society, owner, held, which, at });
  return { ...none, facts, mails };
};
