-- The accounts of an address that a mail did not reach. lower() is not leakproof: under row security
-- `lower(email) = …` is no index condition, and each refused address read all accounts of its society.
-- A comparison of two texts is leakproof.
drop index account_email;
alter table account add column email_key text generated always as (lower(email)) stored;
-- Addresses are not unique: couples share one.
create index account_email_key on account (society_id, email_key) where email_key is not null;
