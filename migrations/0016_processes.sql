-- Several processes on one database: which of them live, and which one does what only one should do.
-- Times in these two tables are the database server's as each process reckons it: their own clocks
-- may differ by seconds.

create table process (
  id uuid primary key,
  kind text not null check (kind in ('start', 'serve', 'worker')),
  -- for people, and to tell a killed process of the same machine
  host text not null check (length(host) between 1 and 255),
  pid integer not null,
  -- how many its pool may open
  connections integer not null check (connections > 0),
  -- its own clock less the server's, as it measured last
  clock_ahead_ms bigint not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
grant select, insert, update, delete on process to :"app";

create table lease (
  name text primary key check (name ~ '^[a-z][a-z-]{1,30}$'),
  holder uuid references process (id) on delete set null,
  until timestamptz not null,
  -- when its work was done to the end for the last time, whoever did it
  done_at timestamptz
);
grant select, insert, update on lease to :"app";

-- Who has claimed a mail. Null: nobody, or a worker of an earlier version.
alter table mail_queue add column holder uuid;
grant update (holder) on mail_queue to :"app";

-- As in 0007, and for a holder: when nobody has heard of it for a while, its mails are due again.
create function claim_mail(at timestamptz, lease_end timestamptz, most integer, urgent_only boolean, holder uuid)
  returns table (society_id uuid, mail_id uuid, is_urgent boolean)
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
  set enable_hashjoin = off set enable_mergejoin = off
as $$
  with urgent as (
    select q.society_id, q.mail_id from public.mail_queue q
    where q.is_urgent and q.due_at <= claim_mail.at
    order by q.due_at
    limit claim_mail.most
    for update skip locked
  ), others as (
    select q.society_id, q.mail_id from public.mail_queue q
    where not q.is_urgent and q.due_at <= claim_mail.at
    order by q.due_at
    limit case when claim_mail.urgent_only then 0
      else claim_mail.most - (select count(*) from urgent) end
    for update skip locked
  ), due as (
    select * from urgent union all select * from others
  )
  update public.mail_queue q set due_at = claim_mail.lease_end, holder = claim_mail.holder
  from due
  where q.society_id = due.society_id and q.mail_id = due.mail_id
  returning q.society_id, q.mail_id, q.is_urgent
$$;
revoke all on function claim_mail(timestamptz, timestamptz, integer, boolean, uuid) from public;
grant execute on function claim_mail(timestamptz, timestamptz, integer, boolean, uuid) to :"app";

-- For workers of an earlier version, which may still run: what they claim, a dead one must not seem to hold.
create or replace function claim_mail(at timestamptz, lease_end timestamptz, most integer, urgent_only boolean default false)
  returns table (society_id uuid, mail_id uuid, is_urgent boolean)
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  select * from public.claim_mail(claim_mail.at, claim_mail.lease_end, claim_mail.most,
    claim_mail.urgent_only, null::uuid)
$$;

-- Ends what is left of processes that are known to be gone, or that nobody has seen since: their
-- leases are free, and mails that they had claimed are due `at` once.
create function bury_processes(unseen_since timestamptz, known_gone uuid[], at timestamptz)
  returns setof uuid
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  buried uuid[];
begin
  with gone as (
    delete from public.process p
    where p.seen_at < bury_processes.unseen_since or p.id = any (bury_processes.known_gone)
    returning p.id
  )
  select array_agg(gone.id) into buried from gone;
  if buried is not null then
    update public.mail_queue q set due_at = bury_processes.at, holder = null
    where q.holder = any (buried) and q.due_at > bury_processes.at;
  end if;
  return query select unnest(buried);
end $$;
revoke all on function bury_processes from public;
grant execute on function bury_processes to :"app";
