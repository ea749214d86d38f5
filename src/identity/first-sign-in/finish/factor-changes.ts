import type { Fact } from "../../../audit/types.ts";
import type { Change, Scene } from "../../../flow/index.ts";
import type { Mail } from "../../../mail/index.ts";
import { type Account, memberDid } from "../../accounts/index.ts";
import {
  addedMails,
  enrolmentChanges,
  factorChangeMails,
  factorLabel,
} from "../../factor-steps/index.ts";
import {
  activate,
  deleteFactor,
  type Factor,
  forgetWrong,
  type Methods,
} from "../../methods/index.ts";
import type { LetterStanding } from "../store.ts";
import type { State } from "../types.ts";
import { placeToday } from "./factors.ts";

type Given = Pick<LetterStanding, "held" | "factors" | "renewed">;
type Effects = {
  readonly changes: readonly Change[];
  readonly facts: readonly Fact[];
  readonly mails: readonly Mail[];
};

/** What the letter takes away of the account's factors. */
const takenIn = ({ held, factors }: Given): readonly Factor[] =>
  (held?.factors ?? []).filter(({ id }) => !factors.some((one) => one.id === id));

const nothing: Effects = { changes: [], facts: [], mails: [] };

const taken = (methods: Methods, scene: Scene<State>, given: Given): Effects => {
  const gone = takenIn(given);
  const { renewed } = given;
  if (renewed === null || gone.length === 0) return nothing;
  const { owner } = placeToday(scene);
  const { society, now } = scene;
  const { accountId } = owner;
  return {
    changes: [
      ...gone.flatMap(({ id, method }) => [...methods.named(method).remove(id), deleteFactor(id)]),
      activate(accountId, null),
    ],
    facts: gone.map(({ id, method }) =>
      memberDid("factor.removed", owner, { method, factorId: id, by: "letter" }),
    ),
    mails: gone.flatMap((one) => {
      const which = factorLabel(methods, renewed.language, one);
      return factorChangeMails({ what: "removed", society, owner, held: renewed, which, at: now });
    }),
  };
};

/** To who had the account until now; whoever registers first reads it in the completion mail. */
const toldTo = (
  methods: Methods,
  scene: Scene<State>,
  renewed: Account | null,
): readonly Mail[] => {
  const { made } = scene.flow.state.factor;
  return renewed ? addedMails(methods, { place: placeToday(scene), made, held: renewed }) : [];
};

/** What becomes of the account's second factors at the end: what is taken away, then what is new. */
export const factorEffects = (methods: Methods, scene: Scene<State>, given: Given): Effects => {
  const before = taken(methods, scene, given);
  // A completed reset releases what wrong ones locked; a lock of staff lets nothing come here.
  const released = given.renewed ? [forgetWrong(given.renewed.id)] : [];
  const { made } = scene.flow.state.factor;
  const added = enrolmentChanges(methods, { place: placeToday(scene), made });
  return {
    changes: [...before.changes, ...released, ...added.changes],
    facts: [...before.facts, ...added.facts],
    mails: [...before.mails, ...toldTo(methods, scene, given.renewed)],
  };
};
