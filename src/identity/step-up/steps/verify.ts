import type { AnyStep, Arrival, Scene } from "../../../flow/index.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import { type FactorParts, firstQuestion } from "../../factor-steps/index.ts";
import { holdFactors } from "../../methods/index.ts";
import type { State } from "../types.ts";

/**
 * The question is put when the password was right; one that was put before (「別の方法で認証する」
 * instead of a passkey) stays.
 */
const arrive = async (
  { methods, ownerOf }: FactorParts<State>,
  tx: Tx,
  scene: Scene<State>,
): Promise<Arrival<State>> => {
  const { factor } = scene.flow.state;
  if (factor.asked) return { kind: "stay" };
  const owner = ownerOf(scene);
  const held = await holdFactors(tx, owner.accountId);
  const factors = factor.factors.filter(({ id }) => held?.factors.some((one) => one.id === id));
  if (!held || factors.length === 0) return { kind: "end", outcome: "changed" };
  const { active } = held;
  const put = await firstQuestion(methods, tx, { place: { scene, owner, factors }, active });
  if (!put) throw new TroubleError("busy");
  const { question, changes, mails } = put;
  return { kind: "stay", state: { factor: { ...factor, asked: question } }, changes, mails };
};

/** As every flow verifies, but for when it asks. */
export const asksHere =
  (parts: FactorParts<State>) =>
  (step: AnyStep<State>): AnyStep<State> => ({
    ...step,
    arrive: (tx, scene) => arrive(parts, tx, scene),
  });
