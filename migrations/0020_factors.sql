-- Second factors: what an account has enrolled, what counts wrong ones, and what a session says of
-- how its owner was known.

-- The active 認証方法: null where nothing is enrolled. Wrong ones in a row count on the account, and a
-- lock that they bring ends by itself; locked_at stays the lock of staff.
alter table account add column factor_method text;
alter table account add column factor_wrong integer not null default 0 check (factor_wrong >= 0);
alter table account add column factor_locked_until timestamptz;

-- Each passkey, each authenticator app, the mailbox, the set of recovery codes.
create table factor (
  society_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  method text not null,
  -- as its owner calls it
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (society_id, id),
  -- The version before deletes accounts and members without knowing of these tables.
  foreign key (society_id, account_id) references account (society_id, id) on delete cascade
);
call protect_by_society('factor');
grant select, insert, update, delete on factor to :"app";
create index factor_account on factor (society_id, account_id, added_at);
-- One mailbox, one set of codes: two enrolments at once come to one.
create unique index factor_single on factor (society_id, account_id, method)
  where method in ('mail-otp', 'recovery-codes');

create table passkey (
  society_id uuid not null,
  factor_id uuid not null,
  entrance_id uuid not null,
  -- base64url, as browsers write it
  credential_id text not null,
  -- COSE key, base64url
  public_key text not null,
  -- signatures so far, as the authenticator counts; 0 for ever where it does not
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- the host that it was made for: it stays when the entrance moves
  rp_id text not null,
  aaguid uuid not null,
  -- BE and BS (WebAuthn L3 §6.1.3): may be on several devices, and is
  is_syncable boolean not null,
  is_synced boolean not null,
  primary key (society_id, factor_id),
  foreign key (society_id, factor_id) references factor (society_id, id) on delete cascade
);
call protect_by_society('passkey');
grant select, insert, update, delete on passkey to :"app";

-- Directory: credential → whose it is, before the society is known.
create table passkey_directory (
  entrance_id uuid not null,
  credential_id text not null,
  society_id uuid not null,
  factor_id uuid not null,
  primary key (entrance_id, credential_id)
);
create index passkey_directory_factor on passkey_directory (society_id, factor_id);
call protect_directory('passkey_directory', :'app');
grant select, insert, delete on passkey_directory to :"app";
-- As in 0018: the owner sees these rows, and erases a society's.
create policy owner_erases on passkey_directory for delete to current_user
  using (society_id = current_society());

-- Challenges that a passkey has answered without a password: each once. Strangers cause no row.
create table passkey_challenge (
  challenge_hash text primary key,
  used_at timestamptz not null
);
create index passkey_challenge_age on passkey_challenge (used_at);
grant select, insert, delete on passkey_challenge to :"app";

create table totp_device (
  society_id uuid not null,
  factor_id uuid not null,
  -- 160 bits, sealed
  seed text not null,
  -- the last step of 30 s whose code was taken: none before it, and not it again
  last_step bigint not null,
  primary key (society_id, factor_id),
  foreign key (society_id, factor_id) references factor (society_id, id) on delete cascade
);
call protect_by_society('totp_device');
grant select, insert, update, delete on totp_device to :"app";

create table recovery_codes (
  society_id uuid not null,
  factor_id uuid not null,
  -- the hashes of those that are left, sealed
  codes text not null,
  codes_left integer not null check (codes_left >= 0),
  primary key (society_id, factor_id),
  foreign key (society_id, factor_id) references factor (society_id, id) on delete cascade
);
call protect_by_society('recovery_codes');
grant select, insert, update, delete on recovery_codes to :"app";

-- Of several mails about one subject in one minute, which: their mails say it. 1 unless told.
alter table mail_check add column nth integer not null default 1 check (nth > 0);

-- A member whom staff exempted from an e-mail address: by whom and why.
create table mail_exemption (
  society_id uuid not null,
  member_id uuid not null,
  reason text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (society_id, member_id),
  foreign key (society_id, member_id) references member (society_id, id) on delete cascade
);
call protect_by_society('mail_exemption');
grant select, insert, update, delete on mail_exemption to :"app";

-- A letter that also takes away what its member has enrolled, once the first sign-in with it is done.
alter table provisional_credential add column resets_factors boolean not null default false;

-- How its owner was known, and when last: a service may ask for more, or anew. Null: when it began.
alter table session add column amr text[] not null default '{password}';
alter table session add column proved_at timestamptz;

-- RP ID: the host that the entrance's passkeys are made for. Null until the first one.
alter table entrance add column rp_id text check (rp_id = lower(rp_id));

-- As in 0005, with the second factor of an account. Dropped, not replaced: its columns are more.
drop function find_login(uuid, text, text, text, text, timestamptz);
create function find_login(
  p_entrance_id uuid, p_login_key text, p_login_mac text, p_browser_hash text,
  p_source_mac text, p_since timestamptz
) returns table (
  kind text, society_id uuid, target_id uuid, member_id uuid, password_hash text,
  locked_at timestamptz, browser text, wrong integer, locked_until timestamptz,
  credential_state text, expires_at timestamptz, sources_logins bigint, sources_tries bigint,
  factor_method text, factor_locked_until timestamptz
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
    select a.member_id, a.password_hash, a.locked_at, a.factor_method, a.factor_locked_until
      into member_id, password_hash, locked_at, factor_method, factor_locked_until
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

-- As in 0005, with how the session's owner was known.
drop function find_session(uuid, text, timestamptz);
create function find_session(p_entrance_id uuid, p_token_hash text, p_now timestamptz)
returns table (
  society_id uuid, session_id uuid, account_id uuid, member_id uuid, member_name text,
  seen_at timestamptz, previous_sign_in_at timestamptz, address_unconfirmed boolean,
  amr text[], proved_at timestamptz, factor_method text
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select t.society_id, t.session_id into society_id, session_id from session_token t
    where t.token_hash = p_token_hash and t.entrance_id = p_entrance_id;
  if society_id is null then return; end if;
  perform set_config('app.society_id', society_id::text, true);
  select s.account_id, s.seen_at, s.previous_sign_in_at, s.amr, coalesce(s.proved_at, s.started_at)
    into account_id, seen_at, previous_sign_in_at, amr, proved_at
    from session s
    where s.society_id = find_session.society_id and s.id = find_session.session_id
      and s.ended_at is null and s.ends_at > p_now
      and s.seen_at + make_interval(secs => s.idle_seconds) > p_now;
  select a.member_id, a.email is not null and a.email_confirmed_at is null, a.factor_method
    into member_id, address_unconfirmed, factor_method
    from account a
    where a.society_id = find_session.society_id and a.id = find_session.account_id
      and a.locked_at is null;
  select m.name into member_name from member m
    where m.society_id = find_session.society_id and m.id = find_session.member_id;
  perform set_config('app.society_id', '', true);
  if member_name is not null then return next; end if;
end $$;

-- What a passkey's sign-in reads, in one statement, whether the credential is known or not.
create function find_passkey(
  p_entrance_id uuid, p_credential_id text, p_source_mac text, p_login_mac text, p_since timestamptz
) returns table (
  society_id uuid, factor_id uuid, account_id uuid, member_id uuid, public_key text,
  counter bigint, rp_id text, is_syncable boolean, locked_at timestamptz,
  factor_locked_until timestamptz, sources_tries bigint
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select d.society_id, d.factor_id into society_id, factor_id from passkey_directory d
    where d.entrance_id = p_entrance_id and d.credential_id = p_credential_id;
  perform set_config('app.society_id', coalesce(society_id::text, ''), true);
  select p.public_key, p.counter, p.rp_id, p.is_syncable, f.account_id
    into public_key, counter, rp_id, is_syncable, account_id
    from passkey p
    join factor f on f.society_id = p.society_id and f.id = p.factor_id
    where p.society_id = find_passkey.society_id and p.factor_id = find_passkey.factor_id;
  select a.member_id, a.locked_at, a.factor_locked_until
    into member_id, locked_at, factor_locked_until
    from account a
    where a.society_id = find_passkey.society_id and a.id = find_passkey.account_id;
  perform set_config('app.society_id', '', true);
  select count(*) into sources_tries from failed_try t
    where t.entrance_id = p_entrance_id and t.source_mac = p_source_mac
      and t.login_mac = p_login_mac and t.kind = 'sign-in' and t.at > p_since;
  return next;
end $$;

-- Whether a credential is taken at an entrance, also by another society's member, of whom the app
-- sees no row: credentials are random, so that who asks has it in hand.
create function is_passkey_known(p_entrance_id uuid, p_credential_id text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from passkey_directory d
                  where d.entrance_id = p_entrance_id and d.credential_id = p_credential_id)
$$;

revoke execute on function find_login, find_session, find_passkey, is_passkey_known from public;
grant execute on function find_login, find_session, find_passkey, is_passkey_known to :"app";
