-- Members brought over from an older system: their IDs, and passwords that their society made.

alter table credential_batch
  add column origin text not null default 'issued' check (origin in ('issued', 'imported'));

-- An ID from an older system stands as it was: letters, digits and symbols. What was longer or
-- shorter than a society allows today is no reason to take it away.
alter table provisional_credential drop constraint provisional_credential_issued_id_check;
alter table provisional_credential
  add constraint provisional_credential_issued_id_check
    check (issued_id ~ '^[!-~]+$' and length(issued_id) <= 64),
  -- the ID that the society's file had, where it could not be kept, and why: a character that is not
  -- allowed, another ID alike but for case or width, or somebody else's at the entrance
  add column former_id text check (length(former_id) between 1 and 64),
  add column renamed_because text check (renamed_because in ('characters', 'alike', 'taken')),
  add constraint provisional_credential_renamed
    check ((former_id is null) = (renamed_because is null));
create index provisional_credential_renamed_in_batch
  on provisional_credential (society_id, batch_id, id) where former_id is not null;

-- import_run of kind credentials: added = IDs as they were, changed = new IDs, ended = 0,
-- unchanged = members who are registered already, passed over.
