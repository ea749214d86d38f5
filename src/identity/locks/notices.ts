import { recordFacts } from "../../audit/index.ts";
import type { Fact } from "../../audit/types.ts";
import type { AccountId } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { type Clock, type Instant, later } from "../../kernel/time.ts";
import { type Mail, queueMails, wasMailed } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { settleEach } from "../../platform/settle-each.ts";
import type { Registry, Society } from "../../society/index.ts";
import { noticeAddresses } from "../accounts/index.ts";
import { lockMail, lockMailKind, lockMailLimits } from "./mail.ts";
import {
  dropNotice,
  type LockNotice,
  type Owner,
  openNotices,
  ownerOf,
  takeNotice,
} from "./store.ts";

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

const factOf = ({ accountId }: Telling, owner: Owner | undefined): Fact => ({
  action: "account.password-locked",
  actor: { kind: "system" },
  subject: { kind: "account", id: accountId },
  memberId: owner?.memberId ?? null,
});

/** Whoever has many sources begins many locks: the owner reads of the first, and of few after it. */
const isToldEnough = (tx: Tx, { memberId }: Owner, now: Instant): Promise<boolean> =>
  wasMailed(tx, {
    kind: lockMailKind,
    memberId,
    since: later(now, { minutes: -lockMailLimits.minutesApart }),
  });

const mailsFor = (
  { registry }: NoticeParts,
  { notice, society }: Telling,
  owner: Owner,
): readonly Mail[] => {
  const { language, memberId, nameKana } = owner;
  const { lockedAt, lockedUntil } = notice;
  const href = `${registry.entrance(notice.entranceId)?.origin ?? ""}/forgot-password`;
  const initials = initialsOf(nameKana);
  const about = { language, society, memberId, initials, href, lockedAt, lockedUntil };
  return noticeAddresses(owner).map((to) => lockMail({ ...about, to }));
};

const tell = (parts: NoticeParts, telling: Telling) =>
  parts.database.inSociety(telling.society.id, async (tx) => {
    const { notice, accountId } = telling;
    if (!(await takeNotice(tx, notice))) return;
    const owner = await ownerOf(tx, accountId);
    const now = parts.clock.now();
    recordFacts(tx, [factOf(telling, owner)], {
      origin: { requestId: notice.id, source: "worker" },
      at: notice.lockedAt,
    });
    // Whom staff locked out is not told that a while brings them in again.
    if (!owner || owner.lockedAt) return;
    if (await isToldEnough(tx, owner, now)) return;
    queueMails(tx, mailsFor(parts, telling, owner), { now, secrets: parts.secrets });
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
  const open = await openNotices(parts.database);
  await settleEach(open, (notice) => settle(parts, notice));
};
