import { type HashCost, rawHash } from "../password-hash.ts";

/** Ours between two measurements of the limit: the machine's mood changes within seconds. */
export const againstRaw = async (
  phc: string,
  inFlight: number,
  measure: () => Promise<HashCost>,
): Promise<{ readonly ours: HashCost; readonly raw: HashCost }> => {
  const before = await rawHash(phc, inFlight);
  const ours = await measure();
  const after = await rawHash(phc, inFlight);
  const raw = {
    cpuMs: (before.cpuMs + after.cpuMs) / 2,
    perSecond: (before.perSecond + after.perSecond) / 2,
  };
  return { ours, raw };
};
