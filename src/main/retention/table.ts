import type { Kept } from "./kept.ts";
import { records } from "./tables/records.ts";
import { standing } from "./tables/standing.ts";
import { traces } from "./tables/traces.ts";

/**
 * Every table of the database: what stands in it, how long, and why so long. In this order it is
 * swept: what points at another row goes before it.
 */
export const retention: readonly Kept[] = [...traces, ...records, ...standing];
