import { setTimeout as pause } from "node:timers/promises";
import type { Portal } from "../portal-process.ts";
import { kill, recover, type Target } from "./kill.ts";
import { addCrowd } from "./letters.ts";
import { asRoot } from "./truth.ts";

/** Facts of a full seal: only a crowd's facts fill one. */
const factsPerSeal = 1000;
const sealsAtOnce = 4;
const mostWaitMs = 30_000;

const fullSeals = (portal: Portal, enough: number): Promise<number> =>
  asRoot(portal, async (client) => {
    const from = performance.now();
    for (;;) {
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int as count from audit_seal where facts = $1",
        [factsPerSeal],
      );
      const count = rows[0]?.count ?? 0;
      if (count >= enough) return count;
      if (performance.now() - from > mostWaitMs) throw new Error("the sealer seals nothing");
      await pause(1);
    }
  });

type Shot = {
  readonly target: Target;
  /** After the first of several seals. */
  readonly waitMs: number;
  /** Another one for each time. */
  readonly crowd: number;
};

/**
 * Brings thousands of facts at once, and kills while they are sealed.
 * @returns seals that were due, and how many of them stand
 */
export const hitSealing = async (
  portal: Portal,
  { target, waitMs, crowd }: Shot,
): Promise<{ readonly sent: number; readonly committed: number }> => {
  const before = await fullSeals(portal, 0);
  await addCrowd(portal, { society: "hikari", count: sealsAtOnce * factsPerSeal, crowd });
  await fullSeals(portal, before + 1);
  await pause(waitMs);
  kill(portal, target);
  await recover(portal);
  return { sent: sealsAtOnce, committed: (await fullSeals(portal, 0)) - before };
};
