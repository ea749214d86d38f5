import { recordFacts } from "../../audit/index.ts";
import type { Fact, Origin } from "../../audit/types.ts";
import type { Id } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import { queueMails } from "../../mail/index.ts";
import type { Member } from "../../members/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Society } from "../../society/types.ts";
import { type Account, accountOf, awaitLetter, lockAccountOf } from "../accounts/index.ts";
import { endOlderRegistrations } from "../first-sign-in/index.ts";
import { forgetCounters, loginMacOf } from "../locks/index.ts";
import { forgetWrong } from "../methods/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { reissuedMail } from "./mail.ts";
import { letterResetsFactors } from "./store.ts";

export type Resetting = {
  readonly society: Society;
  readonly member: Member;
  readonly letterId: Id<"credential">;
  readonly batchId: Id<"batch">;
  readonly reason: string;
  /** Asked for; where nobody is registered there is nothing to reset. */
  readonly resetsFactors: boolean;
  readonly nobodysHash: string;
  readonly secrets: Secrets;
  readonly origin: Origin;
  readonly now: Instant;
};

/** What a new letter came to. */
export type Reset = {
  readonly isRegistered: boolean;
  /** Living sessions that ended. */
  readonly sessions: number;
  readonly isMailed: boolean;
};

const fact = (
  { reason, batchId, letterId, member, resetsFactors }: Resetting,
  account: Account | null,
  sessions: number,
): Fact => ({
  action: "account.reissued",
  actor: { kind: "operator" },
  subject: account ? { kind: "account", id: account.id } : { kind: "credential", id: letterId },
  memberId: member.id,
  details: {
    ...{ reason, batch: batchId, letter: letterId, registered: account !== null, sessions },
    resetsFactors: resetsFactors && account !== null,
  },
});

const tellOwner = (tx: Tx, resetting: Resetting, account: Account) => {
  const { society, member, resetsFactors, secrets, now } = resetting;
  if (account.email === null) return false;
  const mail = reissuedMail({
    to: account.email,
    language: account.language,
    society,
    memberId: member.id,
    initials: initialsOf(member.nameKana),
    resetsFactors,
    at: now,
  });
  queueMails(tx, [mail], { now, secrets });
  return true;
};

const record = (tx: Tx, resetting: Resetting, account: Account | null, sessions: number) =>
  recordFacts(tx, [fact(resetting, account, sessions)], {
    origin: resetting.origin,
    at: resetting.now,
  });

/**
 * What else comes of a new letter, in the transaction that makes it work and that has locked the
 * member's older letters: so nobody registers meanwhile. Counters before the account, as a sign-in
 * locks them. Refuses with `account-locked`: then nothing of the transaction may stay.
 */
export const resetForLetter = async (tx: Tx, resetting: Resetting): Promise<Result<Reset>> => {
  const { member, letterId, nobodysHash, resetsFactors, secrets, now } = resetting;
  endOlderRegistrations(tx, { memberId: member.id, letterId, now });
  const found = await accountOf(tx, member.id);
  if (!found) {
    record(tx, resetting, null, 0);
    return ok({ isRegistered: false, sessions: 0, isMailed: false });
  }
  const { entranceId } = found;
  const loginMac = loginMacOf(secrets, entranceId, foldId(found.userId));
  forgetCounters(tx, { entranceId, loginMac });
  const account = (await lockAccountOf(tx, member.id)) ?? found;
  if (account.lockedAt) return refuse("account-locked");
  const sessions = await endSessionsOf(tx, account.id, now);
  awaitLetter(tx, { accountId: account.id, letterId, nobodysHash, now });
  // Staff's release: the password that others may have guessed with opens nothing any more.
  await forgetWrong(account.id)(tx);
  if (resetsFactors) letterResetsFactors(tx, letterId);
  record(tx, resetting, account, sessions);
  return ok({ isRegistered: true, sessions, isMailed: tellOwner(tx, resetting, account) });
};
