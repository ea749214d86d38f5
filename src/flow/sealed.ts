import type { Refusal } from "../kernel/result.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { FieldRefusals, Typed } from "./form.ts";
import type { Flow } from "./step.ts";
import type { StoredFlow } from "./store.ts";

/** `notice`: what the last submit of a step was refused for; gone with the next commit. */
type Kept<State> = { readonly state: State; readonly notice?: Notice };

/** What was wrong, and what was typed (never a secret), so that the page shows both once more. */
export type Notice = {
  readonly step: string;
  readonly errors: FieldRefusals;
  readonly typed: Typed;
  /** Rules that are others now: why somebody was led back here. */
  readonly changed?: readonly Refusal[];
};

const about = (flow: { societyId: string; id: string }) => `flow ${flow.societyId} ${flow.id}`;

/** What a row keeps, opened. @throws when it was altered or moved */
export const unseal = <State>(secrets: Secrets, stored: StoredFlow) => {
  const kept = JSON.parse(
    secrets.open("flow-state", about(stored), stored.sealedState),
  ) as Kept<State>;
  const { sealedState: _, ...row } = stored;
  return { flow: { ...row, state: kept.state } as Flow<State>, notice: kept.notice };
};

export const seal = <State>(secrets: Secrets, flow: Flow<State>, notice?: Notice): StoredFlow => {
  const { state, ...row } = flow;
  const kept: Kept<State> = notice ? { state, notice } : { state };
  return { ...row, sealedState: secrets.seal("flow-state", about(flow), JSON.stringify(kept)) };
};
