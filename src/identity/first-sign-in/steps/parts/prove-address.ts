import type { Decision, Scene } from "../../../../flow/index.ts";
import { initialsOf } from "../../../../kernel/initials.ts";
import type { Secrets } from "../../../../platform/crypto/types.ts";
import type { Tx } from "../../../../platform/database/types.ts";
import {
  type ChecksOfLetter,
  checksOf,
  type Minted,
  sendCheck,
  sendRefused,
} from "../../../mail-check/index.ts";
import { plan } from "../../plan.ts";
import { type Holder, holderOf, holdLetter } from "../../store.ts";
import type { State } from "../../types.ts";

const step = "address-check";

/** What is known of an address, and of the mails to it. */
export type AddressLoaded = ChecksOfLetter & { readonly holder: Holder };

/** Holds the letter: mails are counted over all browsers that began with it. */
export const loadAddress = async (
  tx: Tx,
  { flow, now }: Scene<State>,
  email: string | null,
): Promise<AddressLoaded> => {
  holdLetter(tx, flow);
  const [holder, checks] = await Promise.all([
    holderOf(tx, flow.memberId),
    checksOf(tx, { subjectId: flow.subjectId, email: email ?? "", now }),
  ]);
  return { holder, ...checks };
};

type Taking = {
  readonly secrets: Secrets;
  readonly scene: Scene<State>;
  /** What the step has learnt; with the address. */
  readonly learnt: Partial<State> & Pick<State, "email">;
  readonly loaded: AddressLoaded;
  readonly minted: Minted;
};

/** The step is done; where the policy wants the address proved, a mail goes out with it. */
export const takeAddress = ({
  secrets,
  scene,
  learnt,
  loaded,
  minted,
}: Taking): Decision<State> => {
  const { flow, policy, now } = scene;
  const { email } = learnt;
  // Proved with this letter in another browser. Of a password that may be guessed that says nothing
  // of who sits here.
  const isKnown = email !== null && loaded.wasProved && !flow.state.isWeak;
  const verified = isKnown ? [...flow.state.verified, email] : flow.state.verified;
  const state = { ...learnt, verified };
  const needsMail = plan(policy, { ...flow.state, ...state }).includes(step);
  if (email === null || !needsMail) return { kind: "done", state };
  const refused = sendRefused({ ...loaded, now });
  // The mail to this very address has just gone: its page says when the next one may.
  if (refused?.code === "mail-too-soon") return { kind: "done", state };
  if (refused) return { kind: "refuse", errors: { email: refused } };
  const initials = initialsOf(loaded.holder.nameKana);
  return { kind: "done", state, ...sendCheck({ secrets, scene, step, email, initials, minted }) };
};
