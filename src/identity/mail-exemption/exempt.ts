import { recordFacts } from "../../audit/index.ts";
import type { Fact, Origin } from "../../audit/types.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { ok, type Refusal, type Result, refuse } from "../../kernel/result.ts";
import { type Instant, todayInTokyo } from "../../kernel/time.ts";
import type { Member } from "../../members/index.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Policy } from "../../society/index.ts";
import { isDemanded } from "../methods/index.ts";
import { deleteExemption, type Exemption, exemptionOf, insertExemption } from "./store.ts";

export type Exempted = {
  readonly memberId: MemberId;
  /** It ends, instead of being given. */
  readonly isEnding: boolean;
  readonly reason: string;
  readonly origin: Origin;
  readonly now: Instant;
};

type Asked = {
  readonly policy: Pick<Policy, "secondFactor">;
  readonly member: Pick<Member, "isInsuredPerson">;
  readonly given: Exemption | undefined;
  readonly isEnding: boolean;
};

const alreadyExempt = (since: Instant) => refuse("already-exempt", { since: todayInTokyo(since) });

/**
 * Why nothing is changed, or null: `already-exempt` (facts since: the day), `not-exempt`, `no-other-method`: a
 * second factor is demanded, and only a mailed code is allowed.
 */
export const judgeExemption = ({ policy, member, given, isEnding }: Asked): Refusal | null => {
  if (isEnding) return given ? null : refuse("not-exempt");
  if (given) return alreadyExempt(given.grantedAt);
  const hasOther = policy.secondFactor.methods.some((method) => method !== "mail-otp");
  return hasOther || !isDemanded(policy, member) ? null : refuse("no-other-method");
};

const factOf = ({ memberId, isEnding, reason }: Exempted): Fact => ({
  action: isEnding ? "member.mail-exemption-ended" : "member.mail-exempted",
  actor: { kind: "operator" },
  subject: { kind: "member", id: memberId },
  memberId,
  details: { reason },
});

/**
 * Gives an exemption or ends it, with the fact. Of two at once one is refused, as `judgeExemption`
 * would: nothing is told twice.
 */
export const setExemption = async (tx: Tx, exempted: Exempted): Promise<Result<null>> => {
  const { memberId, isEnding, reason, origin, now } = exempted;
  const isDone = isEnding
    ? await deleteExemption(tx, memberId)
    : await insertExemption(tx, memberId, { reason, grantedBy: "operator", grantedAt: now });
  if (!isDone && isEnding) return refuse("not-exempt");
  if (!isDone) return alreadyExempt((await exemptionOf(tx, memberId))?.grantedAt ?? now);
  recordFacts(tx, [factOf(exempted)], { origin, at: now });
  return ok(null);
};
