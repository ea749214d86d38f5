import type { Fact } from "../../audit/types.ts";
import type { AccountId, MemberId } from "../../kernel/ids.ts";

type Who = { readonly accountId: AccountId; readonly memberId: MemberId | null };

/** A member did something to their own account. */
export const memberDid = (
  action: string,
  { accountId, memberId }: Who,
  details: Fact["details"] = {},
): Fact => ({
  action,
  actor: { kind: "member", id: accountId },
  subject: { kind: "account", id: accountId },
  memberId,
  details,
});
