import type { MailId, MemberId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import type { Language } from "../society/types.ts";
import type { MailKind } from "./kinds.ts";

/** no-reply@: checks and codes · info@: updates of records · webmaster@: changes to the account */
export type SenderRole = "no-reply" | "info" | "webmaster";

/** What a feature's template makes: plain text and simple HTML of the same words. */
export type MailText = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Who gets an answer to it; without it nobody reads one. */
  readonly replyTo?: string;
};

/** A mail to be queued in the transaction of the change that it tells of. */
export type Mail = {
  /** Which template, such as `first-sign-in/completed`; no personal data. */
  readonly kind: MailKind;
  readonly from: SenderRole;
  readonly to: string;
  readonly language: Language;
  readonly content: MailText;
  /** Made by a caller who keeps it, such as to tell on a page whether this mail arrived. */
  readonly id?: MailId;
  /** Whom it is about, so that staff find it. */
  readonly memberId?: MemberId;
  /** Somebody waits for it at a page: it leaves before notices to many. */
  readonly isUrgent?: boolean;
  /**
   * Of this kind to this member within 24 hours: further ones are not sent. Where nobody confirmed an
   * address it may be a stranger's, and whoever has the session must not flood it.
   */
  readonly mostADay?: number;
  /** Not worth sending from this instant on, such as the end of its code. */
  readonly validUntil?: Instant;
};
