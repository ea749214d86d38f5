import type { Arrival, Scene } from "../../../flow/index.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import { type Held, hasFactor, holdFactors, isFactorLocked } from "../../methods/index.ts";
import { learnt, placeIn } from "../scene.ts";
import type { FactorParts, WithFactor } from "../types.ts";
import { firstQuestion } from "./ask.ts";

/** Nothing is asked or judged then. */
export const isClosed = (held: Held | undefined, { now }: Pick<Scene<unknown>, "now">): boolean =>
  !held || held.lockedAt !== null || isFactorLocked(held, now);

/** Whose lock it is decides what its owner is told: one of staff does not end by itself. */
export const closedAs = (held: Held | undefined): "account-locked" | "factor-locked" =>
  !held || held.lockedAt !== null ? "account-locked" : "factor-locked";

/** A flow that asks for what is enrolled on its way: as it is now, and not as the flow began. */
export const arriveAt = async <State extends WithFactor>(
  parts: FactorParts<State>,
  tx: Tx,
  scene: Scene<State>,
): Promise<Arrival<State>> => {
  const held = await holdFactors(tx, parts.ownerOf(scene).accountId);
  if (!held || isClosed(held, scene)) return { kind: "end", outcome: closedAs(held) };
  const { factors, active } = held;
  // Taken away meanwhile: the plan asks nothing any more.
  if (!hasFactor(factors)) return { kind: "stay", state: learnt(scene, { factors }) };
  const place = { ...placeIn(parts, scene), factors };
  const put = await firstQuestion(parts.methods, tx, { place, active });
  if (!put) throw new TroubleError("busy");
  const { question, changes, mails } = put;
  const state = learnt(scene, { factors, asked: question, passed: null });
  return { kind: "stay", state, changes, mails };
};
