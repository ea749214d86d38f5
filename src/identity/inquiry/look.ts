import { recordFacts } from "../../audit/index.ts";
import type { Origin } from "../../audit/types.ts";
import type { AccountId, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/database/types.ts";

type Look = {
  readonly memberId: MemberId;
  /** Null: not registered. */
  readonly accountId: AccountId | null;
  /** Why, or under which お問い合わせ番号; null: it was not said. */
  readonly about: string | null;
  readonly origin: Origin;
  readonly now: Instant;
};

/** Somebody of the office looked at how a member stands: the member reads of it in 利用の記録. */
export const noteLook = (tx: Tx, { memberId, accountId, about, origin, now }: Look): void =>
  recordFacts(
    tx,
    [
      {
        action: "account.looked-at",
        actor: { kind: "operator" },
        subject: accountId ? { kind: "account", id: accountId } : { kind: "member", id: memberId },
        memberId,
        details: about === null ? {} : { reason: about },
      },
    ],
    { origin, at: now },
  );
