import type { MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Society } from "../../society/types.ts";
import { loginMacOf, rowSince } from "../locks/index.ts";
import { type Locks, stillCounts } from "./rules.ts";
import { accountLocksOf, countersOf, loginKeysOf } from "./store.ts";

type Whose = {
  readonly society: Pick<Society, "entranceId">;
  readonly memberId: MemberId;
  readonly secrets: Secrets;
};

/** What the counters of somebody's user ID, or of their letters' IDs, are kept under. */
export const loginMacsOf = async (
  tx: Tx,
  { society: { entranceId }, memberId, secrets }: Whose,
): Promise<readonly string[]> => {
  const keys = await loginKeysOf(tx, { entranceId, memberId });
  return keys.map((key) => loginMacOf(secrets, entranceId, key));
};

/** What is locked of a member now, and what counts towards a lock. */
export const locksOf = async (tx: Tx, whose: Whose, now: Instant): Promise<Locks> => {
  const { entranceId } = whose.society;
  const [counters, account] = await Promise.all([
    loginMacsOf(tx, whose).then((macs) => countersOf(tx, { entranceId, macs })),
    accountLocksOf(tx, whose.memberId),
  ]);
  const none = { staffSince: null, factorUntil: null, factorWrong: 0 };
  return {
    ...(account ?? none),
    counters: counters.filter((counter) => stillCounts(counter, { now, rowSince: rowSince(now) })),
  };
};
