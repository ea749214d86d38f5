-- The ground: how a table becomes a society's, and the directory of entrances and societies.
-- :"app" is the app's role (neither owner nor superuser), :'app' its name; `migrate` puts them in.

grant usage on schema public to :"app";

-- Fails closed: without app.society_id it is null, and nothing equals null.
create function current_society() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.society_id', true), '')::uuid;

-- Every table with society data is protected in the same way, the owner included.
create procedure protect_by_society(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy society on %s using (society_id = current_society()) with check (society_id = current_society())',
    protected);
end $$;

-- Directory tables that lead to a society's rows before the society is known, such as the hash of a
-- token: the owner's fixed functions read across societies, the app writes and reads only its own.
create procedure protect_directory(protected regclass, app name) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy owner_reads on %s for select to %I using (true)', protected, current_user);
  execute format(
    'create policy society_writes on %s to %I using (society_id = current_society()) with check (society_id = current_society())',
    protected, app);
end $$;

-- Directory: who answers at a host, before any society is known. No personal data.
create table entrance (
  id uuid primary key,
  host text not null unique check (host = lower(host)),
  kind text not null check (kind in ('own', 'shared')),
  document jsonb not null,
  changed_at timestamptz not null
);

create table society (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  entrance_id uuid not null references entrance (id),
  insurer_number text not null check (insurer_number ~ '^[0-9]{8}$'),
  -- the current version of society_version
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index society_entrance on society (entrance_id);

-- Counts every change of an entrance or a society, so that running servers notice it cheaply.
create table registry_change (
  singleton boolean primary key default true check (singleton),
  count bigint not null
);
insert into registry_change (count) values (0);

grant select, insert, update on entrance, society, registry_change to :"app";

-- Every version of a society's document (name, contact, services, policy), dated and with its cause.
create table society_version (
  society_id uuid not null references society (id),
  version integer not null check (version > 0),
  document jsonb not null,
  changed_by text not null,
  reason text not null,
  changed_at timestamptz not null,
  primary key (society_id, version)
);
call protect_by_society('society_version');
grant select, insert on society_version to :"app";
