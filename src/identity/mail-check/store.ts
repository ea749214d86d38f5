import type { EntranceId, FlowId, Id, MailId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { insertLink } from "../links/index.ts";
import type { SentCheck } from "./rules.ts";

export const linkKind = "check-address";

/** Of which flow the button is: of a first sign-in, or of an address that is changed. */
export const linkKinds = [linkKind, "change-address"] as const;
export type CheckLink = (typeof linkKinds)[number];

export type CheckId = Id<"mail-check">;

export type NewCheck = {
  readonly id: CheckId;
  readonly flowId: FlowId;
  readonly step: string;
  readonly subjectId: Id<string>;
  readonly entranceId: EntranceId;
  readonly email: string;
  readonly codeMac: string;
  /** Null: its mail has no button. */
  readonly tokenHash: string | null;
  readonly mailId: MailId;
  readonly sentAt: Instant;
  readonly codeUntil: Instant;
  readonly linkUntil: Instant;
  /** Which it is of its minute's, where the mail says so. */
  readonly nth: number;
  readonly link: CheckLink;
};

export const insertCheck =
  (check: NewCheck) =>
  (tx: Tx): void => {
    tx.write(sql`
      insert into mail_check (society_id, id, flow_id, step, subject_id, email, code_mac, mail_id,
        sent_at, code_until, link_until, nth)
      values (${tx.society}, ${check.id}, ${check.flowId}, ${check.step}, ${check.subjectId},
        ${check.email}, ${check.codeMac}, ${check.mailId}, ${check.sentAt}, ${check.codeUntil},
        ${check.linkUntil}, ${check.nth})`);
    const { tokenHash, entranceId, id: targetId, link: kind } = check;
    if (tokenHash !== null) insertLink(tx, { kind, tokenHash, entranceId, targetId });
  };

/**
 * `mailState`: what is known of the mail's delivery. `undeliverable` is the address's doing;
 * `failed` is not: the server's rules, the mail itself, or ours, such as a day without a server.
 */
export type KeptCheck = SentCheck & {
  readonly id: CheckId;
  readonly flowId: FlowId;
  readonly step: string;
  readonly codeMac: string;
  readonly nth: number;
  readonly mailState: "queued" | "sent" | "undeliverable" | "failed";
};

type Waiting = { readonly flowId: FlowId; readonly step: string; readonly email: string };
type Wanted = { readonly id: CheckId | null; readonly newestOf: Waiting | null };

const readCheck = async (tx: Tx, { id, newestOf }: Wanted): Promise<KeptCheck | null> => {
  const found = await tx.one<KeptCheck>(sql`
    select c.id, c.flow_id as "flowId", c.step, c.email, c.code_mac as "codeMac", c.nth, c.wrong,
      c.sent_at as "sentAt", c.code_until as "codeUntil", c.link_until as "linkUntil",
      c.confirmed_at as "confirmedAt",
      case when m.state is null then 'sent'
        when m.state in ('queued', 'sent') then m.state
        when m.last_error ~ '^(recipient-5|no-mailbox$)' then 'undeliverable'
        -- X.7.X (RFC 3463): policy, which says nothing against the address
        when m.bounce_code !~ '^.[.]7[.]' then 'undeliverable'
        else 'failed' end as "mailState"
      from mail_check c
      left join mail m on m.society_id = c.society_id and m.id = c.mail_id
     where c.society_id = ${tx.society} and c.id = coalesce(${id}::uuid, (
       select n.id from mail_check n
        where n.society_id = ${tx.society} and n.flow_id = ${newestOf?.flowId ?? null}
          and n.step = ${newestOf?.step ?? null}
          and lower(n.email) = lower(${newestOf?.email ?? null})
        order by n.sent_at desc, n.id desc limit 1))`);
  return found ?? null;
};

/** The newest mail to the address that a step waits for. */
export const newestCheck = (tx: Tx, newestOf: Waiting): Promise<KeptCheck | null> =>
  readCheck(tx, { id: null, newestOf });

export const checkById = (tx: Tx, id: CheckId): Promise<KeptCheck | null> =>
  readCheck(tx, { id, newestOf: null });

/** The mail whose button has this token. */
export const checkByToken = async (
  tx: Tx,
  tokenHash: string,
  kind: CheckLink = linkKind,
): Promise<KeptCheck | null> => {
  const link = await tx.one<{ id: CheckId }>(sql`
    select target_id as id from link_token
     where society_id = ${tx.society} and token_hash = ${tokenHash} and kind = ${kind}`);
  return link ? checkById(tx, link.id) : null;
};

export const countWrongCode =
  (id: CheckId) =>
  (tx: Tx): void =>
    tx.write(sql`
      update mail_check set wrong = wrong + 1 where society_id = ${tx.society} and id = ${id}`);

export const confirmCheck =
  (id: CheckId, now: Instant) =>
  (tx: Tx): void =>
    tx.write(sql`
      update mail_check set confirmed_at = ${now}
       where society_id = ${tx.society} and id = ${id} and confirmed_at is null`);

type Asked = { readonly subjectId: Id<string>; readonly email: string; readonly now: Instant };

/** What a letter did in all browsers that began with it. */
export type ChecksOfLetter = {
  /** Mails within 24 hours, to whatever addresses. */
  readonly sentToday: number;
  /** The newest one to this address. */
  readonly lastSentAt: Instant | null;
  /** Whether this address was proved. */
  readonly wasProved: boolean;
};

/** To be asked while the letter is held. */
export const checksOf = async (
  tx: Tx,
  { subjectId, email, now }: Asked,
): Promise<ChecksOfLetter> => {
  const found = await tx.one<ChecksOfLetter>(sql`
    select count(*) filter (where sent_at > ${later(now, { hours: -24 })})::int as "sentToday",
      max(sent_at) filter (where lower(email) = lower(${email})) as "lastSentAt",
      coalesce(bool_or(confirmed_at is not null and lower(email) = lower(${email})), false)
        as "wasProved"
      from mail_check where society_id = ${tx.society} and subject_id = ${subjectId}`);
  return found ?? { sentToday: 0, lastSentAt: null, wasProved: false };
};

/** Mails that some steps sent about one subject. */
export type CheckCounts = {
  /** In this minute of the clock. */
  readonly inMinute: number;
  /** Within 60 minutes. */
  readonly inHour: number;
  /** Within 24 hours. */
  readonly inDay: number;
};

type Counted = {
  readonly subjectId: Id<string>;
  readonly steps: readonly string[];
  readonly now: Instant;
};

/** To be asked while the subject is held. */
export const countChecks = async (
  tx: Tx,
  { subjectId, steps, now }: Counted,
): Promise<CheckCounts> => {
  const found = await tx.one<CheckCounts>(sql`
    select count(*) filter (where sent_at >= date_trunc('minute', ${now}::timestamptz))::int
        as "inMinute",
      count(*) filter (where sent_at > ${later(now, { hours: -1 })})::int as "inHour",
      count(*)::int as "inDay"
      from mail_check
     where society_id = ${tx.society} and subject_id = ${subjectId} and step = any (${steps})
       and sent_at > ${later(now, { hours: -24 })}`);
  return found ?? { inMinute: 0, inHour: 0, inDay: 0 };
};
