import { recordFacts } from "../../audit/index.ts";
import type { AccountId } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/time.ts";
import { queueMails } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Registry, Society } from "../../society/index.ts";
import { lockMail } from "./mail.ts";
import { dropNotice, type LockNotice, openNotices, ownerOf, takeNotice } from "./store.ts";

export type NoticeParts = {
  readonly database: Database;
  readonly registry: Registry;
  readonly secrets: Secrets;
  readonly clock: Clock;
};

type Telling = {
  readonly notice: LockNotice;
  readonly society: Society;
  readonly accountId: AccountId;
};

const tell = ({ database, secrets, clock }: NoticeParts, { notice, society, accountId }: Telling) =>
  database.inSociety(society.id, async (tx) => {
    if (!(await takeNotice(tx, notice))) return;
    const owner = await ownerOf(tx, accountId);
    const now = clock.now();
    recordFacts(
      tx,
      [
        {
          action: "account.password-locked",
          actor: { kind: "system" },
          subject: { kind: "account", id: accountId },
          memberId: owner?.memberId ?? null,
        },
      ],
      { origin: { requestId: notice.id, source: "worker" }, at: notice.lockedAt },
    );
    if (!owner?.email) return;
    const { lockedAt, lockedUntil } = notice;
    const mail = lockMail({
      to: owner.email,
      language: owner.language,
      society,
      lockedAt,
      lockedUntil,
    });
    queueMails(tx, [mail], { now, secrets });
  });

const settle = async (parts: NoticeParts, notice: LockNotice): Promise<void> => {
  const { societyId, accountId } = notice;
  if (!societyId || !accountId) return dropNotice(parts.database, notice);
  const society = parts.registry.society(societyId);
  const hasEnded = parts.registry.endings().some(({ id }) => id === societyId);
  if (hasEnded) return dropNotice(parts.database, notice);
  // A society that this process does not know yet: it will after the next refresh.
  if (society) await tell(parts, { notice, society, accountId });
};

/**
 * Tells owners of locks. By the worker and not by the request that locked, or the tenth wrong try
 * would take longer where somebody has that user ID.
 */
export const tellOwners = async (parts: NoticeParts): Promise<void> => {
  const failures: unknown[] = [];
  for (const notice of await openNotices(parts.database))
    await settle(parts, notice).catch((error) => failures.push(error));
  // One that fails does not keep the others waiting; it is tried again with the next round.
  if (failures.length > 0) throw failures[0];
};
