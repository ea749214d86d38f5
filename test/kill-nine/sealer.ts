import { setTimeout as pause } from "node:timers/promises";
import type { Portal } from "../portal-process.ts";
import { kill, type Target } from "./kill.ts";
import { asRoot } from "./truth.ts";

/** Of so many facts the sealer makes so many seals in one go. */
export const factsPerKill = 4000;
const mostWaitMs = 30_000;

const seals = `select count(*)::int as count from audit_seal`;

/** Waits until the sealer is at it, and kills it some milliseconds later. */
export const killSealer = (
  portal: Portal,
  { target, waitMs }: { readonly target: Target; readonly waitMs: number },
): Promise<void> =>
  asRoot(portal, async (client) => {
    const count = async () => (await client.query<{ count: number }>(seals)).rows[0]?.count ?? 0;
    const [before, from] = [await count(), performance.now()];
    while ((await count()) === before) {
      if (performance.now() - from > mostWaitMs) throw new Error("the sealer seals nothing");
      await pause(1);
    }
    await pause(waitMs);
    kill(portal, target);
  });
