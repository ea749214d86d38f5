import type { Fact } from "../../../../audit/types.ts";
import type { Owner } from "../../../methods/index.ts";

type Whose = Pick<Owner, "accountId" | "memberId">;

/** A wrong 本人確認: whoever it was read the mailbox, and is not known more. */
export const resetRefused = ({ accountId, memberId }: Whose): Fact => ({
  action: "account.reset-identity-wrong",
  actor: { kind: "stranger" },
  subject: { kind: "account", id: accountId },
  memberId,
});
