import type { Resealed, Resealing } from "../../platform/crypto/reseal.ts";
import { resealInBatches } from "../../platform/crypto/reseal.ts";
import { seal, unseal } from "../sealed.ts";
import type { StoredFlow } from "../store.ts";
import { lockFlowsOfOtherKeys, rewriteFlows, type SealedFlow } from "./store.ts";

/** Only what the seal is bound to matters here: society and id. */
const storedOf = (societyId: string, { id, state }: SealedFlow) =>
  ({ id, societyId, sealedState: state }) as StoredFlow;

/** Seals with the current secret what an earlier one sealed: what was typed into open flows. */
export const resealFlows = (resealing: Resealing): Promise<Resealed> =>
  resealInBatches(resealing, {
    lock: lockFlowsOfOtherKeys,
    reseal: (row) => {
      const { flow, notice } = unseal(resealing.secrets, storedOf(resealing.society, row));
      return { id: row.id, state: seal(resealing.secrets, flow, notice).sealedState };
    },
    rewrite: rewriteFlows,
  });
