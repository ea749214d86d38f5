import type pg from "pg";
import type { Instant } from "../../src/kernel/time.ts";

export type Filling = {
  readonly society: string;
  readonly entrance: string;
  /** Rows of each table, about. */
  readonly count: number;
  /** Everything was over at this moment. */
  readonly at: Instant;
  /** Keeps keys of several fillings apart. */
  readonly tag: string;
};

/**
 * Rows of a society in every table: `count` members with an account, a session, a letter, a mail and
 * all that goes with them. Written by the server's administrator, past every rule but the schema's.
 * Statement by statement: $1 society, $2 entrance, $3 count, $4 at, $5 tag.
 */
const statements: readonly string[] = [
  `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key, number_key,
     name, name_kana, name_key, kana_key, born_on, sex, relationship, acquired_on, lost_on, email,
     created_at, changed_at)
   select $1, id($5, 'member', n), $5, n::text, '00', $5, n::text, '鈴木　花子', 'スズキ　ハナコ',
     '鈴木花子', 'スズキハナコ', '1979-08-22', 'female', '本人', '2000-04-01',
     (($4::timestamptz) at time zone 'Asia/Tokyo')::date, 'a' || n || '@example.jp', $4, $4
   from generate_series(1, $3) n`,
  `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
     password_changed_at, email, wants_update_mails, language, registered_at)
   select $1, id($5, 'account', n), id($5, 'member', n), $2, $5 || 'user' || n, 'hash', $4,
     'b' || n || '@example.jp', false, 'ja', $4 from generate_series(1, $3) n`,
  `insert into mail_exemption select $1, id($5, 'member', n), '理由', 'operator', $4
   from generate_series(1, $3) n`,
  `insert into factor (society_id, id, account_id, method, name, added_at)
   select $1, id($5, method, n), id($5, 'account', n), method, method, $4
   from generate_series(1, $3) n, unnest(array['passkey', 'totp', 'recovery-codes']) as method`,
  `insert into passkey (society_id, factor_id, entrance_id, credential_id, public_key, counter,
     transports, rp_id, aaguid, is_syncable, is_synced)
   select $1, id($5, 'passkey', n), $2, md5($5 || n), 'key', 0, '{internal}', 'example.jp',
     '00000000-0000-0000-0000-000000000000', true, true from generate_series(1, $3) n`,
  `insert into passkey_directory select $2, md5($5 || n), $1, id($5, 'passkey', n)
   from generate_series(1, $3) n`,
  `insert into totp_device select $1, id($5, 'totp', n), 'sealed', n from generate_series(1, $3) n`,
  `insert into recovery_codes select $1, id($5, 'recovery-codes', n), 'sealed', 10
   from generate_series(1, $3) n`,
  `insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
   select $2, $5 || 'user' || n, $1, 'account', id($5, 'account', n) from generate_series(1, $3) n`,
  `insert into terms_consent select $1, id($5, 'account', n), '1', $4 from generate_series(1, $3) n`,
  `insert into temporary_password (society_id, account_id, mac, made_at, expires_at, sent_to)
   select $1, id($5, 'account', n), 'mac', $4, $4, 'a@b.c' from generate_series(1, $3) n`,
  `insert into session (society_id, id, account_id, started_at, seen_at, idle_seconds, ends_at, device,
     source) select $1, id($5, 'session', n), id($5, 'account', n), $4, $4, 1800, $4, 'x', '::1'
   from generate_series(1, $3) n`,
  `insert into session_token select md5($5 || 'session' || n), $2, $1, id($5, 'session', n)
   from generate_series(1, $3) n`,
  `insert into kept_form select $1, id($5, 'account', n), md5($5 || 'kept' || n), '/x', 'sealed', $4, $4
   from generate_series(1, $3) n`,
  `insert into known_browser select $1, id($5, 'account', n), 'browser', $4
   from generate_series(1, $3) n`,
  `insert into address_change select $1, id($5, 'change', n), id($5, 'account', n), 1, $4, $4,
     'a@b.c', $4, null, null, 'd@b.c', null, $4 from generate_series(1, $3) n`,
  `insert into link_token select md5($5 || 'undo' || n), $2, $1, 'undo-address', id($5, 'change', n)
   from generate_series(1, $3) n`,
  `insert into address_confirmation select $1, id($5, 'confirmation', n), id($5, 'account', n), 'a@b.c',
     $4, $4, null from generate_series(1, $3) n`,
  `insert into link_token select md5($5 || 'confirm' || n), $2, $1, 'confirm-address',
     id($5, 'confirmation', n) from generate_series(1, $3) n`,
  `insert into credential_batch (society_id, id, state, prepared_at, activated_at)
   values ($1, id($5, 'batch', 1), 'activated', $4, $4)`,
  `insert into credential_batch_count values ($1, 7) on conflict do nothing`,
  `insert into letter_portion select $1, id($5, 'portion', n), id($5, 'batch', 1), n, 'sealed', $4
   from generate_series(1, greatest($3 / 64, 1)) n`,
  `insert into provisional_credential (society_id, id, batch_id, member_id, issued_id, password_hash,
     state, expires_at, issued_at, used_at)
   select $1, id($5, 'letter', n), id($5, 'batch', 1), id($5, 'member', n), $5 || n, 'hash', 'used',
     $4::timestamptz + interval '180 days', $4, $4 from generate_series(1, $3) n`,
  `insert into login_directory select $2, $5 || 'letter' || n, $1, 'provisional', id($5, 'letter', n)
   from generate_series(1, $3) n`,
  `insert into flow (society_id, id, kind, entrance_id, subject_id, member_id, policy_version, state,
     started_at, changed_at, expires_at)
   select $1, id($5, 'flow', n), 'first-sign-in', $2, id($5, 'letter', n), id($5, 'member', n), 1, '{}',
     $4, $4, $4 from generate_series(1, $3) n`,
  `insert into flow_token select md5($5 || 'flow' || n), $2, $1, id($5, 'flow', n)
   from generate_series(1, $3) n`,
  `insert into mail_check (society_id, id, flow_id, step, subject_id, email, code_mac, mail_id, sent_at,
     code_until, link_until) select $1, id($5, 'check', n), id($5, 'flow', n), 'address',
     id($5, 'letter', n), 'a@b.c', 'mac', id($5, 'mail', n), $4, $4, $4 from generate_series(1, $3) n`,
  `insert into link_token select md5($5 || 'check' || n), $2, $1, 'check-address', id($5, 'check', n)
   from generate_series(1, $3) n`,
  `insert into mail (society_id, id, kind, sender_role, language, recipient, body, state, queued_at,
     settled_at, member_id) select $1, id($5, 'mail', n), 'test', 'info', 'ja', 'sealed', null, 'sent',
     $4, $4, id($5, 'member', n) from generate_series(1, $3) n`,
  `insert into mail (society_id, id, kind, sender_role, language, recipient, body, queued_at)
   values ($1, id($5, 'queued', 1), 'test', 'info', 'ja', 'sealed', 'sealed', $4)`,
  `insert into mail_queue (society_id, mail_id, due_at) values ($1, id($5, 'queued', 1), $4)`,
  `insert into import_run (society_id, id, kind, file_sha256, file_bytes, encoding, rows, added, changed,
     ended, unchanged, started_at, finished_at)
   values ($1, id($5, 'run', 1), 'members', repeat('a', 64), 1, 'utf-8', 1, 1, 0, 0, 0, $4, $4)`,
  `insert into failed_try select $2, id($5, 'try', n), $4, case when n % 2 = 0 then 'proof' else
     'sign-in' end, 'r', 's', 'l', 'wrong', $1, null from generate_series(1, $3) n`,
  `insert into recovery_request (entrance_id, id, kind, at, reference, source_mac, browser_hash,
     claim_mac, email_mac, reason, society_id, told_at)
   select $2, id($5, 'asking', n), 'forgot-id', $4, 'r', 's', 'b', 'c', 'e', 'no-member', $1, $4
   from generate_series(1, $3) n`,
  `insert into contact_message (society_id, id, sent_at, reference, source_mac)
   select $1, id($5, 'contact', n), $4, 'r', 's' from generate_series(1, $3) n`,
  `insert into maintenance_window (id, society_id, starts_at, ends_at, announced_from, reason_ja,
     reason_en, made_at)
   values (id($5, 'window', 1), $1, $4::timestamptz - interval '1 hour', $4,
     $4::timestamptz - interval '1 hour', '', '', $4)`,
  `insert into passkey_challenge select md5($5 || n), $4 from generate_series(1, $3) n`,
  `insert into sign_in_counter values ($2, $5, '', 1, $4, $4)`,
  `insert into lock_notice values ($2, id($5, 'notice', 1), 'l', $1, null, $4, $4)`,
  `insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id, request_id,
     source) select $1, id($5, 'fact', n), $4, 'system', 'test.filled', 'test', n::text, 'r', 'test'
   from generate_series(1, $3) n`,
];

const idFunction = `
  create or replace function pg_temp.id(tag text, kind text, n integer) returns uuid
  language sql immutable as $$ select md5(tag || kind || n)::uuid $$`;

const numbered = ["$1", "$2", "$3", "$4", "$5"];
const casts = ["::uuid", "::uuid", "::int", "::timestamptz", "::text"];

export const fillSociety = async (
  root: pg.Client,
  { society, entrance, count, at, tag }: Filling,
): Promise<void> => {
  await root.query(idFunction);
  const values = [society, entrance, count, at, tag];
  for (const text of statements) {
    const used = numbered.filter((one) => text.includes(one));
    const given = used.map((one) => values[numbered.indexOf(one)]);
    const renumbered = text
      .replaceAll(/\bid\(/g, "pg_temp.id(")
      .replaceAll(/\$(\d)(::\w+)?/g, (_, n) => {
        const place = used.indexOf(`$${n}`) + 1;
        return `$${place}${casts[Number(n) - 1]}`;
      });
    await root.query(renumbered, given);
  }
};
