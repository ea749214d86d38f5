import { type Fact, type Origin, recordFacts } from "../../audit/index.ts";
import type { MailId, SocietyId } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { markFailing } from "../addresses/store.ts";
import { openPart } from "../sealed.ts";
import { type Report, readReport } from "./report.ts";
import { isAgainstAddress } from "./rules.ts";
import { markBounced, type ReportedMail, reportedMail } from "./store.ts";
import { type Bounced, findBounced } from "./token.ts";

/**
 * What became of one message. Only `bounced` changed anything. `again`: this mail is known to have
 * bounced · `delayed`, `delivered`: a report that all is well so far · `not-ours`: it names no mail
 * of ours, or its name is forged · `unknown`: no report of delivery.
 */
export type Taken = {
  readonly outcome:
    | ("bounced" | "again" | "delayed" | "delivered")
    | ("not-ours" | "auto-reply" | "unknown" | "not-mail" | "too-large");
  readonly society?: SocietyId;
  readonly mail?: MailId;
  readonly code?: string;
};

export type Taking = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly origin: Origin;
  /** Says what would happen; nothing is written. */
  readonly isRehearsal: boolean;
};

const recipientOf = (secrets: Secrets, { society, mail }: Bounced, sealed: string) => {
  try {
    return openPart(secrets, { society, mail, part: "recipient" }, sealed);
  } catch {
    // Sealed with a secret that nobody has any more: the mail is marked, the address stays unknown.
    return undefined;
  }
};

const factOf = (mail: MailId, memberId: ReportedMail["memberId"], code: string): Fact => ({
  action: "mail.bounced",
  actor: { kind: "operator" },
  subject: { kind: "mail", id: mail },
  memberId,
  details: { code },
});

const bounce = async (tx: Tx, parts: Taking, bounced: Bounced & { code: string }) => {
  const { mail, code } = bounced;
  const found = await reportedMail(tx, mail);
  if (!found) return "not-ours";
  if (found.isBounced) return "again";
  if (parts.isRehearsal) return "bounced";
  const { memberId, queuedAt, recipient } = found;
  const at = parts.clock.now();
  markBounced(tx, mail, { code, at });
  const address = recipientOf(parts.secrets, bounced, recipient);
  if (address && isAgainstAddress(code)) markFailing(tx, [{ address, code, queuedAt }], at);
  recordFacts(tx, [factOf(mail, memberId, code)], { origin: parts.origin, at });
  return "bounced";
};

type Delivery = Extract<Report, { kind: "delivery" }>;

const takeDelivery = async (
  parts: Taking,
  { action, status, places }: Delivery,
): Promise<Taken> => {
  const bounced = findBounced(parts.secrets, places);
  if (!bounced) return { outcome: "not-ours" };
  const told = { ...bounced, code: status };
  if (action !== "failed") return { outcome: action, ...told };
  const outcome = await parts.database.inSociety(bounced.society, (tx) => bounce(tx, parts, told));
  return { outcome, ...told };
};

/** Takes one message that came to a bounce address. @param message null: too large to be read */
export const takeBounce = async (parts: Taking, message: Uint8Array | null): Promise<Taken> => {
  if (message === null) return { outcome: "too-large" };
  const report = await readReport(message);
  return report.kind === "delivery" ? takeDelivery(parts, report) : { outcome: report.kind };
};
