-- How long things are kept (src/main/retention/table.ts), and the end of a society's contract.

-- The sweeper looks for what is old by these alone. Under row security a comparison of dates and
-- instants is an index condition (leakproof).
create index member_lost on member (society_id, lost_on) where lost_on is not null;
create index session_age on session (society_id, ends_at);
create index known_browser_age on known_browser (society_id, seen_at);
create index address_confirmation_age on address_confirmation (society_id, expires_at);
create index mail_settled on mail (society_id, settled_at) where settled_at is not null;
create index lock_notice_age on lock_notice (locked_at);
-- used, void, or only expired: whatever ends a letter first. A column of its own: under row security
-- a coalesce is no index condition, and each sweep read all letters of its society.
alter table provisional_credential add column ends_at timestamptz not null
  generated always as (coalesce(used_at, voided_at, expires_at)) stored;
create index provisional_credential_end on provisional_credential (society_id, ends_at);
-- The foreign keys of a member who goes look here.
create index flow_member on flow (society_id, member_id);

grant delete on member, account, terms_consent, mail, import_run to :"app";

-- Which facts are gone because their time was over: those of every seal up to this one. Signed with a
-- key from the configuration: whoever deletes facts by hand cannot say that it was this.
create table audit_pruning (
  society_id uuid primary key,
  seal integer not null check (seal > 0),
  -- of that seal: a pruning of another chain proves nothing
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  -- how many, in all
  facts bigint not null check (facts > 0),
  pruned_at timestamptz not null,
  key_id text not null,
  mac text not null
);
call protect_by_society('audit_pruning');
grant select, insert, update on audit_pruning to :"app";

-- The facts of one seal go, all of them, the oldest seal first. The app may delete none by itself. What
-- is refused here is refused to everybody, whatever a policy says: facts of the newest seal, of less
-- than five years before it, or of a seal that has not as many as were sealed. The app writes seals, so
-- a forged one could say that today is long ago: nothing goes that is younger than five years by the
-- server's own clock either (asked as a guard; it is stored nowhere). Answers how many went; null: refused.
create function prune_audit_facts(p_seal integer, p_before timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  whose uuid := current_society();
  one record;
  earlier record;
  newest record;
  found integer;
  latest timestamptz;
begin
  select * into one from audit_seal s where s.society_id = whose and s.number = p_seal;
  select * into newest from audit_seal s where s.society_id = whose and s.facts > 0
    order by s.number desc limit 1;
  if one.number is null or newest.number <= p_seal or one.sealed_at >= p_before
      or p_before > newest.sealed_at - interval '1825 days'
      or p_before > clock_timestamp() - interval '1825 days' then
    return null;
  end if;
  select -2147483648 as era, '0'::xid8 as transaction,
      '00000000-0000-0000-0000-000000000000'::uuid as fact into earlier;
  if p_seal > 1 then
    select s.last_era as era, s.last_transaction as transaction, s.last_fact_id as fact into earlier
      from audit_seal s where s.society_id = whose and s.number = p_seal - 1;
    if earlier.era is null then return null; end if;
  end if;
  select count(*), max(f.at) into found, latest from audit_fact f where f.society_id = whose
    and (f.era, f.transaction_id, f.id) > (earlier.era, earlier.transaction, earlier.fact)
    and (f.era, f.transaction_id, f.id) <= (one.last_era, one.last_transaction, one.last_fact_id);
  if found <> one.facts or latest >= p_before then return null; end if;
  delete from audit_fact f where f.society_id = whose
    and (f.era, f.transaction_id, f.id) > (earlier.era, earlier.transaction, earlier.fact)
    and (f.era, f.transaction_id, f.id) <= (one.last_era, one.last_transaction, one.last_fact_id);
  return found;
end $$;
revoke execute on function prune_audit_facts from public;
grant execute on function prune_audit_facts to :"app";

-- A society whose contract ended. closed: nobody comes in any more, everything is still there ·
-- erasing: its rows go, there is no way back · erased: what stands here is all that is left, so that its
-- code is not given again and its erasure can be proved. Nothing of a person.
create table society_ending (
  society_id uuid primary key references society (id),
  -- in both languages: the page that its members find
  name jsonb not null,
  reason text not null,
  closed_at timestamptz not null,
  erasing_at timestamptz,
  -- of the manifest of the export made before; null: without one
  export_sha256 text check (export_sha256 ~ '^[0-9a-f]{64}$'),
  erasing_reason text,
  -- the audit record as it was: how many facts, and the newest seal
  audit_facts bigint,
  audit_seal integer,
  audit_root text,
  erased_at timestamptz,
  -- table → how many rows were deleted
  deleted jsonb not null default '{}',
  check (erasing_at is null or export_sha256 is not null or erasing_reason is not null),
  check (erased_at is null or erasing_at is not null)
);
-- The app closes and reopens. An erasure is the owner's alone: begun, it deletes what the app must not
-- be able to delete, and its tombstone is the proof.
grant select, insert (society_id, name, reason, closed_at), delete on society_ending to :"app";

create function keep_tombstone() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'an erasure is not taken back' using errcode = '42501';
end $$;
create trigger keep_tombstone before delete on society_ending
  for each row when (old.erasing_at is not null) execute function keep_tombstone();

-- Every table with rows of societies, whatever migration made it, but for the tombstones themselves.
create function is_society_table(p_table text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname = p_table
      and a.attname = 'society_id' and not a.attisdropped and c.relname <> 'society_ending')
$$;

create function is_being_erased(p_society uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from society_ending e
    where e.society_id = p_society and e.erasing_at is not null)
$$;

-- Row security showed the owner these tables' rows, and let it delete none.
do $$
declare
  one text;
begin
  foreach one in array array['login_directory', 'session_token', 'link_token', 'flow_token'] loop
    execute format(
      'create policy owner_erases on %I for delete to %I using (society_id = current_society())',
      one, current_user);
  end loop;
end $$;

-- At most so many rows of the transaction's society, of one table that its caller may delete from: audit
-- facts and seals are deleted by the owner alone. Answers how many went.
create function erase_rows(p_table text, p_most integer) returns integer
  language plpgsql volatile set search_path = pg_catalog, public, pg_temp as $$
declare
  went integer;
begin
  if not is_society_table(p_table) or not is_being_erased(current_society()) then
    raise exception 'not to be erased' using errcode = '42501';
  end if;
  execute format(
    'delete from public.%1$I where society_id = $1 and ctid = any (array(
       select ctid from public.%1$I where society_id = $1 limit $2))', p_table)
    using current_society(), p_most;
  get diagnostics went = row_count;
  return went;
end $$;

-- Rows of the transaction's society in one table.
create function count_society_rows(p_table text) returns bigint
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  counted bigint;
begin
  if not is_society_table(p_table) then
    raise exception 'no table of societies' using errcode = '42501';
  end if;
  execute format('select count(*) from public.%I where society_id = $1', p_table)
    into counted using current_society();
  return counted;
end $$;
