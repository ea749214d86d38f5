import { recordFacts } from "../../../audit/index.ts";
import type { Fact } from "../../../audit/types.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import type { Clock, Instant } from "../../../kernel/time.ts";
import { type Mail, queueMails } from "../../../mail/index.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import { settleEach } from "../../../platform/settle-each.ts";
import type { Registry, Society } from "../../../society/index.ts";
import { coverAt } from "../../after-cover/index.ts";
import { temporaryPasswordEffects } from "../../password-reset/index.ts";
import { isEmail } from "../macs.ts";
import {
  isTooMany,
  wrongClaimsADay as most,
  type Obstacle,
  obstacleOf,
  type Reason,
} from "../rules.ts";
import { refusedMail, wayOnMail } from "./mail.ts";
import { mintWay } from "./mint.ts";
import {
  dropRequest,
  lockOwner,
  type OpenRequest,
  type Owner,
  openRequests,
  openWay,
  sentLately,
  settleRequest,
  takeRequest,
  wrongClaims,
} from "./store.ts";

export type TellingParts = {
  readonly database: Database;
  readonly registry: Registry;
  readonly secrets: Secrets;
  readonly clock: Clock;
};

type Telling = {
  readonly request: OpenRequest;
  readonly society: Society;
  readonly owner: Owner;
  readonly now: Instant;
};

/** The registered address that was typed, as it is registered by now. */
const addressOf = (secrets: Secrets, { request, owner }: Telling): string | null =>
  [owner.email, owner.secondEmail].find(
    (one) => one !== null && isEmail(secrets, one, request.emailMac),
  ) ?? null;

const recipientOf = (to: string, { request, society, owner, now }: Telling) => ({
  ...{ kind: request.kind, to, society, sentAt: now },
  ...{ language: owner.language, memberId: owner.memberId },
  initials: initialsOf(owner.nameKana),
});

/** Judged again, with the account held: what was right a second ago may not be any more. */
const judgeNow = async (
  tx: Tx,
  { request, society, owner, now }: Telling,
  isAddressee: boolean,
): Promise<Reason> => {
  const cover = coverAt(owner.lostOn, { policy: society.policy, now });
  const obstacle = obstacleOf(owner, cover);
  // What did not match then is on record as it was.
  if (request.reason !== "matched" && obstacle !== request.reason) {
    const wasRight = request.reason === "staff-lock" || request.reason === "awaits-letter";
    return wasRight ? "changed" : request.reason;
  }
  if (!isAddressee) return "changed";
  if (isTooMany(await sentLately(tx, request, now), now)) return "too-many";
  const isGuessed = request.kind === "forgot-id" && (await wrongClaims(tx, request, now)) >= most;
  if (isGuessed) return "too-many-claims";
  return obstacle ?? "matched";
};

const isObstacle = (reason: Reason): reason is Obstacle =>
  reason === "staff-lock" || reason === "awaits-letter" || reason === "cover-ended";

type Effects = { readonly facts: readonly Fact[]; readonly mails: readonly Mail[] };
const none: Effects = { facts: [], mails: [] };

/** The mail with button and digits; where the policy says so, a 仮パスワード. */
const wayOn = async (
  { secrets, registry }: TellingParts,
  tx: Tx,
  { to, telling }: { readonly to: string; readonly telling: Telling },
): Promise<Effects> => {
  const { request, society, now } = telling;
  const isClassic = society.policy.recovery.forgottenPassword === "provisional-by-mail";
  if (request.kind === "forgot-password" && isClassic) {
    const { memberId, initials, language } = recipientOf(to, telling);
    const account = { id: request.accountId, memberId, initials };
    const mailing = { account, society, to, language, now, voidsPassword: false };
    const { changes, ...effects } = await temporaryPasswordEffects({ secrets }, mailing);
    await Promise.all(changes.map((change) => change(tx)));
    return effects;
  }
  const way = mintWay({ secrets, id: request.id, policy: society.policy, now });
  openWay(tx, request, { now, way: way.kept });
  const origin = registry.entrance(request.entranceId)?.origin ?? "";
  const { token, ...mailed } = way.mailed;
  const href = `${origin}/recover/${token}`;
  return { ...none, mails: [wayOnMail({ ...recipientOf(to, telling), ...mailed, href })] };
};

const effectsOf = async (
  parts: TellingParts,
  tx: Tx,
  { reason, to, telling }: { reason: Reason; to: string | null; telling: Telling },
): Promise<Effects> => {
  if (to === null) return none;
  if (reason === "matched") return wayOn(parts, tx, { to, telling });
  if (!isObstacle(reason)) return none;
  return { ...none, mails: [refusedMail({ ...recipientOf(to, telling), obstacle: reason })] };
};

const askedFact = ({ request, owner }: Telling, reason: Reason): Fact => ({
  action: "recovery.asked",
  actor: { kind: "stranger" },
  subject: { kind: "account", id: request.accountId },
  memberId: owner.memberId,
  details: { kind: request.kind, reason },
});

const tell = (parts: TellingParts, request: OpenRequest, society: Society) =>
  parts.database.inSociety(society.id, async (tx) => {
    const now = parts.clock.now();
    const owner = await lockOwner(tx, request.accountId);
    if (!(await takeRequest(tx, request, now))) return;
    if (!owner) return settleRequest(tx, request, "changed");
    const telling = { request, society, owner, now };
    const to = addressOf(parts.secrets, telling);
    const reason = await judgeNow(tx, telling, to !== null);
    if (reason !== request.reason) settleRequest(tx, request, reason);
    const { facts, mails } = await effectsOf(parts, tx, { reason, to, telling });
    // Under the number of the asking: staff find all of it together.
    const origin = { requestId: request.reference, source: "worker" };
    recordFacts(tx, [askedFact(telling, reason), ...facts], { origin, at: now });
    queueMails(tx, mails, { now, secrets: parts.secrets });
  });

const settle = async (parts: TellingParts, request: OpenRequest): Promise<void> => {
  const society = parts.registry.society(request.societyId);
  const hasEnded = parts.registry.endings().some(({ id }) => id === request.societyId);
  if (hasEnded) return dropRequest(parts.database, request, parts.clock.now());
  // A society that this process does not know yet: it will after the next refresh.
  if (society) await tell(parts, request, society);
};

/**
 * Sees to what was asked: mails, and what is on record. By the worker and not by the request, or it
 * would take longer where somebody was found.
 */
export const sendRecoveries = async (parts: TellingParts): Promise<void> => {
  const open = await openRequests(parts.database);
  await settleEach(open, (request) => settle(parts, request));
};
