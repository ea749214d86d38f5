import type { Origin } from "../../audit/types.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Member } from "../../members/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Society } from "../../society/types.ts";

/** What staff want, of whom, and why. */
export type Order = {
  readonly society: Society;
  readonly member: Member;
  /** On record; judged before. */
  readonly reason: string;
  /** False where the mailbox itself may be in other hands. */
  readonly tellsOwner: boolean;
  readonly secrets: Secrets;
  readonly origin: Origin;
  readonly now: Instant;
};
