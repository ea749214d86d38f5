import { recordFacts } from "../audit/index.ts";
import type { Fact, Origin } from "../audit/types.ts";
import { newId, type SocietyId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import type { Installation } from "./command.ts";

/** From where the facts of one run of a command come. */
export const runOrigin = (now: Instant): Origin => ({
  requestId: newId<"run">(epochMsOf(now)),
  source: "cli",
});

/** Puts on record what the operator did to a society as a whole. */
export const operatorDid = (
  { database, clock }: Pick<Installation, "database" | "clock">,
  society: SocietyId,
  done: Required<Pick<Fact, "action" | "details">>,
): Promise<void> => {
  const at = clock.now();
  const fact: Fact = {
    ...done,
    actor: { kind: "operator" },
    subject: { kind: "society", id: society },
  };
  return database.inSociety(society, async (tx) =>
    recordFacts(tx, [fact], { origin: runOrigin(at), at }),
  );
};
