import { type Fact, recordFacts } from "../../audit/index.ts";
import { newId } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { type Clock, epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import { type Mail, queueMails } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Registry, Society } from "../../society/index.ts";
import { noticeAddresses } from "../accounts/index.ts";
import { expiryMail } from "./mail.ts";
import { daysLeft, passwordEndsAt, type Warning, warningsAt } from "./rules.ts";
import { type Ending, holdEnding, noteWarned } from "./store.ts";

export type WarnParts = {
  readonly database: Database;
  readonly registry: Registry;
  readonly secrets: Secrets;
  readonly clock: Clock;
};

/** So many are told in one transaction: it holds their accounts. */
const batch = 200;

const mailsTo = (society: Society, ending: Ending, now: Instant): readonly Mail[] => {
  const { changedAt, language, memberId, nameKana } = ending;
  const policy = society.policy.password;
  const [endsAt, left] = [passwordEndsAt(changedAt, policy), daysLeft({ changedAt, policy, now })];
  if (endsAt === null || left === null) return [];
  const initials = initialsOf(nameKana);
  const about = { language, society, memberId, initials, endsAt, daysLeft: left };
  return noticeAddresses(ending).map((to) => expiryMail({ ...about, to }));
};

const warned = ({ accountId, memberId }: Ending, days: number): Fact => ({
  action: "account.password-warned",
  actor: { kind: "system" },
  subject: { kind: "account", id: accountId },
  memberId,
  details: { days },
});

type Telling = { readonly society: Society; readonly warning: Warning };

/** @returns how many were told */
const tell = ({ database, secrets, clock }: WarnParts, { society, warning }: Telling) =>
  database.inSociety(society.id, async (tx) => {
    const now = clock.now();
    const endings = await holdEnding(tx, { warning, today: todayInTokyo(now), count: batch });
    if (endings.length === 0) return 0;
    const { days } = warning;
    const ids = endings.map(({ accountId }) => accountId);
    noteWarned(tx, ids, days);
    const requestId = newId<"run">(epochMsOf(now));
    const facts = endings.map((ending) => warned(ending, days));
    recordFacts(tx, facts, { origin: { requestId, source: "worker" }, at: now });
    const mails = endings.flatMap((ending) => mailsTo(society, ending, now));
    queueMails(tx, mails, { now, secrets });
    return endings.length;
  });

/**
 * Tells everybody whose password nears its end, once for each of their society's warnings. To be called
 * now and then; whoever was told is told no more.
 */
export const warnOfExpiry = async (
  parts: WarnParts,
  isStopping: () => boolean = () => false,
): Promise<void> => {
  for (const society of parts.registry.all())
    for (const warning of warningsAt(society.policy.password, parts.clock.now())) {
      let told = batch;
      while (told === batch && !isStopping()) told = await tell(parts, { society, warning });
    }
};
