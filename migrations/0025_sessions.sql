-- Sessions as their owner ends them, and what was typed when one had just ended.

-- By which the browser of a session is known; null: begun by the version before.
alter table session add column browser_hash text;

-- A form that was sent after the session had ended, until its owner has signed in again: sealed, of
-- one account, one page and one browser (the token is in its cookie). Never a password.
create table kept_form (
  society_id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  path text not null,
  fields text not null,
  kept_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (society_id, account_id, token_hash, path),
  foreign key (society_id, account_id) references account (society_id, id) on delete cascade
);
call protect_by_society('kept_form');
grant select, insert, update, delete on kept_form to :"app";
create index kept_form_age on kept_form (society_id, expires_at);

-- Whose session a token was that a limit ended: idle, or too old. One that was ended by somebody, or
-- whose account is locked, is nobody's. Opens nothing.
create function find_ended_session(p_entrance_id uuid, p_token_hash text, p_now timestamptz)
returns table (society_id uuid, account_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  session_id uuid;
begin
  select t.society_id, t.session_id into society_id, session_id from session_token t
    where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id;
  if society_id is null then return; end if;
  perform set_config('app.society_id', society_id::text, true);
  select s.account_id into account_id from session s
    join account a on a.society_id = s.society_id and a.id = s.account_id and a.locked_at is null
    where s.society_id = find_ended_session.society_id and s.id = session_id
      and s.ended_at is null
      and (s.ends_at <= p_now or s.seen_at + make_interval(secs => s.idle_seconds) <= p_now);
  perform set_config('app.society_id', '', true);
  if account_id is not null then return next; end if;
end $$;

revoke execute on function find_ended_session from public;
grant execute on function find_ended_session to :"app";
