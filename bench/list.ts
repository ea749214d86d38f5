import type { Bench } from "./types.ts";

/** One line a bench; loaded only when it runs. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  "password-hash": async () => (await import("./password-hash.ts")).passwordHash,
};
