-- Audit facts are sealed: a worker chains them in batches, one chain a society.

-- Transaction ids begin anew where a dump is restored into another server. An era leads the order of
-- facts, and the start after such a restore begins the next one (begin_audit_era). Stable and not
-- immutable, so that prepared inserts notice.
create function audit_era() returns integer
  language sql stable parallel safe
  return 1;

alter table audit_fact add column era integer not null default audit_era();
-- the order in which facts are sealed
create index audit_fact_order on audit_fact (society_id, era, transaction_id, id);

-- The app can no longer choose a fact's place in that order.
revoke insert on audit_fact from :"app";
grant insert (society_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, member_id,
  request_id, source, details) on audit_fact to :"app";

-- A seal stands for the facts after the seal before it up to its last one. None at all: a witness,
-- by which the current secret vouches for what an earlier one signed.
create table audit_seal (
  society_id uuid not null,
  number integer not null check (number > 0),
  -- of the seal before it; the first one's comes from the society's id
  previous_root text not null check (previous_root ~ '^[0-9a-f]{64}$'),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  facts integer not null check (facts between 0 and 1000),
  last_era integer not null,
  last_transaction xid8 not null,
  last_fact_id uuid not null,
  -- 24 bytes a fact: its id, and the beginning of its hash. What is not as it was can be named.
  leaves bytea not null,
  -- which KENPO_SECRET signed it
  key_id text not null,
  mac text not null,
  sealed_at timestamptz not null,
  primary key (society_id, number),
  check (length(leaves) = 24 * facts)
);
call protect_by_society('audit_seal');
grant select, insert on audit_seal to :"app";

-- Societies with facts that can be sealed now. One round trip, one probe of an index a society.
create function societies_to_seal() returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one uuid;
  head record;
  waiting record;
begin
  for one in select id from society loop
    perform set_config('app.society_id', one::text, true);
    select s.last_era as era, s.last_transaction as transaction, s.last_fact_id as fact into head
      from audit_seal s where s.society_id = one order by s.number desc limit 1;
    if not found then
      select 0 as era, '0'::xid8 as transaction, '00000000-0000-0000-0000-000000000000'::uuid as fact
        into head;
    end if;
    -- the first one in order alone: if it has to wait, so have those after it
    select f.era, f.transaction_id as transaction into waiting from audit_fact f
      where f.society_id = one
        and (f.era, f.transaction_id, f.id) > (head.era, head.transaction, head.fact)
      order by f.society_id, f.era, f.transaction_id, f.id limit 1;
    if found and (waiting.transaction < pg_snapshot_xmin(pg_current_snapshot())
        or waiting.era < audit_era()) then
      return next one;
    end if;
  end loop;
  perform set_config('app.society_id', '', true);
end $$;
revoke execute on function societies_to_seal from public;
grant execute on function societies_to_seal to :"app";

-- Before anything else writes facts: begins an era when some of this one come from transactions
-- that this server has not had yet, which only a restored dump can do. Gives the era.
create function begin_audit_era() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one uuid;
  latest record;
  era integer := audit_era();
begin
  for one in select id from society loop
    perform set_config('app.society_id', one::text, true);
    select f.era, f.transaction_id into latest from audit_fact f where f.society_id = one
      order by f.era desc, f.transaction_id desc limit 1;
    if latest.era >= era and latest.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) then
      era := latest.era + 1;
    end if;
  end loop;
  perform set_config('app.society_id', '', true);
  if era > audit_era() then
    perform pg_advisory_xact_lock(hashtext('begin_audit_era'));
    execute format('create or replace function public.audit_era() returns integer '
      'language sql stable parallel safe return %s', era);
  end if;
  return era;
end $$;
revoke execute on function begin_audit_era from public;
grant execute on function begin_audit_era to :"app";

-- kenpo secrets reseal
grant update (recipient, body) on mail to :"app";
