import type { MailId, SocietyId } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Delivery, Transport } from "../../platform/smtp/types.ts";
import type { Registry } from "../../society/types.ts";
import { openPart, type Part } from "../sealed.ts";
import {
  type DueMail,
  leaveQueue,
  postponeMail,
  type QueuedMail,
  readMail,
  settleMail,
} from "../store.ts";
import type { MailText } from "../types.ts";
import { nextAttempt } from "./rules.ts";

/** What became of one attempt; codes and ids only, for log and metrics. */
export type Report = {
  readonly outcome: "sent" | "postponed" | "failed" | "worker-failed";
  readonly code?: string;
  readonly society?: SocietyId;
  readonly mail?: MailId;
};

export type Delivering = {
  readonly database: Database;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly registry: Pick<Registry, "society" | "refresh">;
  /** KENPO_MAIL_DOMAIN: what stands after the @ of every sender and Message-ID. */
  readonly domain: string;
  /** From 0 up to 1, such as Math.random. */
  readonly random: () => number;
  readonly report: (report: Report) => void;
};

type Opened = { readonly to: string; readonly content: MailText };

/** Undefined when the key is unknown, or somebody altered the row: no later attempt would help. */
const opened = (secrets: Secrets, due: DueMail, mail: QueuedMail): Opened | undefined => {
  const part = (name: Part, sealed: string) => openPart(secrets, { ...due, part: name }, sealed);
  try {
    const content = JSON.parse(part("body", mail.body)) as MailText;
    return { to: part("recipient", mail.recipient), content };
  } catch {
    return undefined;
  }
};

// The command line may have added the society after this process read the registry.
const societyOf = async (registry: Delivering["registry"], id: SocietyId) => {
  const known = registry.society(id);
  if (known) return known;
  await registry.refresh();
  return registry.society(id);
};

const hand = async (parts: Delivering, due: DueMail, mail: QueuedMail): Promise<Delivery> => {
  const society = await societyOf(parts.registry, due.society);
  if (!society) return { sent: false, forGood: false, code: "no-society" };
  const open = opened(parts.secrets, due, mail);
  if (!open) return { sent: false, forGood: true, code: "unreadable" };
  return parts.transport.send({
    id: due.mail,
    domain: parts.domain,
    from: { name: society.name[mail.language], address: `${mail.senderRole}@${parts.domain}` },
    to: open.to,
    date: mail.queuedAt,
    language: mail.language,
    ...open.content,
  });
};

const tryAgain = (parts: Delivering, { attempts, queuedAt }: QueuedMail) =>
  nextAttempt({
    attempts: attempts + 1,
    queuedAt,
    now: parts.clock.now(),
    random: parts.random(),
  });

/** One attempt at one mail, and what became of it in its row. */
export const deliver = async (parts: Delivering, due: DueMail): Promise<void> => {
  const { database, clock, report } = parts;
  const mail = await readMail(database, due);
  // Settled meanwhile by a worker whose lease had ended.
  if (!mail) return leaveQueue(database, due);
  const delivery = await hand(parts, due, mail);
  if (delivery.sent) {
    await settleMail(database, due, { state: "sent", code: null, at: clock.now() });
    return report({ ...due, outcome: "sent" });
  }
  const { code, forGood } = delivery;
  const dueAt = forGood ? null : tryAgain(parts, mail);
  if (dueAt) await postponeMail(database, due, { code, dueAt });
  else await settleMail(database, due, { state: "failed", code, at: clock.now() });
  report({ ...due, outcome: dueAt ? "postponed" : "failed", code });
};
