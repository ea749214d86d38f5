-- Real mail: urgent mails first, mails that die with their code, bounces, addresses known to fail.

alter table mail
  -- whom it is about, so that staff find it
  add column member_id uuid,
  -- not worth sending from then on, such as the end of its code
  add column valid_until timestamptz,
  add column bounced_at timestamptz,
  -- as the other side's report says (RFC 3463), such as 5.1.1
  add column bounce_code text check (bounce_code ~ '^[245][.][0-9]{1,3}[.][0-9]{1,3}$'),
  drop constraint mail_state_check,
  add constraint mail_state_check check (state in ('queued', 'sent', 'failed', 'bounced')),
  add constraint mail_bounced_check check (
    (state = 'bounced') = (bounced_at is not null) and (bounced_at is null) = (bounce_code is null));
grant update (bounced_at, bounce_code) on mail to :"app";
create index mail_of_member on mail (society_id, member_id, id) where member_id is not null;

-- Somebody waits at a page for an urgent mail: it is claimed before any other, whenever it came.
alter table mail_queue add column is_urgent boolean not null default false;
drop index mail_queue_due;
create index mail_queue_due on mail_queue (is_urgent, due_at);

-- Leases up to `most` due mails until `lease_end`, urgent ones first; concurrent workers never wait
-- for each other. Two ordered scans of one index, each ended by its limit: the planner does not
-- know the limit and would sort 100,000 due rows, so the other ways are closed to it.
drop function claim_mail(timestamptz, timestamptz, integer);
create function claim_mail(at timestamptz, lease_end timestamptz, most integer, urgent_only boolean default false)
  returns table (society_id uuid, mail_id uuid, is_urgent boolean)
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
  set enable_hashjoin = off set enable_mergejoin = off
as $$
  with urgent as (
    select q.society_id, q.mail_id from public.mail_queue q
    where q.is_urgent and q.due_at <= claim_mail.at
    order by q.due_at
    limit claim_mail.most
    for update skip locked
  ), others as (
    select q.society_id, q.mail_id from public.mail_queue q
    where not q.is_urgent and q.due_at <= claim_mail.at
    order by q.due_at
    limit case when claim_mail.urgent_only then 0
      else claim_mail.most - (select count(*) from urgent) end
    for update skip locked
  ), due as (
    select * from urgent union all select * from others
  )
  update public.mail_queue q set due_at = claim_mail.lease_end
  from due
  where q.society_id = due.society_id and q.mail_id = due.mail_id
  returning q.society_id, q.mail_id, q.is_urgent
$$;
revoke all on function claim_mail from public;
grant execute on function claim_mail to :"app";

-- An address that refused a mail for good, until it is confirmed again: since when, and the code.
alter table account
  add column email_failed_at timestamptz,
  add column email_failure text check (email_failure ~ '^[a-z0-9.-]{1,64}$'),
  add constraint account_email_failed_check check ((email_failed_at is null) = (email_failure is null));
-- Addresses are not unique: couples share one.
create index account_email on account (society_id, lower(email)) where email is not null;
