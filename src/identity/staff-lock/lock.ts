import { recordFacts } from "../../audit/index.ts";
import type { Fact } from "../../audit/types.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import type { Tx } from "../../platform/database/types.ts";
import { type Account, lockAccountOf } from "../accounts/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { tellOwner } from "./mail.ts";
import { forgetTemporaryPassword, setStaffLock } from "./store.ts";
import type { Order } from "./types.ts";

/** What a lock came to. */
export type Stopped = {
  /** Living sessions that ended. */
  readonly sessions: number;
  readonly isMailed: boolean;
};

const factOf = ({ reason, member }: Order, account: Account, sessions: number): Fact => ({
  action: "account.locked",
  actor: { kind: "operator" },
  subject: { kind: "account", id: account.id },
  memberId: member.id,
  details: { reason, sessions },
});

/**
 * アカウントロック by staff: nobody signs in to it by any way, and recovery does not lift it. Sessions
 * end with the row held, so that a sign-in at this moment begins none. Refuses with `not-registered`,
 * or `locked-already` (facts since: a day).
 */
export const lockAccount = async (tx: Tx, order: Order): Promise<Result<Stopped>> => {
  const { member, origin, now } = order;
  const account = await lockAccountOf(tx, member.id);
  if (!account) return refuse("not-registered");
  if (account.lockedAt) return refuse("locked-already", { since: todayInTokyo(account.lockedAt) });
  setStaffLock(tx, account.id, now);
  forgetTemporaryPassword(tx, account.id);
  const sessions = await endSessionsOf(tx, account.id, now);
  recordFacts(tx, [factOf(order, account, sessions)], { origin, at: now });
  return ok({ sessions, isMailed: tellOwner(tx, order, { account, what: "locked" }) });
};
