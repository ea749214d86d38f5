import type { Instant } from "../../../kernel/time.ts";
import type { FactorState } from "../../factor-steps/index.ts";
import { type Held, hasFactor, type Owner } from "../../methods/index.ts";

/** Whether an account is still the one that was asked. Pure. */

/** What was known when the asking began. */
export type Asked = {
  readonly owner: Pick<Owner, "email">;
  readonly passwordChangedAt: Instant;
};

type Now = Pick<Held, "lockedAt" | "passwordChangedAt" | "email" | "confirmedAt">;

/**
 * Staff's lock, another password, another address: a code that went to a former one proves nothing,
 * and where none was proved, none was sent.
 */
export const hasChanged = ({ owner: { email }, passwordChangedAt }: Asked, held: Now): boolean => {
  if (held.lockedAt !== null || held.passwordChangedAt !== passwordChangedAt) return true;
  return email !== null && (held.confirmedAt === null || held.email !== email);
};

/** Whether what was shown is what the account has by now: nothing, where it has nothing. */
export const isStillShown = (
  { passed }: Pick<FactorState, "passed">,
  { factors }: Pick<Held, "factors">,
): boolean =>
  hasFactor(factors) ? factors.some(({ id }) => id === passed?.factorId) : passed === null;
