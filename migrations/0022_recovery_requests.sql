-- 「IDを忘れた方」「パスワードを忘れた方」: each asking, answered alike whether it found somebody or not.

-- Of the entrance, because who is not found has no society. What was claimed, the source and the
-- address stand here as MACs only. Its お問い合わせ番号 (reference) leads staff to the reason.
create table recovery_request (
  entrance_id uuid not null references entrance (id),
  id uuid not null,
  kind text not null check (kind in ('forgot-id', 'forgot-password')),
  at timestamptz not null,
  reference text not null,
  source_mac text not null,
  -- of the browser that asked: a code is typed there alone
  browser_hash text not null,
  -- all that was claimed, folded: the same twice within a minute is one asking
  claim_mac text not null,
  -- the typed address: void when the account's is another one by the time a mail would go
  email_mac text not null,
  -- matched, or why no link went; src/identity/recovery/rules.ts knows all of them
  reason text not null check (reason ~ '^[a-z-]+$'),
  society_id uuid,
  member_id uuid,
  account_id uuid,
  -- when the worker had seen to it; at once where nobody is to be written to
  told_at timestamptz,
  -- of the six digits of the mail; null: none went
  code_mac text,
  code_until timestamptz,
  -- the mail's button: asked before the society is known, so it stands here and not in link_token
  token_hash text,
  expires_at timestamptz,
  -- wrong codes
  wrong integer not null default 0 check (wrong >= 0),
  -- used: by the button or the code · replaced: a newer mail went
  ended_at timestamptz,
  outcome text check (outcome in ('used', 'replaced')),
  -- forgot-id: by which browser and how long the ID may be read, and when パスワード初期化 was pressed
  opened_by text,
  open_until timestamptz,
  reset_at timestamptz,
  primary key (entrance_id, id),
  check ((ended_at is null) = (outcome is null)),
  check ((opened_by is null) = (open_until is null))
);
create index recovery_request_source on recovery_request (entrance_id, source_mac, at);
create index recovery_request_browser on recovery_request (entrance_id, browser_hash, at);
create index recovery_request_opened on recovery_request (entrance_id, opened_by)
  where opened_by is not null;
create index recovery_request_account on recovery_request (society_id, account_id, kind, at);
create unique index recovery_request_token on recovery_request (token_hash);
create index recovery_request_reference on recovery_request (reference);
create index recovery_request_untold on recovery_request (at) where told_at is null;
create index recovery_request_age on recovery_request (at);
grant select, insert, update, delete on recovery_request to :"app";

-- ヴァレリー and バレリー are one name to who says it: of a kana key, as src/identity/proofing has it.
create function spoken_kana(p_key text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select replace(replace(replace(replace(replace(
    p_key, 'ヴア', 'バ'), 'ヴイ', 'ビ'), 'ヴエ', 'ベ'), 'ヴオ', 'ボ'), 'ヴ', 'ブ')
$$;

-- Who a 本人確認 claims to be, and how often this source asked lately: one row, always, after the same
-- work. No society (an insurer number that is nobody's here) finds nobody.
create function find_claimed_person(
  p_entrance_id uuid, p_society_id uuid, p_symbol_key text, p_number_key text, p_kana_key text,
  p_born_on date, p_source_mac text, p_since timestamptz
) returns table (
  household integer, kana_fits integer, birth_fits integer, member_id uuid, lost_on date,
  account_id uuid, email text, second_email text, locked_at timestamptz, awaits_letter boolean,
  asked bigint
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_config('app.society_id', coalesce(p_society_id::text, ''), true);
  select count(*), count(*) filter (where spoken_kana(m.kana_key) = p_kana_key),
      count(*) filter (where m.born_on = p_born_on)
    into household, kana_fits, birth_fits from member m
    where m.society_id = p_society_id and m.symbol_key = p_symbol_key
      and m.number_key = p_number_key;
  -- a dependent who was covered twice has two 枝番: the registered one is meant
  select m.id, m.lost_on into member_id, lost_on from member m
    where m.society_id = p_society_id and m.symbol_key = p_symbol_key
      and m.number_key = p_number_key and spoken_kana(m.kana_key) = p_kana_key
      and m.born_on = p_born_on
    order by exists (select from account a
        where a.society_id = m.society_id and a.member_id = m.id) desc,
      m.lost_on desc nulls first, m.branch_number
    limit 1;
  select a.id, a.email, a.second_email, a.locked_at, a.awaits_letter is not null
    into account_id, email, second_email, locked_at, awaits_letter
    from account a
    where a.society_id = p_society_id and a.member_id = find_claimed_person.member_id;
  perform set_config('app.society_id', '', true);
  select count(*) into asked from recovery_request r
    where r.entrance_id = p_entrance_id and r.source_mac = p_source_mac and r.at > p_since;
  return next;
end $$;

-- The same of a user ID. kind: an account's, a letter's, nobody's.
create function find_claimed_login(
  p_entrance_id uuid, p_login_key text, p_source_mac text, p_since timestamptz
) returns table (
  kind text, society_id uuid, member_id uuid, lost_on date, account_id uuid, email text,
  second_email text, locked_at timestamptz, awaits_letter boolean, asked bigint
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  login record;
begin
  select d.kind, d.society_id, d.target_id into login
    from login_directory d where d.entrance_id = p_entrance_id and d.login_key = p_login_key;
  perform set_config('app.society_id', coalesce(login.society_id::text, ''), true);
  kind := login.kind;
  society_id := login.society_id;
  select a.id, a.member_id, a.email, a.second_email, a.locked_at, a.awaits_letter is not null
    into account_id, member_id, email, second_email, locked_at, awaits_letter
    from account a where a.society_id = login.society_id and a.id = login.target_id;
  select m.lost_on into lost_on from member m
    where m.society_id = login.society_id and m.id = find_claimed_login.member_id;
  perform set_config('app.society_id', '', true);
  select count(*) into asked from recovery_request r
    where r.entrance_id = p_entrance_id and r.source_mac = p_source_mac and r.at > p_since;
  return next;
end $$;

-- One asking. The same browser with the same claim within a minute (a button pressed twice) has asked
-- once: the earlier one answers, and no second mail goes.
create function ask_recovery(
  p_entrance_id uuid, p_id uuid, p_kind text, p_at timestamptz, p_reference text,
  p_source_mac text, p_browser_hash text, p_claim_mac text, p_email_mac text, p_reason text,
  p_society_id uuid, p_member_id uuid, p_account_id uuid, p_told_at timestamptz,
  p_same_since timestamptz
) returns table (id uuid, reference text)
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- of two at the same moment one waits, and then finds the other
  perform pg_advisory_xact_lock(hashtextextended(p_browser_hash || p_kind, 22));
  select r.id, r.reference into ask_recovery.id, ask_recovery.reference from recovery_request r
    where r.entrance_id = p_entrance_id and r.browser_hash = p_browser_hash and r.kind = p_kind
      and r.claim_mac = p_claim_mac and r.at > p_same_since and r.ended_at is null
    order by r.at desc limit 1;
  if ask_recovery.id is null then
    insert into recovery_request (entrance_id, id, kind, at, reference, source_mac, browser_hash,
        claim_mac, email_mac, reason, society_id, member_id, account_id, told_at)
      values (p_entrance_id, p_id, p_kind, p_at, p_reference, p_source_mac, p_browser_hash,
        p_claim_mac, p_email_mac, p_reason, p_society_id, p_member_id, p_account_id, p_told_at);
    ask_recovery.id := p_id;
    ask_recovery.reference := p_reference;
  end if;
  return next;
end $$;

revoke execute on function find_claimed_person, find_claimed_login, ask_recovery from public;
grant execute on function find_claimed_person, find_claimed_login, ask_recovery to :"app";
