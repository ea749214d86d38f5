import type { Fact } from "../../audit/types.ts";
import type { Session } from "../../platform/http/types.ts";
import { memberDid } from "../accounts/index.ts";
import type { MethodName, Owner } from "../methods/index.ts";

type Whose = Pick<Owner, "accountId" | "memberId">;
type About = { readonly method: MethodName | "none"; readonly factorId?: string };

/** Something became of an account's second factors. */
export const factorDid = (action: string, owner: Whose, about: About): Fact =>
  memberDid(action, owner, { ...about });

type Why = { readonly method: MethodName; readonly reason: string };

/** A second factor that was not right: whoever it was had the password, and is not known more. */
export const factorRefused = ({ accountId, memberId }: Whose, details: Why): Fact => ({
  action: "factor.refused",
  actor: { kind: "stranger" },
  subject: { kind: "account", id: accountId },
  memberId,
  details,
});

type By = { readonly owner: Whose; readonly session: Pick<Session, "accountId"> | null };

/**
 * What was to be enrolled did not prove itself, such as a passkey of another origin. Done by the
 * member who is signed in; else by somebody who is not known more.
 */
export const enrolmentRefused = ({ owner, session }: By, details: Why): Fact => {
  const action = "factor.enrolment-refused";
  return session?.accountId === owner.accountId
    ? memberDid(action, owner, { ...details })
    : { ...factorRefused(owner, details), action };
};
