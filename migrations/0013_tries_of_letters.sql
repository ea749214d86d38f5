-- Wrong tries count on their letter by its id: a keyed hash would be another one after KENPO_SECRET
-- changed, and a letter would have its thirty tries once more.
drop index failed_try_letter;
create index failed_try_letter on failed_try (entrance_id, target_id) where kind = 'proof';

-- Registrations begun before the new first sign-in know too little to go on: their browsers are told
-- that they expired, and their letters work as before.
alter table flow no force row level security;
update flow set ended_at = expires_at, outcome = 'expired', turn = turn + 1 where ended_at is null;
alter table flow force row level security;
