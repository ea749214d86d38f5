-- Around the sign-in: what a session says of its account, a counter for each source, and the
-- provisional password that a mail may hold.

-- A second, personal address, for when the company's ends: proved before it stands here.
alter table account add column second_email text;
alter table account add column second_email_confirmed_at timestamptz;
alter table account add constraint account_second_email_check
  check ((second_email is null) = (second_email_confirmed_at is null));
-- 文字の大きさ of who chose one in the profile; null: each browser's own.
alter table account add column text_size text check (text_size in ('standard', 'large'));
-- The last warning before the password's end: so many days ahead. Null: none since it was chosen.
alter table account add column password_warned_days integer check (password_warned_days > 0);

-- 仮パスワード by mail: beside the password, which stays until another one is chosen. 57 bits of
-- chance: a keyed hash is enough, and a sign-in costs what it did. The newest alone counts.
create table temporary_password (
  society_id uuid not null,
  account_id uuid not null,
  mac text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (society_id, account_id),
  foreign key (society_id, account_id) references account (society_id, id) on delete cascade
);
call protect_by_society('temporary_password');
grant select, insert, update, delete on temporary_password to :"app";
create index temporary_password_age on temporary_password (society_id, expires_at);

-- As in 0020, with the provisional password of a mail, and with a counter for each source. browser is
-- the hash of a browser that its owner signed in with before, else 'source ' and the source's MAC;
-- what all strangers' sources come to together counts under ''.
drop function find_login(uuid, text, text, text, text, timestamptz);
create function find_login(
  p_entrance_id uuid, p_login_key text, p_login_mac text, p_browser_hash text,
  p_source_mac text, p_since timestamptz
) returns table (
  kind text, society_id uuid, target_id uuid, member_id uuid, password_hash text,
  locked_at timestamptz, browser text, wrong integer, locked_until timestamptz,
  credential_state text, expires_at timestamptz, sources_logins bigint, sources_tries bigint,
  factor_method text, factor_locked_until timestamptz, temporary_mac text,
  temporary_until timestamptz
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  login record;
  all_until timestamptz;
begin
  browser := 'source ' || p_source_mac;
  select d.kind, d.society_id, d.target_id into login
    from login_directory d where d.entrance_id = p_entrance_id and d.login_key = p_login_key;
  perform set_config('app.society_id', coalesce(login.society_id::text, ''), true);
  kind := login.kind;
  society_id := login.society_id;
  target_id := login.target_id;
  if login.kind = 'account' then
    select a.member_id, a.password_hash, a.locked_at, a.factor_method, a.factor_locked_until
      into member_id, password_hash, locked_at, factor_method, factor_locked_until
      from account a where a.society_id = login.society_id and a.id = login.target_id;
    select coalesce(max(k.browser_hash), browser) into browser from known_browser k
      where k.society_id = login.society_id and k.account_id = login.target_id
        and k.browser_hash = p_browser_hash;
    select t.mac, t.expires_at into temporary_mac, temporary_until from temporary_password t
      where t.society_id = login.society_id and t.account_id = login.target_id;
  elsif login.kind = 'provisional' then
    select p.member_id, p.password_hash, p.state, p.expires_at
      into member_id, password_hash, credential_state, expires_at
      from provisional_credential p
      where p.society_id = login.society_id and p.id = login.target_id;
  end if;
  perform set_config('app.society_id', '', true);
  select c.wrong, c.locked_until into wrong, locked_until from sign_in_counter c
    where c.entrance_id = p_entrance_id and c.login_mac = p_login_mac
      and c.browser = find_login.browser;
  select c.locked_until into all_until from sign_in_counter c
    where c.entrance_id = p_entrance_id and c.login_mac = p_login_mac and c.browser = '';
  if starts_with(browser, 'source ') then
    locked_until := greatest(locked_until, all_until);
  end if;
  select count(distinct f.login_mac) filter (where f.login_mac <> p_login_mac),
      count(*) filter (where f.login_mac = p_login_mac)
    into sources_logins, sources_tries from failed_try f
    where f.entrance_id = p_entrance_id and f.source_mac = p_source_mac
      and f.kind = 'sign-in' and f.at > p_since;
  return next;
end $$;

-- One more wrong try on one counter. Answers whether this very try locked it.
create function count_on(
  p_entrance_id uuid, p_login_mac text, p_browser text, p_at timestamptz, p_limit integer,
  p_locked_until timestamptz, p_forget_before timestamptz
) returns boolean
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  now_wrong integer;
begin
  insert into sign_in_counter as c
      (entrance_id, login_mac, browser, wrong, last_wrong_at, locked_until)
    values (p_entrance_id, p_login_mac, p_browser, 1, p_at,
      case when p_limit <= 1 then p_locked_until end)
    on conflict (entrance_id, login_mac, browser) do update set
      wrong = case
        when c.locked_until <= p_at or c.last_wrong_at < p_forget_before then 1
        else c.wrong + 1 end,
      locked_until = case
        when c.locked_until > p_at then c.locked_until
        when c.locked_until <= p_at or c.last_wrong_at < p_forget_before then null
        when c.wrong + 1 >= p_limit then p_locked_until end,
      last_wrong_at = p_at
    returning c.wrong into now_wrong;
  return now_wrong = p_limit;
end $$;

-- As in 0005: a stranger's try counts on its source and, ten times as patient, on all sources together.
-- Counters of the version before stand under '' and count on; its own function, of one parameter less,
-- stays for its processes.
create function count_wrong_try(
  p_entrance_id uuid, p_id uuid, p_at timestamptz, p_reference text, p_source_mac text,
  p_login_mac text, p_browser text, p_reason text, p_society_id uuid, p_target_id uuid,
  p_counts boolean, p_limit integer, p_limit_of_all integer, p_locked_until timestamptz,
  p_forget_before timestamptz
) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  has_locked boolean;
begin
  insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
      society_id, target_id)
    values (p_entrance_id, p_id, p_at, 'sign-in', p_reference, p_source_mac, p_login_mac, p_reason,
      p_society_id, p_target_id);
  if not p_counts then return; end if;
  -- '' first, as a sign-in that is right holds them: nobody waits in a circle
  if starts_with(p_browser, 'source ') then
    has_locked := count_on(p_entrance_id, p_login_mac, '', p_at, p_limit_of_all, p_locked_until,
      p_forget_before);
  end if;
  has_locked := count_on(p_entrance_id, p_login_mac, p_browser, p_at, p_limit, p_locked_until,
    p_forget_before) or coalesce(has_locked, false);
  if has_locked then
    insert into lock_notice (entrance_id, id, login_mac, society_id, account_id, locked_at, locked_until)
      values (p_entrance_id, p_id, p_login_mac, p_society_id, p_target_id, p_at, p_locked_until);
  end if;
end $$;

-- As in 0020, with what a signed-in page is led or shown by.
drop function find_session(uuid, text, timestamptz);
create function find_session(p_entrance_id uuid, p_token_hash text, p_now timestamptz)
returns table (
  society_id uuid, session_id uuid, account_id uuid, member_id uuid, member_name text,
  seen_at timestamptz, previous_sign_in_at timestamptz, address_unconfirmed boolean,
  amr text[], proved_at timestamptz, factor_method text, started_at timestamptz,
  ends_at timestamptz, idle_seconds integer, address_failed boolean, has_second_address boolean,
  password_changed_at timestamptz, language text, text_size text, terms_version text, lost_on date
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select t.society_id, t.session_id into society_id, session_id from session_token t
    where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id;
  if society_id is null then return; end if;
  perform set_config('app.society_id', society_id::text, true);
  select s.account_id, s.seen_at, s.previous_sign_in_at, s.amr,
      coalesce(s.proved_at, s.started_at), s.started_at, s.ends_at, s.idle_seconds
    into account_id, seen_at, previous_sign_in_at, amr, proved_at, started_at, ends_at,
      idle_seconds
    from session s
    where s.society_id = find_session.society_id and s.id = find_session.session_id
      and s.ended_at is null and s.ends_at > p_now
      and s.seen_at + make_interval(secs => s.idle_seconds) > p_now;
  select a.member_id, a.email is not null and a.email_confirmed_at is null, a.factor_method,
      a.email_failed_at is not null, a.second_email is not null, a.password_changed_at,
      a.language, a.text_size
    into member_id, address_unconfirmed, factor_method, address_failed, has_second_address,
      password_changed_at, language, text_size
    from account a
    where a.society_id = find_session.society_id and a.id = find_session.account_id
      and a.locked_at is null;
  select c.version into terms_version from terms_consent c
    where c.society_id = find_session.society_id and c.account_id = find_session.account_id
    order by c.agreed_at desc, c.version desc limit 1;
  select m.name, m.lost_on into member_name, lost_on from member m
    where m.society_id = find_session.society_id and m.id = find_session.member_id;
  perform set_config('app.society_id', '', true);
  if member_name is not null then return next; end if;
end $$;

revoke execute on function find_login, find_session, count_on from public;
grant execute on function find_login, find_session, count_on to :"app";
revoke execute on function count_wrong_try(uuid, uuid, timestamptz, text, text, text, text, text, uuid,
  uuid, boolean, integer, integer, timestamptz, timestamptz) from public;
grant execute on function count_wrong_try(uuid, uuid, timestamptz, text, text, text, text, text, uuid,
  uuid, boolean, integer, integer, timestamptz, timestamptz) to :"app";
