-- Stored flows: where somebody stands in a sequence of steps.

create table flow (
  society_id uuid not null,
  id uuid not null,
  kind text not null,
  entrance_id uuid not null,
  -- what it began with, such as the provisional credential
  subject_id uuid not null,
  member_id uuid not null,
  -- the version of the society's document that it keeps
  policy_version integer not null,
  -- the language it was last seen in is the browser's; the steps done, in no order
  done text[] not null default '{}',
  -- what was typed, sealed: never a password, only its hash
  state text not null,
  -- rises with every commit: a form of an earlier one is a repeated submit
  turn integer not null default 1,
  wrong integer not null default 0,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  primary key (society_id, id),
  foreign key (society_id, member_id) references member (society_id, id),
  check ((ended_at is null) = (outcome is null))
);
create index flow_age on flow (society_id, expires_at);
call protect_by_society('flow');
grant select, insert, update, delete on flow to :"app";

-- Directory: the cookie of the browser that began it → the flow.
create table flow_token (
  token_hash text primary key,
  entrance_id uuid not null,
  society_id uuid not null,
  flow_id uuid not null
);
create index flow_token_flow on flow_token (society_id, flow_id);
call protect_directory('flow_token', :'app');
grant select, insert, delete on flow_token to :"app";

create function find_flow(p_entrance_id uuid, p_token_hash text, p_kind text)
returns setof flow
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found record;
begin
  select t.society_id, t.flow_id into found from flow_token t
    where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id;
  if found.society_id is null then return; end if;
  perform set_config('app.society_id', found.society_id::text, true);
  return query select f.* from flow f
    where f.society_id = found.society_id and f.id = found.flow_id and f.kind = p_kind;
  perform set_config('app.society_id', '', true);
end $$;
revoke execute on function find_flow from public;
grant execute on function find_flow to :"app";
