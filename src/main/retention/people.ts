import { type Fact, recordFacts } from "../../audit/index.ts";
import { forgetFlows } from "../../flow/sweeping/store.ts";
import { accountsOf, forgetAccounts } from "../../identity/accounts/sweeping/store.ts";
import { forgetConfirmations } from "../../identity/address/sweeping/store.ts";
import { forgetChanges } from "../../identity/addresses/sweeping/store.ts";
import { forgetChecks } from "../../identity/mail-check/sweeping/store.ts";
import { forgetExemptions } from "../../identity/mail-exemption/sweeping/store.ts";
import { forgetFactors } from "../../identity/methods/sweeping/store.ts";
import { forgetLetters } from "../../identity/provisional/sweeping/store.ts";
import { forgetSessions } from "../../identity/sessions/sweeping/store.ts";
import { type MemberId, newId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import { forgetMails } from "../../mail/sweeping/store.ts";
import { forgetMembers, holdLostMembers } from "../../members/sweeping/store.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Sweep } from "./kept.ts";
import { dayBefore } from "./period-rules.ts";

/** Each has rows in a dozen tables. */
const mostPeople = 100;

const erased = (memberId: MemberId): Fact => ({
  action: "member.erased",
  actor: { kind: "system" },
  subject: { kind: "member", id: memberId },
  memberId,
});

const forget = async (tx: Tx, members: readonly MemberId[], at: Instant) => {
  const accounts = await accountsOf(tx, members);
  forgetSessions(tx, accounts);
  forgetConfirmations(tx, accounts);
  forgetChanges(tx, accounts);
  forgetChecks(tx, members);
  forgetFlows(tx, members);
  forgetLetters(tx, members);
  forgetMails(tx, members);
  forgetFactors(tx, accounts);
  forgetExemptions(tx, members);
  forgetAccounts(tx, accounts);
  forgetMembers(tx, members);
  const origin = { requestId: newId<"run">(epochMsOf(at)), source: "sweeper" };
  recordFacts(tx, members.map(erased), { origin, at });
};

/** Members with all that is theirs. Facts stay: they hold ids only, and one more tells of this. */
export const sweepMembers: Sweep = {
  of: "society",
  some: async ({ database, now, most, length }, society) => {
    const atOnce = Math.min(most, mostPeople);
    const lostUpTo = dayBefore(now, length);
    const went = await database.inSociety(society.id, async (tx) => {
      const members = await holdLostMembers(tx, { lostUpTo, most: atOnce });
      if (members.length > 0) await forget(tx, members, now);
      return members.length;
    });
    return { went, isMore: went >= atOnce };
  },
};
