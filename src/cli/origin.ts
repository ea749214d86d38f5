import type { Origin } from "../audit/types.ts";
import { newId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";

/** From where the facts of one run of a command come. */
export const runOrigin = (now: Instant): Origin => ({
  requestId: newId<"run">(epochMsOf(now)),
  source: "cli",
});
