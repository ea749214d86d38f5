import { pruneFacts } from "../../audit/index.ts";
import type { Sweep } from "./kept.ts";
import { before } from "./period-rules.ts";

/** Facts go by whole seals, the oldest first; a seal that is not as it was is told, never swept. */
export const sweepFacts: Sweep = {
  of: "society",
  some: async (sweeping, { id, code }) => {
    const pruned = await pruneFacts(sweeping, id, before(sweeping.now, sweeping.length));
    if (pruned.kind === "broken")
      throw new Error(`the audit facts of ${code}, seal ${pruned.seal}, are not as they were`);
    if (pruned.kind === "nothing") return { went: 0, isMore: false };
    return { went: pruned.facts, isMore: true };
  },
};
