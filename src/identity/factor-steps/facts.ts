import type { Fact } from "../../audit/types.ts";
import { memberDid } from "../accounts/index.ts";
import type { MethodName, Owner } from "../methods/index.ts";

type Whose = Pick<Owner, "accountId" | "memberId">;
type About = { readonly method: MethodName | "none"; readonly factorId?: string };

/** Something became of an account's second factors. */
export const factorDid = (action: string, owner: Whose, about: About): Fact =>
  memberDid(action, owner, { ...about });

/** A second factor that was not right: whoever it was had the password, and is not known more. */
export const factorRefused = (
  { accountId, memberId }: Whose,
  details: { readonly method: MethodName; readonly reason: string },
): Fact => ({
  action: "factor.refused",
  actor: { kind: "stranger" },
  subject: { kind: "account", id: accountId },
  memberId,
  details,
});
