import { epochMsOf, type Instant, instantOf } from "../../../kernel/time.ts";

/** 自動ログアウト: how long a session still lives when nothing is done from here on. Pure. */

type Lasting = {
  readonly seenAt: Instant;
  readonly idleSeconds: number;
  readonly endsAt: Instant;
};

export type Left = {
  /** Whole seconds, rounded up: 0 means that it has ended. */
  readonly seconds: number;
  readonly until: Instant;
  /** Whatever is done: the limit of the whole session comes first. */
  readonly isLast: boolean;
};

/** When a session ends by itself. */
export const leftOf = ({ seenAt, idleSeconds, endsAt }: Lasting, now: Instant): Left => {
  const idleMs = epochMsOf(seenAt) + idleSeconds * 1000;
  const endMs = epochMsOf(endsAt);
  const isLast = endMs <= idleMs;
  const ms = Math.min(idleMs, endMs);
  return {
    seconds: Math.max(0, Math.ceil((ms - epochMsOf(now)) / 1000)),
    until: instantOf(ms),
    isLast,
  };
};
