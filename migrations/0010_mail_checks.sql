-- A mail that proves an address inside a flow: a code to type in the browser that began, or a button
-- to press anywhere. The button's token is in link_token (kind check-address).

create table mail_check (
  society_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  -- the step that waits for it
  step text not null,
  -- what the flow began with: the mails of a letter are counted over all its flows
  subject_id uuid not null,
  email text not null,
  -- keyed: six digits alone would be found at once
  code_mac text not null,
  mail_id uuid not null,
  wrong integer not null default 0 check (wrong >= 0),
  sent_at timestamptz not null,
  code_until timestamptz not null,
  link_until timestamptz not null,
  confirmed_at timestamptz,
  primary key (society_id, id),
  foreign key (society_id, flow_id) references flow (society_id, id) on delete cascade
);
call protect_by_society('mail_check');
grant select, insert, update, delete on mail_check to :"app";
create index mail_check_flow on mail_check (society_id, flow_id, step, sent_at desc);
create index mail_check_subject on mail_check (society_id, subject_id, sent_at desc);
