-- Letters: issued IDs and provisional passwords, and the directory of everything one signs in with.

-- prepared: its files are being written · activated: the letters are valid
create table credential_batch (
  society_id uuid not null references society (id),
  id uuid not null,
  state text not null check (state in ('prepared', 'activated')),
  prepared_at timestamptz not null,
  activated_at timestamptz,
  primary key (society_id, id),
  check ((state = 'activated') = (activated_at is not null))
);
call protect_by_society('credential_batch');
grant select, insert, update, delete on credential_batch to :"app";

create table provisional_credential (
  society_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  member_id uuid not null,
  -- 仮ユーザID
  issued_id text not null check (issued_id ~ '^[0-9]{13}$'),
  -- argon2id of the folded 仮パスワード; the password itself is on paper only
  password_hash text not null,
  -- prepared: nobody has the letter yet · active, until expires_at · used: registration is done ·
  -- void: a newer letter replaced it
  state text not null check (state in ('prepared', 'active', 'used', 'void')),
  -- made by the society itself or by an older system: short-lived, and both proofs are asked
  is_weak boolean not null default false,
  expires_at timestamptz not null,
  issued_at timestamptz,
  used_at timestamptz,
  voided_at timestamptz,
  primary key (society_id, id),
  foreign key (society_id, batch_id) references credential_batch (society_id, id) on delete cascade,
  foreign key (society_id, member_id) references member (society_id, id),
  check ((state = 'prepared') = (issued_at is null)),
  check ((state = 'used') = (used_at is not null)),
  check ((state = 'void') = (voided_at is not null))
);
call protect_by_society('provisional_credential');
grant select, insert, update, delete on provisional_credential to :"app";
create index provisional_credential_batch on provisional_credential (society_id, batch_id);
-- a member's one letter that works
create unique index provisional_credential_active on provisional_credential (society_id, member_id)
  where state = 'active';
create index provisional_credential_member on provisional_credential (society_id, member_id, state);

-- Directory: what is typed as user ID, folded → whose it is. Unique per entrance; a prepared
-- letter's ID is reserved here, and a used, expired or void one stays, so that its holder is told
-- the truth. Read across societies only by the owner's fixed functions (find_login).
create table login_directory (
  entrance_id uuid not null references entrance (id),
  login_key text collate "C" not null,
  society_id uuid not null references society (id),
  kind text not null check (kind in ('account', 'provisional')),
  target_id uuid not null,
  primary key (entrance_id, login_key)
);
create index login_directory_target on login_directory (society_id, target_id);
call protect_directory('login_directory', :'app');
grant select, insert, update, delete on login_directory to :"app";
