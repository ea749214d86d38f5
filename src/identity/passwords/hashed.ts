import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { Ticket } from "../../platform/crypto/queue.ts";
import type { Typing } from "./fields.ts";
import type { PasswordTraits } from "./rules.ts";

/** Of a password only its hash and what a policy can still judge. */
export type ChosenPassword = { readonly hash: string; readonly traits: PasswordTraits };

/** Refuses with `busy` while the queue is full. */
export const hashed = async (
  { passwords }: { readonly passwords: Passwords },
  { typed, traits }: Typing,
): Promise<Result<ChosenPassword>> => {
  using ticket: Ticket | undefined = passwords.ticket();
  return ticket ? ok({ hash: await passwords.hash(ticket, typed), traits }) : refuse("busy");
};
