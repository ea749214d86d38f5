-- Around home: consent given anew, maintenance by hand, what was written on the contact page.

-- A consent is an event: who agreed to terms that were replaced, and that came back, agrees once more.
-- What was agreed to before stays on record.
alter table terms_consent drop constraint terms_consent_pkey,
  add primary key (society_id, account_id, version, agreed_at);

-- メンテナンス by hand, beside the window of a society's policy: of one society, of an entrance with all
-- its societies, or (neither is named) of the whole installation. Nothing of a person.
create table maintenance_window (
  id uuid primary key,
  society_id uuid references society (id),
  entrance_id uuid references entrance (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  announced_from timestamptz not null,
  -- what members read; empty: the common words
  reason_ja text not null,
  reason_en text not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  check (starts_at < ends_at and announced_from <= starts_at),
  check (society_id is null or entrance_id is null)
);
create index maintenance_window_ends on maintenance_window (ends_at);
grant select, insert, update, delete on maintenance_window to :"app";

-- What was sent from the contact page lately: to be told from its own double, and to be throttled. Its
-- words are in the mail alone.
create table contact_message (
  society_id uuid not null,
  -- made with the form, so that two presses are one message
  id uuid not null,
  sent_at timestamptz not null,
  reference text not null,
  -- null: nobody was signed in
  account_id uuid,
  source_mac text not null,
  primary key (society_id, id)
);
call protect_by_society('contact_message');
grant select, insert, delete on contact_message to :"app";
create index contact_message_age on contact_message (society_id, sent_at);
