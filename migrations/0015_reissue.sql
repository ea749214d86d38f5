-- A registered member gets a new letter: until a first sign-in with it is completed, the account's
-- password is nobody's.

alter table account
  -- The one letter that may renew this account; null: none may. Not null: sessions were ended, and
  -- password_hash is of a secret that nobody knows, so that a sign-in costs and says the same.
  -- No foreign key: letters are swept, and each sweep would look for its accounts.
  add column awaits_letter uuid;
