import type { Scene } from "../../flow/index.ts";
import type { Place } from "../methods/index.ts";
import type { FactorParts, FactorState, WithFactor } from "./types.ts";

/** Where a door is opened from a flow. */
export const placeIn = <State extends WithFactor>(
  { ownerOf }: Pick<FactorParts<State>, "ownerOf">,
  scene: Scene<State>,
): Place => ({ scene, owner: ownerOf(scene), factors: scene.flow.state.factor.factors });

/** What a step has learnt, as a part of the flow's state. */
export const learnt = <State extends WithFactor>(
  { flow }: Scene<State>,
  news: Partial<FactorState>,
): Partial<State> => {
  const factor: FactorState = { ...flow.state.factor, ...news };
  // Whatever else a flow keeps, its `factor` is this and no more.
  return { factor } as Partial<WithFactor> as Partial<State>;
};
