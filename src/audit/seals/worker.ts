import type { SocietyId } from "../../kernel/ids.ts";
import type { Schedule } from "../../platform/schedule.ts";
import { mostFacts, type Sealing, sealFacts } from "./sealing.ts";
import { societiesToSeal } from "./store.ts";

/** For the log, which is kept elsewhere: whoever cuts off a chain's tail cannot cut it there. */
export type SealingReport =
  | {
      readonly outcome: "sealed";
      readonly society: SocietyId;
      readonly seal: number;
      readonly root: string;
      readonly count: number;
    }
  | {
      readonly outcome: "broken";
      readonly society: SocietyId;
      readonly seal: number;
      readonly code: string;
    };

export type SealingParts = Sealing & {
  readonly schedule: Schedule;
  readonly report: (report: SealingReport) => void;
  readonly failed: (error: unknown) => void;
};

export type SealingWorker = {
  /** Seals whatever can be sealed now. */
  readonly drain: () => Promise<void>;
  /** Waits for the seal at work. */
  readonly stop: () => Promise<void>;
};

/** Seals facts again and again; any number of workers may. */
export const startSealing = ({
  schedule,
  report,
  failed,
  ...parts
}: SealingParts): SealingWorker => {
  let isStopping = false;
  let running: Promise<void> | undefined;
  // Told once, not at every turn.
  const broken = new Set<SocietyId>();

  const one = async (society: SocietyId): Promise<"more" | "done"> => {
    const sealed = await sealFacts(parts, society);
    if (sealed.kind === "broken") {
      const { number: seal, because: code } = sealed;
      if (!broken.has(society)) report({ outcome: "broken", society, seal, code });
      broken.add(society);
    }
    if (sealed.kind !== "sealed") return "done";
    const { number: seal, root, facts: count } = sealed.seal;
    broken.delete(society);
    report({ outcome: "sealed", society, seal, root, count });
    return count === mostFacts ? "more" : "done";
  };
  // One society's trouble does not keep the others' facts unsealed.
  const chain = async (society: SocietyId) => {
    try {
      while (!isStopping && (await one(society)) === "more");
    } catch (error) {
      failed(error);
    }
  };
  const run = async () => {
    for (const society of await societiesToSeal(parts.database)) await chain(society);
  };
  const drain = () => {
    if (isStopping) return running ?? Promise.resolve();
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = schedule(() => drain().catch(failed));
  return {
    drain,
    stop: async () => {
      isStopping = true;
      timer.stop();
      await running?.catch(() => {});
    },
  };
};
