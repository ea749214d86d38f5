import type { Instant } from "../../kernel/time.ts";

/** How an account's addresses stand. */
export type Reachable = {
  readonly email: string | null;
  /** When a mail to it came back. */
  readonly failedAt?: Instant | null;
  /** 予備のメールアドレス */
  readonly second?: string | null;
};

/** Where a notice to the owner goes: also to the second address, once mails to the first came back. */
export const noticeAddresses = ({
  email,
  failedAt = null,
  second = null,
}: Reachable): readonly string[] => [
  ...(email === null ? [] : [email]),
  ...(failedAt !== null && second !== null ? [second] : []),
];
