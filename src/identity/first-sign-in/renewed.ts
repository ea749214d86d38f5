import type { Flow, FlowServices } from "../../flow/index.ts";
import { hasFactor } from "../methods/index.ts";
import { letterAtStart } from "./store.ts";
import type { State } from "./types.ts";

/** As it was before there were second factors. */
type Before = Omit<State, "initials" | "accountId" | "factor">;

const isWhole = (state: State | Before): state is State => "factor" in state;

/**
 * A registration that the version before began, with what its letter says of second factors, read as
 * at a beginning. Whoever has enrolled something is asked for it first: from the identity check on.
 */
export const renewed =
  ({ database }: Pick<FlowServices, "database">) =>
  async (flow: Flow<State>): Promise<Flow<State>> => {
    if (isWhole(flow.state)) return flow;
    const before: Before = flow.state;
    const { societyId, subjectId: credentialId, memberId, startedAt: now } = flow;
    const known = await database.inSociety(societyId, (tx) =>
      letterAtStart(tx, { credentialId, memberId, now }),
    );
    const done = hasFactor(known.factor.factors) ? [] : flow.done;
    return { ...flow, done, state: { ...known, ...before, former: known.former } };
  };
