import { type Instant, later } from "../../kernel/time.ts";

/** Wrong passwords since then are „in a row“ with one of now; migration 0029 forgets older ones. */
export const rowSince = (now: Instant): Instant => later(now, { hours: -24 });
