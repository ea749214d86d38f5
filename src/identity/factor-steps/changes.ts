import type { Fact } from "../../audit/types.ts";
import type { Change } from "../../flow/index.ts";
import { type FactorId, newId } from "../../kernel/ids.ts";
import { epochMsOf } from "../../kernel/time.ts";
import {
  activate,
  deleteFactor,
  insertFactor,
  type Made,
  type Methods,
  type Place,
} from "../methods/index.ts";
import { factorDid } from "./facts.ts";
import { madeFactor } from "./plan.ts";

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
  const before = method.isSingle ? factors.filter((one) => one.method === made.method) : [];
  const row = { id: factorId, accountId: owner.accountId, method: made.method, name: made.name };
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
