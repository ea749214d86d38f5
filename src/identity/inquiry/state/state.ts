import type { Origin } from "../../../audit/types.ts";
import type { MemberId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Society } from "../../../society/types.ts";
import { exemptionOf } from "../../mail-exemption/index.ts";
import { type Factor, factorsOf } from "../../methods/index.ts";
import { type Locks, locksOf } from "../../staff-lock/index.ts";
import { noteLook } from "../look.ts";
import {
  type AccountSeen,
  type AskingSeen,
  accountSeen,
  askingsSeen,
  type LetterSeen,
  lettersSeen,
  type MailSeen,
  mailsSeen,
  type SessionSeen,
  sessionsSeen,
  type TrySeen,
  triesSeen,
} from "./store.ts";

/** How somebody stands with us, for staff who are asked on the telephone. */
export type State = {
  /** Null: not registered. */
  readonly account: AccountSeen | null;
  readonly isMailExempt: boolean;
  readonly locks: Locks;
  readonly factors: readonly Factor[];
  readonly sessions: readonly SessionSeen[];
  readonly tries: readonly TrySeen[];
  readonly askings: readonly AskingSeen[];
  readonly letters: readonly LetterSeen[];
  readonly mails: readonly MailSeen[];
};

/** So many of each tell what was wrong; the rest is in the audit. */
const most = 5;
const triesDays = 7;

type Asked = {
  readonly society: Society;
  readonly memberId: MemberId;
  readonly secrets: Secrets;
  /** Why somebody looks; null: it was not said. */
  readonly reason: string | null;
  readonly origin: Origin;
  readonly now: Instant;
};

/** Reads it, and puts on record that somebody looked: the member sees that in 利用の記録. */
export const stateOf = async (tx: Tx, asked: Asked): Promise<State> => {
  const { memberId, now } = asked;
  const account = (await accountSeen(tx, memberId, now)) ?? null;
  const since = later(now, { days: -triesDays });
  const [exemption, locks, factors, sessions, tries, askings, letters, mails] = await Promise.all([
    exemptionOf(tx, memberId),
    locksOf(tx, asked, now),
    account ? factorsOf(tx, account.id) : [],
    account ? sessionsSeen(tx, account.id, now) : [],
    triesSeen(tx, { memberId, since, most }),
    askingsSeen(tx, { memberId, since, most }),
    lettersSeen(tx, memberId, most),
    mailsSeen(tx, memberId, most),
  ]);
  noteLook(tx, { ...asked, accountId: account?.id ?? null, about: asked.reason });
  const isMailExempt = exemption !== undefined;
  const seen = { locks, factors, sessions, tries, askings, letters, mails };
  return { account, isMailExempt, ...seen };
};
