-- Locks as operators watch them. One lock of many sources' counters is one, and locks by wrong
-- second factors are counted too.

create index account_factor_locked on account (society_id, factor_locked_until)
  where factor_locked_until is not null;

-- As in 0019; its columns are more.
drop function installation_figures(timestamptz, timestamptz, timestamptz, integer, integer);
create function installation_figures(
  p_at timestamptz, p_tries_since timestamptz, p_mails_since timestamptz,
  p_source_accounts integer, p_source_tries integer
) returns table (
  mails_queued bigint, urgent_mail_age double precision, other_mail_age double precision,
  mails_failed bigint, mails_bounced bigint,
  unsealed_age double precision, last_seal_at double precision,
  sign_in_failures bigint, proof_failures bigint, refused_sources bigint,
  locks_begun bigint, locks_running bigint, lock_notice_age double precision,
  letters_overdue_age double precision, factor_locks_running bigint
) language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one uuid;
  head record;
  counted bigint;
  unsealed timestamptz;
  sealed timestamptz;
  overdue timestamptz;
begin
  select count(*) into mails_queued from mail_queue;
  select extract(epoch from p_at - min(q.due_at)) into urgent_mail_age
    from mail_queue q where q.is_urgent and q.due_at <= p_at;
  select extract(epoch from p_at - min(q.due_at)) into other_mail_age
    from mail_queue q where not q.is_urgent and q.due_at <= p_at;

  mails_failed := 0;
  mails_bounced := 0;
  factor_locks_running := 0;
  for one in select id from society loop
    perform set_config('app.society_id', one::text, true);
    select count(*) into counted from mail m
      where m.society_id = one and m.state = 'failed' and m.settled_at > p_mails_since;
    mails_failed := mails_failed + counted;
    select count(*) into counted from mail m
      where m.society_id = one and m.bounced_at is not null and m.bounced_at > p_mails_since;
    mails_bounced := mails_bounced + counted;
    select count(*) into counted from account a
      where a.society_id = one and a.factor_locked_until > p_at;
    factor_locks_running := factor_locks_running + counted;
    select s.last_era as era, s.last_transaction as transaction, s.last_fact_id as fact, s.sealed_at
      into head from audit_seal s where s.society_id = one order by s.number desc limit 1;
    if not found then
      select 0 as era, '0'::xid8 as transaction, '00000000-0000-0000-0000-000000000000'::uuid as fact,
        null::timestamptz as sealed_at into head;
    end if;
    sealed := greatest(sealed, head.sealed_at);
    -- the first in the chain's order: those after it wait for it
    unsealed := least(unsealed, (select f.at from audit_fact f
      where f.society_id = one
        and (f.era, f.transaction_id, f.id) > (head.era, head.transaction, head.fact)
      order by f.society_id, f.era, f.transaction_id, f.id limit 1));
    overdue := least(overdue, (select min(l.destroy_at) from letter_portion l
      where l.society_id = one and l.destroy_at <= p_at));
  end loop;
  perform set_config('app.society_id', '', true);
  letters_overdue_age := extract(epoch from p_at - overdue);
  unsealed_age := extract(epoch from p_at - unsealed);
  last_seal_at := extract(epoch from sealed);

  select count(*) filter (where f.kind = 'sign-in'), count(*) filter (where f.kind = 'proof')
    into sign_in_failures, proof_failures from failed_try f where f.at > p_tries_since;
  -- as find_login counts them
  select count(*) into refused_sources from (
    select from (
      select f.entrance_id, f.source_mac, count(*) as tries from failed_try f
        where f.at > p_tries_since and f.kind = 'sign-in'
        group by f.entrance_id, f.source_mac, f.login_mac
    ) as account group by account.entrance_id, account.source_mac
      having count(*) >= p_source_accounts or max(account.tries) >= p_source_tries
  ) as refused;
  -- a user ID has a counter for each source and browser
  select count(distinct (c.entrance_id, c.login_mac)),
      count(distinct (c.entrance_id, c.login_mac)) filter (where c.last_wrong_at > p_tries_since)
    into locks_running, locks_begun from sign_in_counter c where c.locked_until > p_at;
  select extract(epoch from p_at - min(n.locked_at)) into lock_notice_age from lock_notice n;
  return next;
end $$;
revoke all on function installation_figures from public;
grant execute on function installation_figures to :"app";
