-- Audit facts, the outbox, and the value that tells a wrong KENPO_SECRET.

-- Who did what to whose data. The app may only add. No foreign key to society: it would lock the
-- society's row in every business transaction, and row security already allows no other society.
-- Import stores that add many at once may insert by select, columns in this order.
create table audit_fact (
  society_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'stranger', 'staff', 'operator', 'system')),
  actor_id uuid,
  action text not null check (action ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  subject_kind text not null check (subject_kind ~ '^[a-z0-9-]+$'),
  -- opaque, so that erasing a person leaves the facts verifiable
  -- lengths apart: a counted {1,64} makes a check 15 times slower, which imports pay per row
  subject_id text not null check (subject_id ~ '^[A-Za-z0-9_-]+$' and length(subject_id) <= 64),
  member_id uuid,
  request_id text not null check (request_id ~ '^[A-Za-z0-9_-]+$' and length(request_id) <= 64),
  -- address of the source, or cli
  source text not null check (source ~ '^[0-9A-Za-z:.%_-]+$' and length(source) <= 64),
  details jsonb not null default '{}',
  -- The sealer takes facts whose transaction is below pg_snapshot_xmin: none that commits late is
  -- skipped, and no business transaction waits for a chain's head.
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (society_id, id),
  check ((actor_kind in ('member', 'staff')) = (actor_id is not null))
);
call protect_by_society('audit_fact');
grant select, insert on audit_fact to :"app";
create index audit_fact_of_member on audit_fact (society_id, member_id, id) where member_id is not null;

-- The outbox. Recipient and body are sealed; the body is gone once there is nothing more to send.
-- The Message-ID is the row's id at the mail domain, the same at every attempt.
create table mail (
  society_id uuid not null,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z0-9/-]{1,80}$'),
  sender_role text not null check (sender_role in ('no-reply', 'info', 'webmaster')),
  language text not null check (language in ('ja', 'en')),
  recipient text not null,
  body text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  queued_at timestamptz not null,
  settled_at timestamptz,
  -- a code such as smtp-550, never the server's words: they repeat the address
  last_error text check (last_error ~ '^[a-z0-9-]{1,64}$'),
  primary key (society_id, id),
  check ((state = 'queued') = (body is not null)),
  check ((state = 'queued') = (settled_at is null))
);
call protect_by_society('mail');
grant select, insert on mail to :"app";
grant update (body, state, attempts, settled_at, last_error) on mail to :"app";

-- Directory: which mails are due, of any society. No personal data. Who claims a mail moves due_at
-- to the end of a lease; if that worker dies, the mail is simply due again.
create table mail_queue (
  society_id uuid not null,
  mail_id uuid not null,
  due_at timestamptz not null,
  primary key (society_id, mail_id)
);
create index mail_queue_due on mail_queue (due_at);
-- Not forced: the owner's function below sees every society, the app its own society's alone.
alter table mail_queue enable row level security;
create policy society on mail_queue
  using (society_id = current_society()) with check (society_id = current_society());
grant select, insert, delete on mail_queue to :"app";
grant update (due_at) on mail_queue to :"app";

-- Leases up to `most` due mails until `lease_end`; concurrent workers never wait for each other.
create function claim_mail(at timestamptz, lease_end timestamptz, most integer)
  returns table (society_id uuid, mail_id uuid)
  language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with due as (
    select q.society_id, q.mail_id from public.mail_queue q
    where q.due_at <= claim_mail.at
    order by q.due_at
    limit claim_mail.most
    for update skip locked
  )
  update public.mail_queue q set due_at = claim_mail.lease_end
  from due
  where q.society_id = due.society_id and q.mail_id = due.mail_id
  returning q.society_id, q.mail_id
$$;
revoke all on function claim_mail from public;
grant execute on function claim_mail to :"app";

-- One row: what KENPO_SECRET derives to. Another secret would read nothing that this one sealed.
create table installation (
  singleton boolean primary key default true check (singleton),
  secret_check text not null
);
grant select, insert on installation to :"app";
grant update (secret_check) on installation to :"app";
