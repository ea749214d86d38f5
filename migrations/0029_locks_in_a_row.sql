-- A lock of all sources together lasts twice as long as the one before it: a hundred guesses in each
-- half hour were some thousands a day, for ever.

-- Locks in a row. Only the counter of all sources ('') counts them.
alter table sign_in_counter add column locks integer not null default 0 check (locks >= 0);

-- One more wrong try of a stranger, as all sources' counter has it. Each lock is twice as long as the
-- one before, a day at most; a day without a wrong one after its end begins anew, as a right one does.
-- Answers until when this very try locked it, or null.
create function count_on_all(
  p_entrance_id uuid, p_login_mac text, p_at timestamptz, p_limit integer,
  p_locked_until timestamptz, p_forget_before timestamptz
) returns timestamptz
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  counter sign_in_counter;
  begun timestamptz;
  longest constant interval := greatest(interval '1 day', p_locked_until - p_at);
begin
  -- There is a row to hold from here on, for a known ID and an unknown one alike.
  insert into sign_in_counter (entrance_id, login_mac, browser, wrong, last_wrong_at)
    values (p_entrance_id, p_login_mac, '', 0, p_at)
    on conflict (entrance_id, login_mac, browser) do nothing;
  select c.* into counter from sign_in_counter c
    where c.entrance_id = p_entrance_id and c.login_mac = p_login_mac and c.browser = ''
    for update;
  if greatest(counter.last_wrong_at, counter.locked_until) < p_forget_before then
    counter.wrong := 0;
    counter.locks := 0;
    counter.locked_until := null;
  elsif counter.locked_until <= p_at then
    counter.wrong := 0;
    counter.locked_until := null;
  end if;
  counter.wrong := counter.wrong + 1;
  if counter.locked_until is null and counter.wrong >= p_limit then
    -- Twelve doublings of a minute are more than a day, and no interval overflows.
    begun := p_at + least((p_locked_until - p_at) * (2 ^ least(counter.locks, 12)), longest);
    counter.locked_until := begun;
    counter.locks := counter.locks + 1;
  end if;
  update sign_in_counter c
    set wrong = counter.wrong, last_wrong_at = p_at, locked_until = counter.locked_until,
      locks = counter.locks
    where c.entrance_id = p_entrance_id and c.login_mac = p_login_mac and c.browser = '';
  return begun;
end $$;

-- As in 0021; the owner is told of the lock that ends last.
create or replace function count_wrong_try(
  p_entrance_id uuid, p_id uuid, p_at timestamptz, p_reference text, p_source_mac text,
  p_login_mac text, p_browser text, p_reason text, p_society_id uuid, p_target_id uuid,
  p_counts boolean, p_limit integer, p_limit_of_all integer, p_locked_until timestamptz,
  p_forget_before timestamptz
) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  until timestamptz;
begin
  insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
      society_id, target_id)
    values (p_entrance_id, p_id, p_at, 'sign-in', p_reference, p_source_mac, p_login_mac, p_reason,
      p_society_id, p_target_id);
  if not p_counts then return; end if;
  -- '' first, as a sign-in that is right holds them: nobody waits in a circle
  if starts_with(p_browser, 'source ') then
    until := count_on_all(p_entrance_id, p_login_mac, p_at, p_limit_of_all, p_locked_until,
      p_forget_before);
  end if;
  if count_on(p_entrance_id, p_login_mac, p_browser, p_at, p_limit, p_locked_until,
    p_forget_before) then
    until := greatest(until, p_locked_until);
  end if;
  if until is not null then
    insert into lock_notice (entrance_id, id, login_mac, society_id, account_id, locked_at, locked_until)
      values (p_entrance_id, p_id, p_login_mac, p_society_id, p_target_id, p_at, until);
  end if;
end $$;

revoke execute on function count_on_all from public;
grant execute on function count_on_all to :"app";
