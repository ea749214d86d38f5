-- Accounts, sessions, and what a sign-in needs before the society is known.

create table account (
  society_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  entrance_id uuid not null,
  -- as its owner wrote it; login_directory holds the folded key
  user_id text not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  email text,
  email_confirmed_at timestamptz,
  wants_update_mails boolean not null,
  language text not null check (language in ('ja', 'en')),
  registered_at timestamptz not null,
  last_signed_in_at timestamptz,
  -- アカウントロック: by staff, or by wrong second factors
  locked_at timestamptz,
  primary key (society_id, id),
  unique (society_id, member_id),
  foreign key (society_id, member_id) references member (society_id, id),
  check (email is not null or email_confirmed_at is null)
);
call protect_by_society('account');
grant select, insert, update on account to :"app";

-- 利用規約: which version was agreed to, and when.
create table terms_consent (
  society_id uuid not null,
  account_id uuid not null,
  version text not null,
  agreed_at timestamptz not null,
  primary key (society_id, account_id, version),
  foreign key (society_id, account_id) references account (society_id, id)
);
call protect_by_society('terms_consent');
grant select, insert on terms_consent to :"app";

create table session (
  society_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  started_at timestamptz not null,
  -- written at most once a minute
  seen_at timestamptz not null,
  idle_seconds integer not null check (idle_seconds > 0),
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- a short name such as "Chrome, Android", and the address
  device text not null,
  source text not null,
  -- when its owner had signed in before this session
  previous_sign_in_at timestamptz,
  primary key (society_id, id),
  foreign key (society_id, account_id) references account (society_id, id)
);
create index session_account on session (society_id, account_id, started_at desc);
call protect_by_society('session');
grant select, insert, update, delete on session to :"app";

-- A browser that signed in to this account before: it has a lock counter of its own.
create table known_browser (
  society_id uuid not null,
  account_id uuid not null,
  browser_hash text not null,
  seen_at timestamptz not null,
  primary key (society_id, account_id, browser_hash),
  foreign key (society_id, account_id) references account (society_id, id)
);
call protect_by_society('known_browser');
grant select, insert, update, delete on known_browser to :"app";

-- Directory: token hash → session. The token itself is in the member's cookie only.
create table session_token (
  token_hash text primary key,
  entrance_id uuid not null,
  society_id uuid not null,
  session_id uuid not null
);
create index session_token_session on session_token (society_id, session_id);
call protect_directory('session_token', :'app');
grant select, insert, delete on session_token to :"app";

-- The wrong passwords in a row of a user ID, known or not: an unknown one has the same rows and
-- costs the same work. browser is '' for every browser that never signed in to it.
create table sign_in_counter (
  entrance_id uuid not null references entrance (id),
  login_mac text not null,
  browser text not null,
  wrong integer not null,
  last_wrong_at timestamptz not null,
  locked_until timestamptz,
  primary key (entrance_id, login_mac, browser)
);
create index sign_in_counter_age on sign_in_counter (last_wrong_at);
grant select, insert, update, delete on sign_in_counter to :"app";

-- Each failed try, under its お問い合わせ番号: staff find the real reason here, members never.
-- Of the entrance, because an unknown user ID has no society. Sources and IDs only as MACs.
create table failed_try (
  entrance_id uuid not null references entrance (id),
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('sign-in', 'proof')),
  reference text not null,
  source_mac text not null,
  login_mac text not null,
  reason text not null,
  society_id uuid,
  target_id uuid,
  primary key (entrance_id, id)
);
create index failed_try_source on failed_try (entrance_id, source_mac, kind, at);
create index failed_try_letter on failed_try (entrance_id, login_mac) where kind = 'proof';
create index failed_try_age on failed_try (at);
grant select, insert, delete on failed_try to :"app";

-- A lock that began: the worker writes to the owner, if there is one. Known and unknown alike.
create table lock_notice (
  entrance_id uuid not null references entrance (id),
  id uuid not null,
  login_mac text not null,
  society_id uuid,
  account_id uuid,
  locked_at timestamptz not null,
  locked_until timestamptz not null,
  primary key (entrance_id, id)
);
grant select, insert, delete on lock_notice to :"app";

-- The button of a mail: token hash → what it confirms. Opening the page changes nothing.
create table link_token (
  token_hash text primary key,
  entrance_id uuid not null,
  society_id uuid not null,
  kind text not null,
  target_id uuid not null
);
create index link_token_target on link_token (society_id, target_id);
call protect_directory('link_token', :'app');
grant select, insert, delete on link_token to :"app";

create table address_confirmation (
  society_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- void when the account's address is another one by then
  email text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (society_id, id),
  foreign key (society_id, account_id) references account (society_id, id)
);
create index address_confirmation_account
  on address_confirmation (society_id, account_id, sent_at desc);
call protect_by_society('address_confirmation');
grant select, insert, update, delete on address_confirmation to :"app";

-- What a sign-in reads, in one statement, whether the user ID exists or not. The society becomes
-- known inside and is forgotten again before it answers.
create function find_login(
  p_entrance_id uuid, p_login_key text, p_login_mac text, p_browser_hash text,
  p_source_mac text, p_since timestamptz
) returns table (
  kind text, society_id uuid, target_id uuid, member_id uuid, password_hash text,
  locked_at timestamptz, browser text, wrong integer, locked_until timestamptz,
  credential_state text, expires_at timestamptz, sources_logins bigint, sources_tries bigint
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  login record;
begin
  browser := '';
  select d.kind, d.society_id, d.target_id into login
    from login_directory d where d.entrance_id = p_entrance_id and d.login_key = p_login_key;
  perform set_config('app.society_id', coalesce(login.society_id::text, ''), true);
  kind := login.kind;
  society_id := login.society_id;
  target_id := login.target_id;
  if login.kind = 'account' then
    select a.member_id, a.password_hash, a.locked_at into member_id, password_hash, locked_at
      from account a where a.society_id = login.society_id and a.id = login.target_id;
    select k.browser_hash into browser from known_browser k
      where k.society_id = login.society_id and k.account_id = login.target_id
        and k.browser_hash = p_browser_hash;
    browser := coalesce(browser, '');
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
  select count(distinct f.login_mac) filter (where f.login_mac <> p_login_mac),
      count(*) filter (where f.login_mac = p_login_mac)
    into sources_logins, sources_tries from failed_try f
    where f.entrance_id = p_entrance_id and f.source_mac = p_source_mac
      and f.kind = 'sign-in' and f.at > p_since;
  return next;
end $$;

-- One wrong try: counts it, locks at the limit, notes the reason and the notice. The same
-- statement for known and unknown user IDs.
create function count_wrong_try(
  p_entrance_id uuid, p_id uuid, p_at timestamptz, p_reference text, p_source_mac text,
  p_login_mac text, p_browser text, p_reason text, p_society_id uuid, p_target_id uuid,
  p_counts boolean, p_limit integer, p_locked_until timestamptz, p_forget_before timestamptz
) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  now_wrong integer := 0;
begin
  insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
      society_id, target_id)
    values (p_entrance_id, p_id, p_at, 'sign-in', p_reference, p_source_mac, p_login_mac, p_reason,
      p_society_id, p_target_id);
  if p_counts then
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
    if now_wrong = p_limit then
      insert into lock_notice (entrance_id, id, login_mac, society_id, account_id, locked_at, locked_until)
        values (p_entrance_id, p_id, p_login_mac, p_society_id, p_target_id, p_at, p_locked_until);
    end if;
  end if;
  return now_wrong;
end $$;

-- token → session, with what every signed-in page shows. No row: no session. Key by key, not as a
-- join: its plan is made from statistics, which a first import outruns, and then reads every member.
create function find_session(p_entrance_id uuid, p_token_hash text, p_now timestamptz)
returns table (
  society_id uuid, session_id uuid, account_id uuid, member_id uuid, member_name text,
  seen_at timestamptz, previous_sign_in_at timestamptz, address_unconfirmed boolean
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select t.society_id, t.session_id into society_id, session_id from session_token t
    where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id;
  if society_id is null then return; end if;
  perform set_config('app.society_id', society_id::text, true);
  select s.account_id, s.seen_at, s.previous_sign_in_at
    into account_id, seen_at, previous_sign_in_at
    from session s
    where s.society_id = find_session.society_id and s.id = find_session.session_id
      and s.ended_at is null and s.ends_at > p_now
      and s.seen_at + make_interval(secs => s.idle_seconds) > p_now;
  select a.member_id, a.email is not null and a.email_confirmed_at is null
    into member_id, address_unconfirmed
    from account a
    where a.society_id = find_session.society_id and a.id = find_session.account_id
      and a.locked_at is null;
  select m.name into member_name from member m
    where m.society_id = find_session.society_id and m.id = find_session.member_id;
  perform set_config('app.society_id', '', true);
  if member_name is not null then return next; end if;
end $$;

create function find_link(p_entrance_id uuid, p_token_hash text, p_kind text)
returns table (society_id uuid, target_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.society_id, t.target_id from link_token t
   where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id and t.kind = p_kind
$$;

-- Whether a folded user ID is free at an entrance: asked inside a proofed flow only.
create function is_login_taken(p_entrance_id uuid, p_login_key text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from login_directory d
                  where d.entrance_id = p_entrance_id and d.login_key = p_login_key)
$$;

revoke execute on function find_login, find_session, find_link, is_login_taken, count_wrong_try
  from public;
grant execute on function find_login, find_session, find_link, is_login_taken, count_wrong_try
  to :"app";
