import type { Fact } from "../../audit/types.ts";
import { memberDid } from "../accounts/index.ts";
import type { MethodName, Owner } from "../methods/index.ts";

type Whose = Pick<Owner, "accountId" | "memberId">;
type About = { readonly method: MethodName | "none"; readonly factorId?: string };

/** Something became of an account's second factors. */
export const factorDid = (action: string, owner: Whose, about: About): Fact =>
  memberDid(action, owner, { ...about });

type Why = { readonly method: MethodName; readonly reason: string };

const refused =
  (action: string) =>
  ({ accountId, memberId }: Whose, details: Why): Fact => ({
    action,
    actor: { kind: "stranger" },
    subject: { kind: "account", id: accountId },
    memberId,
    details,
  });

/** A second factor that was not right: whoever it was had the password, and is not known more. */
export const factorRefused = refused("factor.refused");

/** What was to be enrolled did not prove itself, such as a passkey of another origin. */
export const enrolmentRefused = refused("factor.enrolment-refused");
