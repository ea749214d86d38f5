-- A mailed provisional password serves one browser: there it leads to the same page again, so that a
-- lost answer loses nothing, and nowhere else to any.
alter table temporary_password add column used_at timestamptz;
alter table temporary_password add column used_by text;
alter table temporary_password add constraint temporary_password_used_check
  check ((used_at is null) = (used_by is null));
-- Where it was received, which confirms that address. Null: sent before this column.
alter table temporary_password add column sent_to text;
-- It came by 「パスワード初期化」: the fields of 本人確認 were right on the way, and are not asked again.
alter table temporary_password add column is_identity_proved boolean not null default false;
