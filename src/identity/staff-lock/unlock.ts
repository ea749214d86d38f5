import { recordFacts } from "../../audit/index.ts";
import type { Fact } from "../../audit/types.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Tx } from "../../platform/database/types.ts";
import { type Account, lockAccountOf } from "../accounts/index.ts";
import { forgetCounters } from "../locks/index.ts";
import { forgetWrong } from "../methods/index.ts";
import { locksOf, loginMacsOf } from "./locks.ts";
import { tellOwner } from "./mail.ts";
import { isClean, isLocked, type Locked, lockedNow } from "./rules.ts";
import { setStaffLock } from "./store.ts";
import type { Order } from "./types.ts";

/** What was lifted. */
export type Lifted = Locked & { readonly isMailed: boolean };

const factOf = ({ reason, member }: Order, account: Account | undefined, was: Locked): Fact => ({
  action: "account.unlocked",
  actor: { kind: "operator" },
  subject: account ? { kind: "account", id: account.id } : { kind: "member", id: member.id },
  memberId: member.id,
  details: { reason, ...was },
});

/**
 * Lifts whatever locks somebody, and forgets what counts towards a lock: of who is not registered yet,
 * the wrong passwords of their letters. Counters before the account, as a sign-in locks them.
 * Refuses with `nothing-locked`.
 */
export const unlockMember = async (tx: Tx, order: Order): Promise<Result<Lifted>> => {
  const { society, member, origin, now } = order;
  const whose = { ...order, memberId: member.id };
  const locks = await locksOf(tx, whose, now);
  if (isClean(locks, now)) return refuse("nothing-locked");
  const { entranceId } = society;
  for (const loginMac of await loginMacsOf(tx, whose)) forgetCounters(tx, { entranceId, loginMac });
  const account = await lockAccountOf(tx, member.id);
  if (account) {
    await forgetWrong(account.id)(tx);
    setStaffLock(tx, account.id, null);
  }
  const was = lockedNow(locks, now);
  recordFacts(tx, [factOf(order, account, was)], { origin, at: now });
  const isToBeTold = account !== undefined && isLocked(was);
  const isMailed = isToBeTold && tellOwner(tx, order, { account, what: "unlocked" });
  return ok({ ...was, isMailed });
};
