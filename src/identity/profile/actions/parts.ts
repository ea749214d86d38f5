import type { Acted, ActionScene } from "../../../flow/index.ts";
import type { Tx } from "../../../platform/database/types.ts";
import {
  type FactorChange,
  factorChangeMails,
  factorDid,
  factorLabel,
} from "../../factor-steps/index.ts";
import {
  activate,
  deleteFactor,
  type Factor,
  forgetWrong,
  type Held,
  holdFactors,
  knownOwner,
  type Methods,
  type Person,
  personOf,
} from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import type { Removal } from "../removal.ts";

/** The account held, as it is at this moment. */
export type Loaded = {
  readonly held: Held;
  readonly person: Person;
  readonly initials: string;
};

/** @throws when there is no such account: a bug */
export const loadHeld = async (tx: Tx, { session }: ActionScene): Promise<Loaded> => {
  const held = await holdFactors(tx, session.accountId);
  if (!held) throw new Error("a session of an account that is not there");
  const [person, { owner }] = await Promise.all([
    personOf(tx, session.memberId),
    knownOwner(tx, session),
  ]);
  return { held, person, initials: owner.initials };
};

type Telling = { readonly scene: ActionScene; readonly loaded: Loaded };
type Told = Pick<Factor, "method" | "name">;

/** The mail to the owner: one for each change. */
export const mailsOf = (
  methods: Methods,
  { scene, loaded: { held, initials } }: Telling,
  { what, factor }: { readonly what: FactorChange; readonly factor: Told },
) => {
  const { society, session, now: at } = scene;
  const which = factorLabel(methods, held.language, factor);
  return factorChangeMails({
    what,
    society,
    owner: { memberId: session.memberId, initials },
    held,
    which,
    at,
  });
};

/** Nothing is written. */
export const unchanged = (what: Done["what"], which?: Done["which"]): Acted<Done> => ({
  outcome: which ? { what, which } : { what },
});

/** What a removal writes, records and tells; another one becomes active where the active one went. */
export const removed = (
  methods: Methods,
  telling: Telling,
  { removed: gone, active }: Extract<Removal, { kind: "removed" }>,
) => {
  const { session } = telling.scene;
  const isOther = active !== telling.loaded.held.active;
  const next = isOther && active !== null ? { method: active, name: "" } : null;
  const fact = (action: string, about: { method: Factor["method"]; factorId?: string }) =>
    factorDid(action, session, about);
  return {
    changes: [
      ...gone.flatMap(({ id, method }) => [...methods.named(method).remove(id), deleteFactor(id)]),
      ...(isOther ? [activate(session.accountId, active)] : []),
      // Wrong ones of what is not there any more must not stop who has only the password left.
      ...(active === null ? [forgetWrong(session.accountId)] : []),
    ],
    facts: [
      ...gone.map(({ id, method }) => fact("factor.removed", { method, factorId: id })),
      ...(next ? [fact("factor.activated", { method: next.method })] : []),
    ],
    mails: [
      ...gone.flatMap((factor) => mailsOf(methods, telling, { what: "removed", factor })),
      ...(next ? mailsOf(methods, telling, { what: "active", factor: next }) : []),
    ],
  };
};
