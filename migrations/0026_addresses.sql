-- What became of an account's addresses, so that who read the one before can undo it for some days.
create table address_change (
  society_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- of its account, from 1: what came after what
  nth integer not null check (nth > 0),
  changed_at timestamptz not null,
  -- when the session began that did it: what it enrolled goes with it
  session_started_at timestamptz not null,
  former_email text,
  former_confirmed_at timestamptz,
  former_second_email text,
  former_second_confirmed_at timestamptz,
  -- what came of it: an account that has others by now was changed otherwise since
  email text,
  second_email text,
  -- the button of the mail
  expires_at timestamptz not null,
  undone_at timestamptz,
  primary key (society_id, id),
  unique (society_id, account_id, nth),
  -- The version before deletes accounts and members without knowing of this table.
  foreign key (society_id, account_id) references account (society_id, id) on delete cascade
);
call protect_by_society('address_change');
grant select, insert, update, delete on address_change to :"app";
create index address_change_age on address_change (society_id, expires_at);
