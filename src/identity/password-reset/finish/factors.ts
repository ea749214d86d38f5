import type { Effects } from "../../../flow/index.ts";
import { addedMails, enrolmentChanges, factorDid } from "../../factor-steps/index.ts";
import { activate, deleteFactor, forgetWrong, type Methods } from "../../methods/index.ts";
import { activation } from "../../second-factor/index.ts";
import { factorsLeft, madeIn, type Whole } from "./judge.ts";

const nothing: Required<Effects> = { changes: [], facts: [], mails: [] };

/** Everything that was lost goes; one mail tells of all of it (`mail.ts`). */
const taken = (methods: Methods, { scene, held }: Whole): Required<Effects> => {
  const { lost, owner } = scene.flow.state;
  if (lost === null || held.factors.length === 0) return nothing;
  return {
    changes: [
      ...held.factors.flatMap(({ id, method }) => [
        ...methods.named(method).remove(id),
        deleteFactor(id),
      ]),
      activate(owner.accountId, null),
    ],
    facts: held.factors.map(({ id, method }) =>
      factorDid("factor.removed", owner, { method, factorId: id }),
    ),
    mails: [],
  };
};

/** What becomes of the second factors: what was lost goes, then comes what was enrolled on the way. */
export const factorEffects = (methods: Methods, whole: Whole): Required<Effects> => {
  const { scene, held } = whole;
  const { owner, lost } = scene.flow.state;
  const made = madeIn(whole);
  const place = { scene, owner, factors: factorsLeft(whole) };
  const gone = taken(methods, whole);
  const added = enrolmentChanges(methods, { place, made });
  const active = lost === null ? held.active : null;
  const after = activation(methods, {
    place,
    made,
    held: { ...held, active, factors: place.factors },
    isBeside: false,
  });
  return {
    // A completed reset releases what wrong ones locked, where it may (judge.ts); a lock of staff lets
    // nothing come here.
    changes: [...gone.changes, forgetWrong(owner.accountId), ...added.changes, ...after.changes],
    facts: [...gone.facts, ...added.facts, ...after.facts],
    mails: [...addedMails(methods, { place, made, held }), ...after.mails],
  };
};
