import { sweepFlows } from "../flow/index.ts";
import { sweepConfirmations } from "../identity/address/index.ts";
import { sweepTries } from "../identity/locks/index.ts";
import { sweepChecks } from "../identity/mail-check/index.ts";
import { sweepSessions } from "../identity/sessions/index.ts";
import { later } from "../kernel/time.ts";
import type { Open } from "./installation.ts";

/** What nobody looks at any more; audit facts stay. */
export const sweep = async ({ database, clock, registry }: Open): Promise<void> => {
  const ago = (days: number) => later(clock.now(), { days: -days });
  // Letters live for 366 days at most (policy.letter).
  await sweepTries(database, { signInsBefore: ago(90), proofsBefore: ago(370) });
  for (const { id } of registry.all())
    await database.inSociety(id, async (tx) => {
      // The buttons first: their rows go with their flows.
      sweepChecks(tx, ago(2));
      await sweepFlows(tx, ago(2));
      sweepSessions(tx, { endedBefore: ago(90), browsersBefore: ago(400) });
      sweepConfirmations(tx, ago(30));
    });
};
