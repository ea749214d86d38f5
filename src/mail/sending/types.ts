import type { MailId, SocietyId } from "../../kernel/ids.ts";
import type { Clock, Instant } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Holder } from "../../platform/database/processes/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Delivery, Transport } from "../../platform/smtp/types.ts";
import type { Registry } from "../../society/types.ts";
import type { QueuedMail } from "./store.ts";

/**
 * What became of one attempt, or of the worker: `paused` tells that the server takes no mail now,
 * and that all wait. Codes and ids only, for log and metrics.
 */
export type Report = {
  readonly outcome: "sent" | "postponed" | "failed" | "paused" | "worker-failed";
  readonly code?: string;
  readonly society?: SocietyId;
  readonly mail?: MailId;
};

export type Sending = {
  readonly database: Database;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly registry: Pick<Registry, "society" | "refresh">;
  /** KENPO_MAIL_DOMAIN: what stands after the @ where a society has no mail domain of its own. */
  readonly domain: string;
  /** From 0 up to 1, such as Math.random. */
  readonly random: () => number;
  /** Who claims. Null: nobody could tell that this worker died, and its leases end by themselves. */
  readonly holder: Holder | null;
  readonly report: (report: Report) => void;
};

/** A claimed mail in this worker's hands. */
export type Ready = {
  readonly society: SocietyId;
  readonly mail: QueuedMail;
  readonly isUrgent: boolean;
  readonly leaseEnd: Instant;
};

export type Outcome = {
  readonly society: SocietyId;
  readonly mail: QueuedMail;
  readonly delivery: Delivery;
  /** Opened; null when it could not be. */
  readonly to: string | null;
};
