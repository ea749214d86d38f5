import type { Fact } from "../../audit/types.ts";
import type { Change } from "../../flow/index.ts";
import { type FactorId, newId } from "../../kernel/ids.ts";
import { epochMsOf } from "../../kernel/time.ts";
import type { Policy } from "../../society/policy/policy.ts";
import {
  activate,
  deleteFactor,
  type Factor,
  freeName,
  insertFactor,
  isFull,
  type Made,
  type Methods,
  type Place,
  satisfying,
} from "../methods/index.ts";
import { factorDid } from "./facts.ts";
import { madeFactor } from "./plan.ts";

/** Of today, with what the account has as it is held. */
type Today = { readonly policy: Policy; readonly factors: readonly Factor[] };

/**
 * What stands against writing what was enrolled on the way: the policy changed, or other tabs were
 * first. @returns the refusal beside the choice; null: nothing
 */
export const againstMade = (
  { policy, factors }: Today,
  made: readonly Made[],
): "method-not-allowed" | "method-full" | null => {
  const chosen = madeFactor({ made });
  if (!chosen) return null;
  if (satisfying(policy, [chosen]).length === 0) return "method-not-allowed";
  return isFull(chosen.method, factors) ? "method-full" : null;
};

type Making = {
  readonly place: Place;
  readonly made: readonly Made[];
};

/** What one enrolment writes. Of what there is one only, the one before it goes. */
const written = (methods: Methods, place: Place, made: Made) => {
  const { owner, factors, scene } = place;
  const { now } = scene;
  const method = methods.named(made.method);
  const factorId = newId<"factor">(epochMsOf(now)) as FactorId;
  const alike = factors.filter((one) => one.method === made.method);
  const before = method.isSingle ? alike : [];
  // Another tab may have taken the name meanwhile.
  const name = method.isSingle ? made.name : freeName(made.name, alike);
  const row = { id: factorId, accountId: owner.accountId, method: made.method, name };
  const changes: readonly Change[] = [
    ...before.flatMap(({ id }) => [...method.remove(id), deleteFactor(id)]),
    insertFactor({ ...row, addedAt: now }),
    ...method.write({ place, factorId, made }),
  ];
  return { changes, facts: [factorDid("factor.added", owner, { method: made.method, factorId })] };
};

/** Everything that was enrolled, for the transaction that ends a flow; it becomes the active one. */
export const enrolmentChanges = (
  methods: Methods,
  { place, made }: Making,
): { readonly changes: readonly Change[]; readonly facts: readonly Fact[] } => {
  const all = made.map((one) => written(methods, place, one));
  const chosen = madeFactor({ made });
  const active = chosen ? [activate(place.owner.accountId, chosen.method)] : [];
  return {
    changes: [...all.flatMap(({ changes }) => changes), ...active],
    facts: all.flatMap(({ facts }) => facts),
  };
};
